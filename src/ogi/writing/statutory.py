"""A statutory table as a grid: the official layout with the cells of a report in it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ogi.form import AnnualReport, Cell, Column, Row, State, Table, edition
from ogi.paper import Align, Grid, GridBox, Mark
from ogi.writing.layout import Box, Layout, Line, lay_out

MISSING = "未见"  # a cell that the document does not have, among others that it has

_LABEL_WIDTHS = {1: (40.0,), 3: (9.0, 17.0, 47.0)}  # mm of the 156 that a line has
_VALUE_WIDTH = 11.9
_LEFT = ("l1", "l2", "l3")


@dataclass(frozen=True, slots=True)
class Shown:
    """What is shown of a cell."""

    text: str = ""
    mark: Mark = Mark.NONE
    hint: str = ""


Show = Callable[[str], Shown]


def report_grid(key: str, report: AnnualReport, show: Show) -> Grid | None:
    """Return a table of a report, None where the report has none of its cells.

    Rows and columns that the document does not have are left out.
    """
    cells = {**report.cells, **report.extras}
    table = edition(report.editions[key]).tables[key]
    extras = [one for one in table.extra_columns if _has_column(table, one, cells)]
    rows = tuple(_present(table, cells))
    if not rows:
        return None
    return grid(replace(table, rows=rows), show, extras)


def grid(table: Table, show: Show, extras: Sequence[Column] = ()) -> Grid:
    """Return a table with what `show` says of each address."""
    laid = lay_out(table, extras)
    lines = [*laid.head, *(line for group in laid.body for line in group)]
    return Grid(
        tuple(_boxes(lines, laid.width, show)),
        rows=len(lines),
        columns=laid.width,
        head=len(laid.head),
        widths=_widths(laid),
    )


def _present(table: Table, cells: Mapping[str, Cell]) -> Iterator[Row]:
    """Yield the rows that the document has, with the columns that it has in any of them."""
    there = {
        column.key
        for row in table.rows
        for column in row.columns
        if _is_there(cells.get(table.address(row, column)))
    }
    for row in table.rows:
        if any(_is_there(cells.get(table.address(row, column))) for column in row.columns):
            yield replace(row, columns=tuple(one for one in row.columns if one.key in there))


def _has_column(table: Table, column: Column, cells: Mapping[str, Cell]) -> bool:
    return any(_is_there(cells.get(table.address(row, column))) for row in table.rows)


def _is_there(cell: Cell | None) -> bool:
    return cell is not None and cell.state is not State.ABSENT


def _widths(laid: Layout) -> tuple[float, ...]:
    labels = _LABEL_WIDTHS.get(laid.labels, (20.0,) * laid.labels)
    values = laid.width - laid.labels
    if laid.table.grid:
        return (*labels, *((156 - sum(labels)) / values,) * values)
    return (*labels, *(_VALUE_WIDTH,) * values)


def _boxes(lines: Sequence[Line], width: int, show: Show) -> Iterator[GridBox]:
    """Yield the boxes, each where the spans of those before it leave room."""
    taken: set[tuple[int, int]] = set()
    for row, line in enumerate(lines):
        column = 0
        for box in line:
            while (row, column) in taken:
                column += 1
            taken.update(
                (row + down, column + across)
                for down in range(box.rowspan)
                for across in range(box.colspan)
            )
            yield _placed(box, row, column, show)


def _placed(box: Box, row: int, column: int, show: Show) -> GridBox:
    shown = show(box.address) if box.address else Shown(box.text)
    return GridBox(
        shown.text,
        row,
        column,
        box.rowspan,
        box.colspan,
        scope=box.scope,
        align=Align.LEFT if box.look in _LEFT else Align.CENTRE,
        mark=shown.mark,
        address=box.address,
        hint=shown.hint,
    )
