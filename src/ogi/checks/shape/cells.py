"""Cells by how they stand in the document."""

from collections.abc import Callable, Iterator

from ogi.checks.witness import Witness
from ogi.form import Cell, Table


def cells_by_table(
    report: Witness, wanted: Callable[[Cell], bool]
) -> Iterator[tuple[Table, list[str]]]:
    """Yield each table of the report with the addresses of the cells that are wanted."""
    cells, absent = report.as_read.cells, Cell()
    for key in report.editions:
        form = report.edition(key)
        if form is None:
            continue
        table = form.tables[key]
        found = [each for each in table.addresses if wanted(cells.get(each, absent))]
        if found:
            yield table, found


def rows_and_counts(table: Table, addresses: list[str]) -> list[str]:
    """Return the rows that these cells stand in, with how many stand in each.

    A row is named with its number of cells, a whole row without.
    """
    wanted, names = set(addresses), []
    for row in table.rows:
        of_row = [table.address(row, column) for column in row.columns]
        count = sum(address in wanted for address in of_row)
        if count:
            names.append(f"“{row.label}”" + ("" if count == len(of_row) else f"{count}格"))
    return names
