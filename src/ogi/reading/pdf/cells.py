"""From a lattice and glyphs to the cells of a table with their texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ogi.reading.pdf.lattice import Lattice, Span
from ogi.reading.pdf.lines import Line, lines_of
from ogi.reading.pdf.sheet import Box, Glyph

_VERTICAL = 3  # characters in a vertical label, at least
_ROOM = 0.8  # a line leaves room for one more digit if the rest of the cell is wider, in heights


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell on one page: what it covers, its box, and its lines of text."""

    span: Span
    box: Box
    lines: tuple[Line, ...]

    @property
    def text(self) -> str:
        """The text of the cell; a line break stays where it may part two numbers."""
        return text_of(self.lines, self.box)


def filled(lattice: Lattice, glyphs: Iterable[Glyph]) -> tuple[list[Cell], list[Glyph]]:
    """Put each glyph into the cell that holds its centre; return the rest as well."""
    inside: list[list[Glyph]] = [[] for _ in lattice.cells]
    outside: list[Glyph] = []
    left, top, right, bottom = lattice.box
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        owner = None
        if left <= x <= right and top <= y <= bottom:
            owner = lattice.owner_at(x, y)
        (outside if owner is None else inside[owner]).append(glyph)
    cells = [
        Cell(span, lattice.box_of(span), tuple(lines_of(held)) if held else ())
        for span, held in zip(lattice.cells, inside, strict=True)
    ]
    return cells, outside


def text_of(lines: Sequence[Line], box: Box) -> str:
    """Return the lines of a cell as one text.

    Words cut at the end of a line are joined; two numbers are only where the first one
    has filled its line.
    """
    if not lines:
        return ""
    if _is_written_upwards(lines):
        return "".join(line.text for line in reversed(lines))
    text = lines[0].text
    for above, line in pairwise(lines):
        text += _between(above, line, box) + line.text
    return text


def _is_written_upwards(lines: Sequence[Line]) -> bool:
    """Tell whether single characters follow each other from the bottom to the top."""
    if len(lines) < _VERTICAL or any(len(line.glyphs) > 1 for line in lines):
        return False
    return all(a.glyphs[0].order > b.glyphs[0].order for a, b in pairwise(lines))


def _between(above: Line, line: Line, box: Box) -> str:
    end, start = above.glyphs[-1].text, line.glyphs[0].text
    if end.isdecimal() and start.isdecimal():
        free = (box.right - box.left) - (above.box.right - above.box.left)
        return "" if free < _ROOM * above.size else "\n"
    return " " if end.isascii() and end.isalpha() and start.isascii() and start.isalpha() else ""
