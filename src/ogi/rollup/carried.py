"""What one year hands to the next (承接): open applications, documents in force."""

from ogi.form import AnnualReport, Cell, Table, edition
from ogi.rollup.comparison import Carried, Stock

CLOSING, OPENING = "applications.carried_out", "applications.carried_in"
STOCK = ("issued", "repealed", "in_force")


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
    if "proactive" not in old.editions or "proactive" not in new.editions:
        return ()
    past = {row.key for row in _table(old).rows_with(*STOCK)}

    def cell(report: AnnualReport, row: str, column: str) -> Cell:
        return report.cells.get(f"proactive.{row}.{column}") or Cell()

    return tuple(
        Stock(
            row.key,
            row.label,
            cell(old, row.key, "in_force"),
            cell(new, row.key, "issued"),
            cell(new, row.key, "repealed"),
            cell(new, row.key, "in_force"),
        )
        for row in _table(new).rows_with(*STOCK)
        if row.key in past
    )


def _table(report: AnnualReport) -> Table:
    return edition(report.editions["proactive"]).tables["proactive"]
