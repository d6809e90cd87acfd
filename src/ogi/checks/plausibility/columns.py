"""Cells by what kind of number they hold."""

from collections.abc import Iterator

from ogi.checks.witness import Witness
from ogi.form import Column


def cells_of_kind(report: Witness, *kinds: str) -> Iterator[tuple[str, Column]]:
    """Yield the addresses of the report's cells whose columns are of these kinds."""
    for key in report.editions:
        form = report.edition(key)
        if form is None:
            continue
        table = form.tables[key]
        for row in table.rows:
            for column in row.columns:
                if column.kind in kinds:
                    yield table.address(row, column), column
