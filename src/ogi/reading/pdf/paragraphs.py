"""From lines of running text to paragraphs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

from ogi.reading.pdf.lines import HEADING, Line, box_around
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Box


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Text that belongs together; `box` is its part on `page`, where it begins."""

    text: str
    page: int
    box: Box


@dataclass(frozen=True, slots=True)
class _Margins:
    left: float
    right: float


class PlacedLine(NamedTuple):
    """A line of running text with its page and its column."""

    page: int
    column: int
    line: Line


def paragraphs_of(lines: Sequence[PlacedLine]) -> Iterator[Paragraph]:
    """Join lines in reading order into paragraphs."""
    columns: dict[tuple[int, int], list[Line]] = {}
    for page, column, line in lines:
        columns.setdefault((page, column), []).append(line)
    margins = _all_margins(columns)
    group: list[PlacedLine] = []
    for placed in lines:
        if group and not _goes_on(group[-1], placed, margins):
            yield _paragraph(group)
            group = []
        group.append(placed)
    if group:
        yield _paragraph(group)


def _all_margins(columns: Mapping[tuple[int, int], list[Line]]) -> dict[tuple[int, int], _Margins]:
    """Return the margins of every column of text; a short page has those of one near it."""
    own = {key: _margins(held) for key, held in columns.items()}
    sure = [key for key, held in columns.items() if len(_wide(held)) >= MODEL.enough]

    def likely(page: int, column: int) -> _Margins:
        mine = own[page, column]
        near = sorted((one for one in sure if one[1] == column), key=lambda one: abs(one[0] - page))
        wider = (own[one] for one in near if _holds(own[one], mine))
        return mine if (page, column) in sure else next(wider, mine)

    return {key: likely(*key) for key in columns}


def _holds(outer: _Margins, inner: _Margins) -> bool:
    return outer.left <= inner.left + 1 and inner.right <= outer.right + 1


def _wide(lines: Sequence[Line]) -> list[Line]:
    return [line for line in lines if len(line.glyphs) >= MODEL.for_margins]


def _margins(lines: Sequence[Line]) -> _Margins:
    """Return where the lines of running text begin and end."""
    wide = _wide(lines) or lines
    lefts = sorted(line.box.left for line in wide)
    rights = sorted(line.box.right for line in wide)
    return _Margins(lefts[len(lefts) // 8], rights[-1 - len(rights) // 8])


def _goes_on(
    last: PlacedLine, following: PlacedLine, margins: dict[tuple[int, int], _Margins]
) -> bool:
    above, line = last.line, following.line
    size = median((above.size, line.size))
    if abs(above.size - line.size) > MODEL.same_type * size or HEADING.match(line.text):
        return False
    if last[:2] == following[:2] and not 0 < line.box.top - above.box.top < MODEL.leading * size:
        return False
    ends_full = margins[last[:2]].right - above.box.right < MODEL.short * size
    begins_flush = line.box.left - margins[following[:2]].left < MODEL.indent * size
    return ends_full and begins_flush


def _paragraph(group: Sequence[PlacedLine]) -> Paragraph:
    first = group[0]
    text = first.line.text
    for _, _, line in group[1:]:
        words = text[-1:].isascii() and text[-1:].isalpha() and line.text[:1].isascii()
        text += (" " if words and line.text[:1].isalpha() else "") + line.text
    here = [placed.line.box for placed in group if placed[:2] == first[:2]]
    return Paragraph(text, first.page, box_around(here))
