"""Horizontal lines below each other, with strips of text between them."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from ogi.reading.pdf.columns import Band
from ogi.reading.pdf.lines import lines_of
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.rules import positions
from ogi.reading.pdf.sheet import Box, Glyph, Rule
from ogi.reading.pdf.tokens import tokens_of


@dataclass(frozen=True, slots=True)
class Stack:
    """Lines of one table and the strips between them."""

    rules: tuple[Rule, ...]
    bands: tuple[Band, ...]
    box: Box

    @property
    def levels(self) -> list[float]:
        """The heights of the lines."""
        return [self.bands[0].top, *(band.bottom for band in self.bands)]


def stacks_of(rules: Sequence[Rule], glyphs: Sequence[Glyph]) -> Iterator[Stack]:
    """Yield lines that belong together, cut where a heading or running text stands."""
    pending: list[list[Rule]] = []
    for rule in sorted(rules):
        home = next((group for group in pending if _fits(rule, group)), None)
        if home is None:
            pending.append([rule])
        else:
            home.append(rule)
    for group in pending:
        if len(group) >= MODEL.lines_of_table:
            yield from _cut(group, glyphs)


def _fits(rule: Rule, group: Sequence[Rule]) -> bool:
    if rule.at - group[-1].at > MODEL.highest_row:
        return False
    box = _outline(group)
    inside = box.left - MODEL.near <= rule.start and rule.end <= box.right + MODEL.near
    around = rule.start - MODEL.near <= box.left and box.right <= rule.end + MODEL.near
    return inside or around


def _outline(rules: Sequence[Rule]) -> Box:
    return Box(
        min([rule.start for rule in rules]),
        rules[0].at,
        max([rule.end for rule in rules]),
        rules[-1].at,
    )


def _cut(group: Sequence[Rule], glyphs: Sequence[Glyph]) -> Iterator[Stack]:
    """Yield the parts of a group between headings."""
    box = _outline(group)
    levels = positions([rule.at for rule in group])
    inside = [g for g in glyphs if box.left <= (g.left + g.right) / 2 <= box.right]
    bands = _bands(levels, inside)
    sizes = [line.size for band in bands for line in band.lines]
    size = median(sizes) if sizes else 0.0
    part: list[Band] = []
    for band in (*bands, None):
        if band is not None and not _parts(band, size, box):
            part.append(band)
            continue
        if len(part) + 1 >= MODEL.lines_of_table:
            yield _stack(part, group)
        part = []


def _stack(bands: Sequence[Band], group: Sequence[Rule]) -> Stack:
    top, bottom = bands[0].top - MODEL.near, bands[-1].bottom + MODEL.near
    rules = tuple(rule for rule in group if top <= rule.at <= bottom)
    outline = _outline(rules)
    return Stack(
        rules, tuple(bands), Box(outline.left, bands[0].top, outline.right, bands[-1].bottom)
    )


def _bands(levels: Sequence[float], glyphs: Sequence[Glyph]) -> list[Band]:
    """Return the strips between levels with the text that stands in them."""
    held: list[list[Glyph]] = [[] for _ in levels]
    for glyph in glyphs:
        held[bisect_left(levels, (glyph.top + glyph.bottom) / 2) - 1].append(glyph)
    bands: list[Band] = []
    for (top, bottom), inside in zip(pairwise(levels), held, strict=False):
        lines = tuple(lines_of(inside)) if inside else ()
        bands.append(Band(top, bottom, lines, tuple(tokens_of(lines))))
    return bands


def _parts(band: Band, size: float, box: Box) -> bool:
    """Tell whether what stands between two lines is not part of a table."""
    if len(band.lines) == 1:
        return len(band.tokens) == 1 and band.lines[0].size > MODEL.larger * size
    if (
        0 < len(band.lines) <= MODEL.enough
        and max(line.size for line in band.lines) > MODEL.much_larger * size
    ):
        return True
    running = [
        token
        for token in band.tokens
        if len(token.glyphs) >= MODEL.running
        and token.box.right - token.box.left > MODEL.wide * (box.right - box.left)
    ]
    return len(running) >= 2
