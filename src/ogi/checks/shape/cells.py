"""Cells by how they stand in the document."""

from collections.abc import Iterator, Mapping

from ogi.checks.witness import Witness
from ogi.form import AnnualReport, Cell, State, Table, edition

_ABSENT = Cell()
Lists = Mapping[State | None, list[str]]


def cells_by_table(report: Witness, state: State | None) -> Iterator[tuple[Table, list[str]]]:
    """Yield each table of the report with the addresses of the cells in a state.

    None stands for cells in which something is printed that is no number.
    """
    for table, lists in report.once(_sorted_out):
        if state in lists:
            yield table, lists[state]


def _sorted_out(report: AnnualReport) -> list[tuple[Table, Lists]]:
    tables = [(edition(year).tables[key]) for key, year in report.editions.items()]
    return [(table, _lists(table, report)) for table in tables]


def _lists(table: Table, report: AnnualReport) -> Lists:
    lists: dict[State | None, list[str]] = {}
    for address in table.addresses:
        cell = report.cells.get(address, _ABSENT)
        if cell.state is not State.PRINTED:
            lists.setdefault(cell.state, []).append(address)
        elif cell.value is None:
            lists.setdefault(None, []).append(address)
    return lists


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
