"""Lines cut at their gaps: words of a table that has no lines between its columns."""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from ogi.reading.pdf.lines import Line, box_around
from ogi.reading.pdf.sheet import Box, Glyph

_BETWEEN_NUMBERS = 0.22  # gaps that part two tokens, in heights: between two figures,
_BESIDE_A_NUMBER = 0.45  # between a figure and a word,
_BETWEEN_WORDS = 0.6  # and between two words
_VALUE = re.compile(r"[+\-−–]?[\d０-９][\d０-９.,，．]*[%％]?|[/／\\—–\-−]{1,3}|无|不涉及|不适用")
_FIGURES = frozenset("0123456789０１２３４５６７８９.,，．+-−–—/／%％")


class Token(NamedTuple):
    """Glyphs of one line with no gap between them."""

    glyphs: tuple[Glyph, ...]
    box: Box

    @property
    def text(self) -> str:
        """The characters of the token."""
        return "".join(glyph.text for glyph in self.glyphs)

    @property
    def is_value(self) -> bool:
        """It is a figure, or a mark that stands for one."""
        return bool(_VALUE.fullmatch(self.text))

    @property
    def center(self) -> float:
        """The middle of the token, from left to right."""
        return (self.box.left + self.box.right) / 2

    @property
    def height(self) -> float:
        """The height of its type."""
        return self.box.bottom - self.box.top

    @property
    def middle(self) -> float:
        """The middle of the token, from top to bottom."""
        return (self.box.top + self.box.bottom) / 2


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
    share = (_BETWEEN_WORDS, _BESIDE_A_NUMBER, _BETWEEN_NUMBERS)[figures]
    return share * max(last.bottom - last.top, glyph.bottom - glyph.top)


def token_of(glyphs: Sequence[Glyph]) -> Token:
    """Return glyphs of one line as a token."""
    return Token(tuple(glyphs), box_around(glyphs))
