"""Rows of cells with spans to tables, and running text set in tables apart from them."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from ogi.errors import LimitError
from ogi.place import Place
from ogi.reading.document import TableBlock, TableCell
from ogi.reading.limits import Limits

LARGEST_SPAN = 1000  # what browsers allow for columns
LONG = 80  # a cell over the whole width with more characters is running text


# A cell as a format states it: text, rowspan and colspan; its column is still unknown.
# A rowspan of 0 means: to the last row of its group.
Piece = tuple[str, int, int]


class Slot(NamedTuple):
    """A cell laid out: text and the part of the grid it covers, before it has a place."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """Cells laid out, in the order of their rows; `top`, `left`: where in a sheet it begins."""

    cells: list[Slot]
    rows: int
    columns: int
    top: int = 0
    left: int = 0


@dataclass(slots=True)
class Budget:
    """What is counted while a document is read: cells, tables, tables within tables."""

    limits: Limits
    used: int = 0
    tables: int = 0
    depth: int = 0

    def spend(self, cells: int) -> None:
        """Count cells; raise LimitError when there are too many."""
        self.used += cells
        if self.used > self.limits.cells:
            raise LimitError(
                f"文件中的表格超过{self.limits.cells}个单元格，未作读取。"
                "确是年度报告的，删去无关的表格后再读，或者放宽单元格上限。"
            )


def lay_out(groups: Iterable[Sequence[Sequence[Piece]]], budget: Budget) -> Grid:
    """Lay groups of rows (thead, tbody …) out on one grid.

    A cell takes the first free slot of its row, as in a browser. It never reaches beyond
    its group, and where it would run into a cell from above it is cut short: the cells
    after it stand where a browser shows them, and no slot belongs to two cells.
    """
    cells: list[Slot] = []
    first, width = 0, 0
    for group in groups:
        free: list[int] = []  # column → first row of the group in which it is free
        for row, pieces in enumerate(group):
            column = 0
            for text, rowspan, colspan in pieces:
                while column < len(free) and free[column] > row:
                    column += 1
                end = column + 1 if colspan == 1 else _end(free, row, column, colspan)
                height = min(rowspan or len(group), len(group) - row)
                budget.spend(height * (end - column))
                free.extend([0] * (end - len(free)))
                free[column:end] = [row + height] * (end - column)
                cells.append(Slot(text, first + row, column, height, end - column))
                column = end
        first += len(group)
        width = max(width, len(free))
    return Grid(cells, first, width)


def _end(free: Sequence[int], row: int, column: int, span: int) -> int:
    last = column + max(1, min(span, LARGEST_SPAN))
    for at in range(column + 1, min(last, len(free))):
        if free[at] > row:
            return at
    return last


def without_overhang(grid: Grid) -> Grid:
    """Cut spans at the last column in which a cell begins; beyond it they say nothing."""
    width = 1 + max([cell.column for cell in grid.cells], default=-1)
    if width >= grid.columns:
        return grid
    cells = [c._replace(colspan=min(c.colspan, width - c.column)) for c in grid.cells]
    return Grid(cells, grid.rows, width)


def table_block(
    grid: Grid, table: int, page: int | None = None, sheet: str | None = None
) -> TableBlock:
    """Return the grid as the table with this number, each cell with its place: in a sheet where
    it stands there, else where it stands in this table.
    """
    top, left = (grid.top, grid.left) if sheet is not None else (0, 0)
    cells = tuple(
        [
            TableCell(
                text,
                row,
                column,
                rowspan,
                colspan,
                _place(page, table, row + top, column + left, sheet),
            )
            for text, row, column, rowspan, colspan in grid.cells
        ]
    )
    whole = Place(page=page, table=table, sheet=sheet)
    return TableBlock(cells, grid.rows, grid.columns, True, whole)


@lru_cache(maxsize=4096)
def _place(page: int | None, table: int, row: int, column: int, sheet: str | None) -> Place:
    return Place(page, None, None, table, row + 1, column + 1, sheet)


def set_apart(grid: Grid, apart: Sequence[bool]) -> Iterator[int | Grid]:
    """Yield the numbers of the rows set apart, and the tables of the rows between them."""
    start = 0
    by_row: list[list[Slot]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        by_row[cell.row].append(cell)
    for row in range(grid.rows):
        if apart[row]:
            if row > start:
                yield _rows(grid, by_row, start, row)
            yield row
            start = row + 1
    if start == 0:
        yield grid
    elif start < grid.rows:
        yield _rows(grid, by_row, start, grid.rows)


def _rows(grid: Grid, by_row: Sequence[Sequence[Slot]], start: int, end: int) -> Grid:
    cells = [
        Slot(c.text, c.row - start, c.column, min(c.rowspan, end - c.row), c.colspan)
        for row in by_row[start:end]
        for c in row
    ]
    columns = max((c.column + c.colspan for c in cells), default=0)
    return Grid(cells, end - start, columns, grid.top + start, grid.left)


def single_texts(grid: Grid) -> list[str | None]:
    """Return, for each row, its text where it holds one text and nothing else.

    A row that a cell from above reaches into, or with two texts, has None; an empty row
    has the empty string.
    """
    texts: list[str | None] = [""] * grid.rows
    for cell in grid.cells:
        if not cell.text:
            continue
        texts[cell.row] = None if texts[cell.row] != "" else cell.text
        for below in range(cell.row + 1, cell.row + cell.rowspan):
            texts[below] = None
        if cell.rowspan > 1:
            texts[cell.row] = None
    return texts


def long_rows(grid: Grid) -> list[bool]:
    """Tell which rows hold one long text and nothing else."""
    return [text is not None and len(text) > LONG for text in single_texts(grid)]
