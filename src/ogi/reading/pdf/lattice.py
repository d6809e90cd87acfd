"""From ruling lines to a lattice: rows, columns, and the cells between the lines."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.rules import Ruling, positions
from ogi.reading.pdf.sheet import Box, Rule


class Span(NamedTuple):
    """The rows and columns a cell covers."""

    row: int
    column: int
    rowspan: int
    colspan: int


@dataclass(frozen=True, slots=True)
class Lattice:
    """The levels of the rows, the positions of the columns, and the cells between.

    `owners[row][column]` is the index of the cell that covers that slot.
    """

    levels: tuple[float, ...]
    columns: tuple[float, ...]
    cells: tuple[Span, ...]
    owners: tuple[tuple[int, ...], ...]

    @property
    def box(self) -> Box:
        """The outline of the lattice."""
        return Box(self.columns[0], self.levels[0], self.columns[-1], self.levels[-1])

    def box_of(self, span: Span) -> Box:
        """Return the outline of a cell."""
        return Box(
            self.columns[span.column],
            self.levels[span.row],
            self.columns[span.column + span.colspan],
            self.levels[span.row + span.rowspan],
        )

    def owner_at(self, x: float, y: float) -> int:
        """Return the index of the cell around a point inside the lattice."""
        return self.owners[bisect_right(self.levels, y) - 1][bisect_right(self.columns, x) - 1]


def lattice_of(ruling: Ruling) -> Lattice | None:
    """Build the lattice of lines that touch; None where they enclose nothing."""
    across, down = ruling
    if len(across) < 1 or len(down) < 1:
        return None
    levels = _closed(positions([h.at for h in across]), down)
    columns = _closed(positions([v.at for v in down]), across)
    if len(levels) < 2 or len(columns) < 2 or len(levels) * len(columns) > MODEL.slots:
        return None
    return ruled_off(levels, columns, across, down)


def _closed(lines: list[float], crossing: Sequence[Rule]) -> list[float]:
    """Add the outer line that is missing where the crossing lines run on.

    At a page break producers leave out the last or the first line of a table.
    """
    first = min(rule.start for rule in crossing)
    last = max(rule.end for rule in crossing)
    if lines[0] - first > MODEL.open_side:
        lines = [first, *lines]
    if last - lines[-1] > MODEL.open_side:
        lines = [*lines, last]
    return lines


def ruled_off(
    levels: Sequence[float],
    columns: Sequence[float],
    across: Sequence[Rule],
    down: Sequence[Rule],
) -> Lattice:
    """Return the lattice whose slots are one cell where no line parts them."""
    floors = _parted(levels, columns, across)
    walls = _parted(columns, levels, down)
    rows, width = len(levels) - 1, len(columns) - 1
    owners: list[list[int]] = [[-1] * width for _ in range(rows)]
    cells: list[Span] = []
    for row in range(rows):
        for column in range(width):
            if owners[row][column] >= 0:
                continue
            end = column + 1
            while end < width and not walls[end][row] and owners[row][end] < 0:
                end += 1
            below = row + 1
            while below < rows and not any(floors[below][column:end]):
                below += 1
            for at in range(row, below):
                owners[at][column:end] = [len(cells)] * (end - column)
            cells.append(Span(row, column, below - row, end - column))
    return Lattice(tuple(levels), tuple(columns), tuple(cells), tuple(map(tuple, owners)))


def _parted(
    lines: Sequence[float], others: Sequence[float], rules: Sequence[Rule]
) -> list[list[bool]]:
    """Tell, for each line, which intervals between the other lines it is drawn along."""
    middles = [(a + b) / 2 for a, b in pairwise(others)]
    drawn: list[list[bool]] = []
    for line in lines:
        here = [rule for rule in rules if abs(rule.at - line) <= MODEL.near]
        drawn.append([any(r.start - 1 <= middle <= r.end + 1 for r in here) for middle in middles])
    return drawn
