"""Cells by what kind of number they hold."""

from collections.abc import Iterator
from decimal import Decimal

from ogi.checks.witness import Witness
from ogi.data import from_data
from ogi.form import Column, edition


def cells_of_kind(report: Witness, *kinds: str) -> Iterator[tuple[str, Column, int | Decimal]]:
    """Yield address, column and value of the cells whose columns are of these kinds.

    Cells without a value are noted as missing.
    """
    blank = []
    for key, year in report.editions.items():
        for address, column in _cells(key, year, kinds):
            value = report.as_read.value(address)
            if value is None:
                blank.append(address)
            else:
                yield address, column, value
    report.miss(blank)


@from_data
def _cells(key: str, year: int, kinds: tuple[str, ...]) -> tuple[tuple[str, Column], ...]:
    table = edition(year).tables[key]
    return tuple(
        (table.address(row, column), column)
        for row in table.rows
        for column in row.columns
        if column.kind in kinds
    )
