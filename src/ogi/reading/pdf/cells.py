"""From a lattice and glyphs to the cells of a table with their texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ogi.reading.pdf.lattice import Lattice, Span
from ogi.reading.pdf.lines import Line, lines_of
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Box, Glyph


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell on one page: what it covers, its box, and its lines of text."""

    span: Span
    box: Box
    lines: tuple[Line, ...]


def filled(lattice: Lattice, glyphs: Iterable[Glyph]) -> tuple[list[Cell], list[Glyph]]:
    """Put each glyph into the cell that holds its centre; return the rest as well."""
    inside: list[list[Glyph]] = [[] for _ in lattice.cells]
    outside: list[Glyph] = []
    left, top, right, bottom = lattice.box
    for glyph in glyphs:
        x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
        if left <= x < right and top <= y < bottom:
            inside[lattice.owner_at(x, y)].append(glyph)
        else:
            outside.append(glyph)
    cells = [
        Cell(span, lattice.box_of(span), tuple(lines_of(held)) if held else ())
        for span, held in zip(lattice.cells, inside, strict=True)
    ]
    return cells, outside


def with_overflow(
    cells: Sequence[Cell], bottom: float, outside: Sequence[Glyph]
) -> tuple[list[Cell], list[Glyph]]:
    """Give back to vertical labels what a page break let run out of the table."""
    kept = list(cells)
    rest = list(outside)
    lowest = bottom + MODEL.below_table
    outside = [g for g in outside if bottom - g.bottom < g.top - bottom and g.top < lowest]
    if not outside:
        return kept, rest
    for index, cell in enumerate(cells):
        if cell.box.bottom < bottom or not _is_vertical(cell.lines):
            continue
        lines = list(cell.lines)
        for glyph in sorted(outside, key=lambda g: g.top):
            if _goes_below(lines[-1].glyphs[0], glyph):
                lines.append(Line((glyph,), Box(*glyph[1:5])))
                rest.remove(glyph)
        kept[index] = Cell(cell.span, cell.box, tuple(lines))
    return kept, rest


def _is_vertical(lines: Sequence[Line]) -> bool:
    return bool(lines) and all(len(line.glyphs) == 1 for line in lines)


def _goes_below(last: Glyph, glyph: Glyph) -> bool:
    height = last.bottom - last.top
    aligned = abs(last.left + last.right - glyph.left - glyph.right) < MODEL.same_line * height
    return aligned and MODEL.same_line < (glyph.top - last.top) / height < MODEL.upright


def inset_of(cells: Iterable[Cell]) -> float:
    """Return how far text keeps from the edges of the cells of a table."""
    insets = (line.box.left - cell.box.left for cell in cells for line in cell.lines)
    return max(0.0, min(MODEL.inset, min(insets, default=0.0)))


def is_full(cell: Cell, inset: float) -> bool:
    """Tell whether the last line has filled the cell, so that a word may go on after it."""
    if not cell.lines:
        return False
    last = cell.lines[-1]
    if len(cell.lines) >= MODEL.vertical and _is_vertical(cell.lines):
        return True
    return _free(last, cell.box, inset) < MODEL.full * last.size


def _free(line: Line, box: Box, inset: float) -> float:
    return (box.right - box.left) - 2 * inset - (line.box.right - line.box.left)


def text_of(cell: Cell, inset: float = 0.0) -> str:
    """Return the lines of a cell as one text.

    Words cut at the end of a line are joined; two numbers are only where the first one
    has filled its line.
    """
    if not cell.lines:
        return ""
    if _is_written_upwards(cell.lines):
        return "".join(line.text for line in reversed(cell.lines))
    text = cell.lines[0].text
    for above, line in pairwise(cell.lines):
        text += _between(above, line, _free(above, cell.box, inset)) + line.text
    return text


def _is_written_upwards(lines: Sequence[Line]) -> bool:
    """Tell whether single characters follow each other from the bottom to the top."""
    if len(lines) < MODEL.vertical or any(len(line.glyphs) > 1 for line in lines):
        return False
    return all(a.glyphs[0].order > b.glyphs[0].order for a, b in pairwise(lines))


def _between(above: Line, line: Line, free: float) -> str:
    """Return what to write between two lines; `free` is the room left on the first."""
    last, start = above.glyphs[-1], line.glyphs[0].text
    if last.text.isdecimal() and start.isdecimal():
        return "" if free < MODEL.full_figure * (last.right - last.left) else "\n"
    words = last.text.isascii() and last.text.isalpha() and start.isascii() and start.isalpha()
    return " " if words else ""
