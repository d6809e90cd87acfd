"""The columns of a table without vertical lines, from where its figures stand."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from ogi.reading.pdf.lines import Line
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Box, Rule
from ogi.reading.pdf.tokens import Token


@dataclass(frozen=True)
class Band:
    """A strip of a table from one horizontal line to the next."""

    top: float
    bottom: float
    lines: tuple[Line, ...]
    tokens: tuple[Token, ...]

    @cached_property
    def values(self) -> list[Token]:
        """The figures in it."""
        return [token for token in self.tokens if token.is_value]


def blocks_of(bands: Sequence[Band]) -> list[list[Band]]:
    """Group bands that share their columns: a header and the rows below it.

    A table may change its columns: a band without figures that says something over the
    columns begins anew.
    """
    blocks: list[list[Band]] = []
    edge = 0.0
    for band in bands:
        values = band.values
        heads = not values and any(token.box.right > edge for token in band.tokens)
        had_values = bool(blocks) and any(other.values for other in blocks[-1])
        if not blocks or (heads and had_values):
            blocks.append([])
            edge = 0.0
        blocks[-1].append(band)
        if values:
            first = min(token.box.left for token in values)
            edge = min(edge, first) if edge else first
    return blocks


def boundaries_of(block: Sequence[Band], hints: Sequence[float], box: Box) -> list[float]:
    """Return where the columns of a block part, its outer edges included.

    `hints` are the ends of horizontal lines: a column begins or ends there.
    """
    extents = _merged((token.box.left, token.box.right) for band in block for token in band.values)
    extents = _with_headings(extents, block)
    if not extents:
        gaps = _between(_gaps(block[-1]), box.left, box.right)
        return [box.left, *_with_hints(gaps, _between(hints, box.left, box.right)), box.right]
    first = extents[0][0]
    labels = [
        token.box.right
        for band in block
        for token in band.tokens
        if band.values and token.box.right <= first
    ]
    inner: list[float] = []
    if labels:
        inner.extend(_between(hints, box.left, max(labels)))
        inner.append(_parting(max(labels), first, hints))
    inner.extend(_parting(left[1], right[0], hints) for left, right in pairwise(extents))
    return [box.left, *inner, box.right]


def _between(hints: Sequence[float], left: float, right: float) -> list[float]:
    return [hint for hint in hints if left + MODEL.clear < hint < right - MODEL.clear]


def _gaps(band: Band) -> list[float]:
    """Return the middles of the gaps that no line of a band runs through."""
    glyphs = [glyph for line in band.lines for glyph in line.glyphs]
    extents = _merged((glyph.left, glyph.right) for glyph in glyphs)
    return [
        (left[1] + right[0]) / 2
        for left, right in pairwise(extents)
        if right[0] - left[1] > MODEL.through * (glyphs[0].bottom - glyphs[0].top)
    ]


def _with_hints(gaps: Sequence[float], hints: Sequence[float]) -> list[float]:
    """Return the hints and those gaps that lie away from all of them."""
    return sorted(
        [*hints, *(gap for gap in gaps if all(abs(gap - h) > MODEL.loose for h in hints))]
    )


def label_walls(block: Sequence[Band], boundaries: Sequence[float]) -> list[Rule]:
    """Return short lines between labels of one row that no boundary parts yet."""
    first = min((token.box.left for band in block for token in band.values), default=0.0)
    return [
        Rule((left.box.right + right.box.left) / 2, band.top, band.bottom)
        for band in block
        if band.values
        for left, right in pairwise(band.tokens)
        if left.box.right <= right.box.left
        and right.box.right <= first
        and abs(left.middle - right.middle) < MODEL.on_line * left.height
        and not any(left.box.right <= x <= right.box.left for x in boundaries)
    ]


def _parting(left: float, right: float, hints: Sequence[float]) -> float:
    """Return where to part two columns: at a hint between them, or in the middle."""
    middle = (left + right) / 2
    near = [hint for hint in hints if left - MODEL.clear <= hint <= right + MODEL.clear]
    return min(near, key=lambda hint: abs(hint - middle), default=middle)


def _merged(extents: Iterable[tuple[float, float]]) -> list[tuple[float, float]]:
    """Merge overlapping extents."""
    merged: list[tuple[float, float]] = []
    for left, right in sorted(extents):
        if merged and left < merged[-1][1] + MODEL.clear:
            merged[-1] = (merged[-1][0], max(merged[-1][1], right))
        else:
            merged.append((left, right))
    return merged


def _with_headings(
    extents: list[tuple[float, float]], block: Sequence[Band]
) -> list[tuple[float, float]]:
    """Add the columns that have a heading and no figure."""
    if not extents:
        return extents
    first = extents[0][0]
    for band in block:
        if band.values:
            break
        for token in band.tokens:
            left, right = token.box.left, token.box.right
            clear = all(right < a - MODEL.clear or left > b + MODEL.clear for a, b in extents)
            if left > first and clear and not _covers_columns(token, band):
                extents = _merged([*extents, (left, right)])
    return extents


def _covers_columns(token: Token, band: Band) -> bool:
    """Tell whether a heading may stand over several columns: nothing stands beside it."""
    return (
        sum(other.box.left > token.box.right for other in band.tokens) == 0
        and len(band.tokens) <= 2
    )


def runs_through(band: Band, x: float) -> bool:
    """Tell whether text of a band runs through a boundary."""
    for line in band.lines:
        if not line.box.left < x < line.box.right:
            continue
        left = max((g for g in line.glyphs if g.left < x), key=lambda g: g.left)
        after = [g for g in line.glyphs if g.left >= x]
        height = left.bottom - left.top
        if left.right - x > MODEL.through * height:
            return True
        if after and after[0].left - left.right < MODEL.through * height:
            return True
    return False
