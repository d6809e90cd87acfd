"""Tables with horizontal lines only."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from ogi.reading.pdf.cells import Cell, filled, text_of
from ogi.reading.pdf.columns import Band, blocks_of, boundaries_of, label_walls, runs_through
from ogi.reading.pdf.fragments import Fragment
from ogi.reading.pdf.lattice import Lattice, ruled_off
from ogi.reading.pdf.lines import Line, lines_of
from ogi.reading.pdf.rules import NEAR, positions
from ogi.reading.pdf.sheet import Box, Glyph, Rule
from ogi.reading.pdf.tokens import tokens_of

_FEWEST_LINES = 4  # with fewer, lines set the header apart, not the rows
_HIGHEST = 160.0  # points between two lines of one table
_LARGER = 1.15  # a heading is larger than the type of the table
_FULL = 0.85  # of the table's width: a line of running text
_LONG = 20  # characters: a line of running text
_ASIDE = 5.0  # points
_CENTERED = 6.0  # points by which centred text may be off

Stack = list[Rule]


def half_ruled_fragments(
    page: int, rules: Sequence[Rule], glyphs: Sequence[Glyph]
) -> tuple[list[Fragment], list[Glyph]]:
    """Return the tables between horizontal lines, and the glyphs outside them."""
    found: list[Fragment] = []
    rest = list(glyphs)
    for stack in _stacks(rules, glyphs):
        fragment, rest = _fragment(page, stack, rest)
        if fragment is not None:
            found.append(fragment)
    return found, rest


def _stacks(rules: Sequence[Rule], glyphs: Sequence[Glyph]) -> Iterator[Stack]:
    """Yield groups of lines below each other, with rows of a table between them."""
    pending: list[Stack] = []
    for rule in sorted(rules):
        home = next((stack for stack in pending if _fits(rule, stack)), None)
        if home is None:
            pending.append([rule])
        else:
            home.append(rule)
    for stack in pending:
        yield from _without_headings(stack, glyphs)


def _fits(rule: Rule, stack: Stack) -> bool:
    left = min(one.start for one in stack)
    right = max(one.end for one in stack)
    inside = left - NEAR <= rule.start and rule.end <= right + NEAR
    around = rule.start - NEAR <= left and right <= rule.end + NEAR
    return (inside or around) and rule.at - stack[-1].at <= _HIGHEST


def _without_headings(stack: Stack, glyphs: Sequence[Glyph]) -> Iterator[Stack]:
    """Cut a stack where a heading or running text stands between two lines."""
    box = _outline(stack)
    inside = [g for g in glyphs if _holds(box, g)]
    if len(stack) < _FEWEST_LINES or not inside:
        return
    size = median(g.bottom - g.top for g in inside)
    part: Stack = [stack[0]]
    for above, below in pairwise(stack):
        lines = lines_of(g for g in inside if above.at < (g.top + g.bottom) / 2 < below.at)
        if _parts(lines, size, box):
            yield part
            part = []
        part.append(below)
    yield part


def _parts(lines: Sequence[Line], size: float, box: Box) -> bool:
    """Tell whether what stands between two lines is not part of a table."""
    if len(lines) == 1:
        tokens = list(tokens_of(lines))
        return len(tokens) == 1 and lines[0].size > _LARGER * size
    width = box.right - box.left
    running = [
        line
        for line in lines
        if len(line.glyphs) >= _LONG
        and line.box.right - line.box.left > _FULL * width
        and len(list(tokens_of([line]))) == 1
    ]
    return len(running) >= 2 or bool(
        lines and max(line.size for line in lines) > 1.3 * size and len(lines) < 4
    )


def _outline(stack: Stack) -> Box:
    return Box(
        min(rule.start for rule in stack),
        min(rule.at for rule in stack),
        max(rule.end for rule in stack),
        max(rule.at for rule in stack),
    )


def _holds(box: Box, glyph: Glyph) -> bool:
    x, y = (glyph.left + glyph.right) / 2, (glyph.top + glyph.bottom) / 2
    return box.left <= x <= box.right and box.top <= y <= box.bottom


def _fragment(page: int, stack: Stack, glyphs: list[Glyph]) -> tuple[Fragment | None, list[Glyph]]:
    levels = positions([rule.at for rule in stack])
    if len(levels) < _FEWEST_LINES:
        return None, glyphs
    box = _outline(stack)
    bands = bands_of(levels, [g for g in glyphs if _holds(box, g)])
    if sum(len(band.tokens) >= 2 for band in bands) < 2 or any(map(_has_rows, bands)):
        return None, glyphs
    lattice = _lattice(levels, bands, stack, box)
    cells, rest = filled(lattice, glyphs)
    return fragment_of(page, lattice, cells), rest


def _has_rows(band: Band) -> bool:
    """Tell whether several rows stand between two lines."""
    rows = [list(tokens_of([line])) for line in band.lines]
    return sum(len(row) >= 3 and row[-1].is_value and row[-2].is_value for row in rows) >= 2


def bands_of(levels: Sequence[float], glyphs: Sequence[Glyph]) -> list[Band]:
    """Return the strips between levels with the text that stands in them."""
    bands: list[Band] = []
    for top, bottom in pairwise(levels):
        inside = [g for g in glyphs if top < (g.top + g.bottom) / 2 <= bottom]
        lines = tuple(lines_of(inside)) if inside else ()
        bands.append(Band(top, bottom, lines, tuple(tokens_of(lines))))
    return bands


def _lattice(levels: Sequence[float], bands: Sequence[Band], stack: Stack, box: Box) -> Lattice:
    hints = positions([x for rule in stack for x in (rule.start, rule.end)])
    walls: list[Rule] = []
    for block in blocks_of(bands):
        boundaries = boundaries_of(block, hints, box)
        walls.extend(label_walls(block, boundaries))
        walls.extend(
            Rule(x, storey[0].top, storey[-1].bottom)
            for x in boundaries
            for storey in _storeys(block, stack, x)
            if not any(runs_through(band, x) for band in storey)
        )
    columns = positions([wall.at for wall in walls])
    return ruled_off(levels, columns, stack, walls)


def _storeys(block: Sequence[Band], stack: Stack, x: float) -> Iterator[list[Band]]:
    """Group bands that no line parts on either side of a boundary."""
    group = [block[0]]
    for above, band in pairwise(block):
        here = (rule for rule in stack if abs(rule.at - band.top) <= NEAR)
        parted = any(rule.start < x + _ASIDE and rule.end > x - _ASIDE for rule in here)
        if parted or above.bottom != band.top:
            yield group
            group = []
        group.append(band)
    yield group


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
    for cell in cells:
        if id(cell) in gone or not cell.lines:
            continue
        left = _empties(cell, by_place, lattice, forward=False)
        right = _empties(cell, by_place, lattice, forward=True)
        best = _centred(cell, left, right, lattice)
        taken = [*left[: best[0]], *right[: best[1]]]
        gone.update(id(other) for other in taken)
        result.append(_grown(cell, taken, lattice))
    result.extend(c for c in cells if not c.lines and id(c) not in gone)
    return sorted(result, key=lambda c: (c.span.row, c.span.column))


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
            if off <= _CENTERED and i + j > sum(best):
                best = (i, j)
    return best


def _grown(cell: Cell, taken: Sequence[Cell], lattice: Lattice) -> Cell:
    if not taken:
        return cell
    start = min(cell.span.column, *(other.span.column for other in taken))
    colspan = cell.span.colspan + sum(other.span.colspan for other in taken)
    span = cell.span._replace(column=start, colspan=colspan)
    return replace(cell, span=span, box=lattice.box_of(span))
