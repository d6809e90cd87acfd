"""The tables of one page: fragments, because a table may run over several pages."""

from collections.abc import Sequence
from dataclasses import dataclass

from ogi.reading.pdf.cells import Cell, filled, with_overflow
from ogi.reading.pdf.lattice import Lattice, lattice_of
from ogi.reading.pdf.rules import joined, touching
from ogi.reading.pdf.sheet import Box, Glyph, Rule, Sheet


@dataclass(frozen=True, slots=True)
class Fragment:
    """What of a table stands on one page.

    `values` are the middles of the columns of figures, where white space tells them.
    """

    page: int
    columns: tuple[float, ...]
    rows: int
    cells: tuple[Cell, ...]
    box: Box
    exact: bool = True
    values: tuple[float, ...] = ()


def ruled_fragments(sheet: Sheet) -> tuple[list[Fragment], list[Glyph], list[Rule]]:
    """Return the ruled tables of a page, the glyphs outside them, and the lines left over."""
    glyphs: list[Glyph] = list(sheet.glyphs)
    lattices: list[Lattice] = []
    alone: list[Rule] = []
    for ruling in touching(joined(sheet.horizontals), joined(sheet.verticals)):
        lattice = lattice_of(ruling)
        if lattice is None:
            alone.extend(ruling.horizontals)
        else:
            lattices.append(lattice)
    found: list[Fragment] = []
    for lattice in sorted(lattices, key=lambda item: _area(item.box)):
        cells, rest = filled(lattice, glyphs)
        if _is_frame(cells, found):
            continue
        cells, glyphs = with_overflow(cells, lattice.box.bottom, rest)
        rows = len(lattice.levels) - 1
        found.append(Fragment(sheet.number, lattice.columns, rows, tuple(cells), lattice.box))
    return found, glyphs, alone


def _area(box: Box) -> float:
    return (box.right - box.left) * (box.bottom - box.top)


def _is_frame(cells: Sequence[Cell], inner: Sequence[Fragment]) -> bool:
    """Tell whether lines are no table: empty, or a frame around one."""
    if not any(cell.lines for cell in cells):
        return len(cells) < 4
    return len(cells) == 1 and any(_within(table.box, cells[0].box) for table in inner)


def _within(box: Box, outer: Box) -> bool:
    return (
        outer.left <= box.left
        and outer.top <= box.top
        and box.right <= outer.right
        and box.bottom <= outer.bottom
    )
