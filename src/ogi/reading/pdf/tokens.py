"""Lines cut at their gaps: words of a table that has no lines between its columns."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ogi.expression import expression
from ogi.reading.pdf.lines import Line, box_around
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Box, Glyph

_VALUE = expression(r"[+\-−–]?[\d０-９][\d０-９.,，．]*[%％]?|[/／\\—–\-−]{1,3}|无|不涉及|不适用")
_FIGURES = frozenset("0123456789０１２３４５６７８９.,，．+-−–—/／%％")
ENDS = _FIGURES | frozenset("\\无及用")  # the characters with which a value may end


@dataclass(frozen=True, eq=False, slots=True)
class Token:
    """Glyphs of one line with no gap between them.

    `is_value` says that it is a figure, or a mark that stands for one; `center` is its
    middle from left to right, `middle` the one from top to bottom, `height` that of its
    type. Two tokens are the same only if they are one.
    """

    glyphs: tuple[Glyph, ...]
    box: Box
    text: str
    is_value: bool
    center: float
    middle: float
    height: float


def tokens_of(lines: Iterable[Line]) -> Iterator[Token]:
    """Yield the tokens of lines, from left to right on each."""
    for line in lines:
        start = 0
        for index, (last, glyph) in enumerate(pairwise(line.glyphs), start=1):
            if glyph.left - last.right > _gap(last, glyph):
                yield token_of(line.glyphs[start:index])
                start = index
        yield token_of(line.glyphs[start:])


def _gap(last: Glyph, glyph: Glyph) -> float:
    figures = (last.text in _FIGURES) + (glyph.text in _FIGURES)
    apart = (MODEL.words_apart, MODEL.figure_and_word_apart, MODEL.figures_apart)[figures]
    return apart * max(last.bottom - last.top, glyph.bottom - glyph.top)


def token_of(glyphs: Sequence[Glyph]) -> Token:
    """Return glyphs of one line as a token."""
    box = box_around(glyphs)
    text = "".join([glyph.text for glyph in glyphs])
    return Token(
        glyphs=tuple(glyphs),
        box=box,
        text=text,
        is_value=text[-1] in ENDS and _VALUE.fullmatch(text) is not None,
        center=(box.left + box.right) / 2,
        middle=(box.top + box.bottom) / 2,
        height=box.bottom - box.top,
    )
