"""What one year hands to the next (承接): open applications, documents in force."""

from ogi.form import AnnualReport, Cell, edition
from ogi.rollup.comparison import Carried, Stock

CLOSING, OPENING = "applications.carried_out", "applications.carried_in"
STOCK_ROWS = ("rules", "normative_documents")
STOCK_EDITION = 2021  # that of 2019 has no 现行有效件数


def carried_over(old: AnnualReport, new: AnnualReport) -> tuple[Carried, ...]:
    """Return each column's 结转下年度 of one year beside the 上年结转 of the next."""
    if "applications" not in old.editions or "applications" not in new.editions:
        return ()
    table = edition(new.editions["applications"]).tables["applications"]
    return tuple(
        Carried(
            column.key,
            column.label,
            old.cells.get(f"{CLOSING}.{column.key}") or Cell(),
            new.cells.get(f"{OPENING}.{column.key}") or Cell(),
        )
        for column in table.rows[0].columns
    )


def stocks(old: AnnualReport, new: AnnualReport) -> tuple[Stock, ...]:
    """Return the rows of documents in force, where both reports have them."""
    if {old.editions.get("proactive"), new.editions.get("proactive")} != {STOCK_EDITION}:
        return ()
    labels = {row.key: row.label for row in edition(STOCK_EDITION).tables["proactive"].rows}

    def cell(report: AnnualReport, row: str, column: str) -> Cell:
        return report.cells.get(f"proactive.{row}.{column}") or Cell()

    return tuple(
        Stock(
            row,
            labels[row],
            cell(old, row, "in_force"),
            cell(new, row, "issued"),
            cell(new, row, "repealed"),
            cell(new, row, "in_force"),
        )
        for row in STOCK_ROWS
    )
