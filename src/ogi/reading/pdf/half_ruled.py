"""Tables with horizontal lines only."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ogi.reading.pdf.cells import filled
from ogi.reading.pdf.columns import Band, blocks_of, boundaries_of, label_walls, runs_through
from ogi.reading.pdf.fragments import Fragment
from ogi.reading.pdf.lattice import Lattice, ruled_off
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.rules import positions
from ogi.reading.pdf.sheet import Glyph, Rule
from ogi.reading.pdf.stacks import Stack, stacks_of
from ogi.reading.pdf.tokens import Token
from ogi.reading.pdf.widening import fragment_of


def half_ruled_fragments(
    page: int, rules: Sequence[Rule], glyphs: Sequence[Glyph]
) -> tuple[list[Fragment], list[Glyph]]:
    """Return the tables between horizontal lines, and the glyphs outside them."""
    found: list[Fragment] = []
    rest = list(glyphs)
    if len(rules) > MODEL.ruling_lines:
        return found, rest
    for stack in stacks_of(rules, glyphs):
        if not _is_table(stack):
            continue
        lattice = _lattice(stack)
        cells, rest = filled(lattice, rest)
        found.append(fragment_of(page, lattice, cells))
    return found, rest


def _is_table(stack: Stack) -> bool:
    """Tell whether there are rows between the lines, one between each two."""
    rows = sum(len(band.tokens) >= 2 for band in stack.bands)
    return rows >= 2 and not any(_has_rows(band) for band in stack.bands)


def _has_rows(band: Band) -> bool:
    """Tell whether several rows of figures stand between two lines."""
    heights: list[list[Token]] = []
    for token in band.values:
        if heights and token.middle - heights[-1][0].middle < MODEL.on_line * token.height:
            heights[-1].append(token)
        else:
            heights.append([token])
    return sum(len(row) >= 2 for row in heights) >= 2


def _lattice(stack: Stack) -> Lattice:
    hints = positions([x for rule in stack.rules for x in (rule.start, rule.end)])
    walls: list[Rule] = []
    for block in blocks_of(stack.bands):
        boundaries = boundaries_of(block, hints, stack.box)
        walls.extend(label_walls(block, boundaries))
        walls.extend(
            Rule(x, storey[0].top, storey[-1].bottom)
            for x in boundaries
            for storey in _storeys(block, stack.rules, x)
            if not any(runs_through(band, x) for band in storey)
        )
    columns = positions([wall.at for wall in walls])
    return ruled_off(stack.levels, columns, stack.rules, walls)


def _storeys(block: Sequence[Band], rules: Sequence[Rule], x: float) -> Iterator[list[Band]]:
    """Group bands that no line parts on either side of a boundary."""
    crossing = [r.at for r in rules if r.start < x + MODEL.near and r.end > x - MODEL.near]
    group = [block[0]]
    for above, band in pairwise(block):
        parted = any(abs(at - band.top) <= MODEL.near for at in crossing)
        if parted or above.bottom != band.top:
            yield group
            group = []
        group.append(band)
    yield group
