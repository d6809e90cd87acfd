"""Cells found by white space: centred text covers the empty cells around it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from math import inf

from ogi.reading.pdf.cells import Cell, text_of
from ogi.reading.pdf.fragments import Fragment
from ogi.reading.pdf.lattice import Lattice
from ogi.reading.pdf.measures import MODEL


def fragment_of(
    page: int, lattice: Lattice, cells: Sequence[Cell], values: tuple[float, ...] = ()
) -> Fragment:
    """Return a lattice found by white space as a fragment, centred text over its columns."""
    widened = tuple(_widened(list(cells), lattice))
    rows = len(lattice.levels) - 1
    return Fragment(page, lattice.columns, rows, widened, lattice.box, False, values)


def _widened(cells: list[Cell], lattice: Lattice) -> list[Cell]:
    """Let a text cover the empty cells around it where it stands in the middle of all."""
    by_place = {(c.span.row, c.span.column): c for c in cells}
    gone: set[int] = set()
    result: list[Cell] = []
    for cell in sorted(cells, key=lambda c: (c.span.row, c.span.column)):
        if id(cell) in gone or not cell.lines:
            continue
        first, end = _under(cell, result)
        left, right = (_empties(cell, by_place, lattice, forward=way) for way in (False, True))
        left = [one for one in left if one.span.column >= first]
        right = [one for one in right if one.span.column + one.span.colspan <= end]
        best = _centred(cell, left, right, lattice)
        taken = [*left[: best[0]], *right[: best[1]]]
        gone.update(id(other) for other in taken)
        result.append(_grown(cell, taken, lattice))
    result.extend(c for c in cells if not c.lines and id(c) not in gone)
    return sorted(result, key=lambda c: (c.span.row, c.span.column))


def _under(cell: Cell, above: Sequence[Cell]) -> tuple[float, float]:
    """Return the columns within which a text stays: those of the headings over it."""
    over = [
        c.span
        for c in above
        if c.span.row < cell.span.row
        and c.span.colspan > 1
        and c.span.column <= cell.span.column < c.span.column + c.span.colspan
    ]
    first = max((span.column for span in over), default=0)
    return first, min((span.column + span.colspan for span in over), default=inf)


def _empties(
    cell: Cell, by_place: dict[tuple[int, int], Cell], lattice: Lattice, *, forward: bool
) -> list[Cell]:
    """Return the empty cells beside a cell, as high as it is, nearest first."""
    beside: list[Cell] = []
    row = cell.span.row
    last = cell.span
    while True:
        if forward:
            column = last.column + last.colspan
        else:
            owner = lattice.owners[row][last.column - 1] if last.column else -1
            column = lattice.cells[owner].column if owner >= 0 else -1
        other = by_place.get((row, column))
        if other is None or other.lines or other.span.rowspan != cell.span.rowspan:
            return beside
        beside.append(other)
        last = other.span


def _centred(
    cell: Cell, left: Sequence[Cell], right: Sequence[Cell], lattice: Lattice
) -> tuple[int, int]:
    """Return how many empty cells on either side centred text covers."""
    if re.fullmatch(r"[\d.,\s]*", text_of(cell)):
        return 0, 0
    middle = (
        min(line.box.left for line in cell.lines) + max(line.box.right for line in cell.lines)
    ) / 2
    best = (0, 0)
    for i in range(len(left) + 1):
        for j in range(len(right) + 1):
            outer_left = left[i - 1].box.left if i else cell.box.left
            outer_right = right[j - 1].box.right if j else cell.box.right
            off = abs((outer_left + outer_right) / 2 - middle)
            if off <= MODEL.centred and i + j > sum(best):
                best = (i, j)
    return best


def _grown(cell: Cell, taken: Sequence[Cell], lattice: Lattice) -> Cell:
    if not taken:
        return cell
    start = min(cell.span.column, *(other.span.column for other in taken))
    colspan = cell.span.colspan + sum(other.span.colspan for other in taken)
    span = cell.span._replace(column=start, colspan=colspan)
    return replace(cell, span=span, box=lattice.box_of(span))
