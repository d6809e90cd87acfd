"""Where, among lines of text, tables without ruling lines stand."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

from ogi.expression import expression
from ogi.reading.pdf.lines import HEADING, Line
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.tokens import ENDS, Token, token_of, tokens_of

_NUMBERED = expression(r"[（(][一二三四五六七八九十]+[）)]|\d{1,2}[.．]\D")


@dataclass(frozen=True, eq=False)
class Row:
    """A line of a table, cut at its gaps."""

    line: Line
    tokens: tuple[Token, ...]

    @cached_property
    def values(self) -> list[Token]:
        """The figures in it."""
        return [token for token in self.tokens if token.is_value]

    @cached_property
    def middle(self) -> float:
        """The middle of the line, from top to bottom."""
        return (self.line.box.top + self.line.box.bottom) / 2

    @cached_property
    def is_anchor(self) -> bool:
        """It ends in figures, beside a label or other figures: the row of a table."""
        return len(self.tokens) >= 2 and self.tokens[-1].is_value


def regions_of(lines: Sequence[Line]) -> Iterator[list[Row]]:
    """Yield the rows of each table among lines in reading order."""
    if not any(line.glyphs[-1].text in ENDS for line in lines):
        return
    rows = _without_vertical([Row(line, tuple(tokens_of([line]))) for line in lines])
    anchors = [row for row in rows if row.is_anchor]
    if not anchors:
        return
    size = median(row.line.size for row in anchors)
    left = min(row.line.box.left for row in rows)
    width = max(row.line.box.right for row in rows) - left
    group: list[Row] = []
    for row in rows:
        apart = group and _gap(group[-1], row) > MODEL.lines_apart * size
        if apart or _is_heading(row, anchors, size) or _is_running(row, width):
            yield from _table(group)
            group = []
            if not apart:
                continue
        group.append(row)
    yield from _table(group)


def _without_vertical(rows: Sequence[Row]) -> list[Row]:
    """Part the characters of a vertical label from the words they stand beside."""
    starts = [row.tokens[0].box.left for row in rows if _is_loose(row)]

    def is_vertical(row: Row) -> bool:
        first = row.tokens[0]
        aligned = sum(abs(x - first.box.left) < MODEL.near for x in starts)
        if _is_loose(row) and aligned >= MODEL.vertical:
            return True
        return first.text[0] not in ENDS and bool(_NUMBERED.match(first.text[1:]))

    return [
        _with_first_apart(row) if len(row.tokens[0].glyphs) > 1 and is_vertical(row) else row
        for row in rows
    ]


def _is_loose(row: Row) -> bool:
    """Tell whether the first character of a row stands apart from the next one."""
    glyphs = row.tokens[0].glyphs
    if len(glyphs) == 1:
        return True
    return glyphs[1].left - glyphs[0].right > MODEL.through * (glyphs[0].bottom - glyphs[0].top)


def _with_first_apart(row: Row) -> Row:
    first = row.tokens[0]
    parts = (token_of(first.glyphs[:1]), token_of(first.glyphs[1:]))
    return Row(row.line, (*parts, *row.tokens[1:]))


def _gap(above: Row, below: Row) -> float:
    return abs(below.line.box.top - above.line.box.top)


def _is_heading(row: Row, anchors: Sequence[Row], size: float) -> bool:
    if len(row.tokens) > 1:
        return False
    if row.line.size > MODEL.larger * size:
        return True
    nearest = min(abs(anchor.middle - row.middle) for anchor in anchors)
    return bool(HEADING.match(row.line.text)) and nearest > MODEL.alone * size


def _is_running(row: Row, width: float) -> bool:
    extent = row.line.box.right - row.line.box.left
    if row.is_anchor or len(row.line.glyphs) < MODEL.running or extent < MODEL.wide * width:
        return False
    return sum(glyph.right - glyph.left for glyph in row.line.glyphs) > MODEL.solid * extent


def _table(group: Sequence[Row]) -> Iterator[list[Row]]:
    """Yield a group as a table if it has the figures of one; without text below it."""
    anchors = [index for index, row in enumerate(group) if row.is_anchor]
    if not anchors:
        return
    if len(anchors) < 2 and len(group[anchors[0]].values) < MODEL.figures_alone:
        return
    last = group[anchors[-1]]
    end = anchors[-1] + 1
    while end < len(group) and group[end].middle - last.middle < MODEL.tail * last.line.size:
        end += 1
    yield list(group[:end])
