"""From glyphs to lines of text in the order in which they are read."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from operator import attrgetter

from ogi.expression import expression
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Box, Glyph

# How a heading begins: 一、 and not 一.5, or 第一部分.
HEADING = expression(
    r"[一二三四五六七八九十]{1,3}[、.．](?!\d)|第[一二三四五六七八九十]+(?:部分|章|节)"
)


@dataclass(frozen=True)
class Line:
    """A line of text: its glyphs from left to right, and the box around them."""

    glyphs: tuple[Glyph, ...]
    box: Box

    @cached_property
    def size(self) -> float:
        """The height of the type, by its median; ideographs count before figures."""
        wide = [glyph for glyph in self.glyphs if not _is_narrow(glyph.text)]
        heights = sorted(map(_height, wide or self.glyphs))
        return heights[len(heights) // 2]

    @cached_property
    def text(self) -> str:
        """The text, with white space where it means something."""
        return written(self.glyphs)


def lines_of(glyphs: Iterable[Glyph]) -> list[Line]:
    """Return the lines of the glyphs, from top to bottom."""
    found: list[list[Glyph]] = []
    glyphs = list(glyphs)
    if len(glyphs) == 1:
        return [line_of(glyphs)]
    first = last = height = 0.0
    step, same_line = MODEL.step, MODEL.same_line
    for glyph in sorted(glyphs, key=_from_top):
        middle, tall = (glyph.top + glyph.bottom) / 2, glyph.bottom - glyph.top
        least = max(min(height, tall), 1.0)
        if found and middle - last <= step * least and middle - first <= same_line * least:
            found[-1].append(glyph)
            last = middle
            continue
        found.append([glyph])
        first = last = middle
        height = tall
    return [line_of(line) for line in found]


def line_of(glyphs: Sequence[Glyph]) -> Line:
    """Return glyphs that stand on one line as that line."""
    if len(glyphs) == 1:
        return Line((glyphs[0],), Box(*glyphs[0][1:5]))
    ordered = sorted(glyphs, key=_left)
    kept = [ordered[0]]
    for glyph in ordered[1:]:
        last = kept[-1]
        if glyph.text == last.text and glyph.left - last.left < MODEL.same_glyph * _height(last):
            continue
        kept.append(glyph)
    return Line(tuple(kept), box_around(kept))


def box_around(parts: Iterable[Glyph | Box]) -> Box:
    """Return the box around glyphs or boxes."""
    every = list(parts)
    return Box(
        min([part.left for part in every]),
        min([part.top for part in every]),
        max([part.right for part in every]),
        max([part.bottom for part in every]),
    )


def written(glyphs: Sequence[Glyph]) -> str:
    """Return the text of glyphs from left to right.

    Ideographs are set without spaces, whatever the producer wrote between them; words
    and numbers keep theirs.
    """
    parts = [glyphs[0].text] if glyphs else []
    for last, glyph in pairwise(glyphs):
        space = glyph.left - last.right
        height = glyph.bottom - glyph.top
        if space > MODEL.typed_space * height and space > _least_space(last.text, glyph) * height:
            parts.append(" ")
        parts.append(glyph.text)
    return "".join(parts)


def _least_space(last: str, glyph: Glyph) -> float:
    """Return the gap, in heights, from which on white space means something."""
    if _is_narrow(last) and _is_narrow(glyph.text):
        return MODEL.typed_space if glyph.spaced else MODEL.space
    if _is_narrow(last) or _is_narrow(glyph.text):
        return MODEL.space_beside_ideograph
    return MODEL.space_between_ideographs


def _height(glyph: Glyph) -> float:
    return glyph.bottom - glyph.top


def _is_narrow(text: str) -> bool:
    return text < "\u2000"


_left = attrgetter("left")


def _from_top(glyph: Glyph) -> float:
    return glyph.top + glyph.bottom
