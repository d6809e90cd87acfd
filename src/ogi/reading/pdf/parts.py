"""A table without ruling lines cut into parts that share their columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from ogi.reading.pdf.columns import Band, boundaries_of
from ogi.reading.pdf.labels import Spacing, spacing_of
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.regions import Row
from ogi.reading.pdf.sheet import Box
from ogi.reading.pdf.tokens import Token, token_of


@dataclass(frozen=True, eq=False)
class Part:
    """Rows that share their columns.

    `columns` are the outer edges and the boundaries: first the labels, then each column
    of figures.
    """

    rows: tuple[Row, ...]
    columns: tuple[float, ...]
    spacing: Spacing

    @cached_property
    def anchors(self) -> list[Row]:
        """The rows that hold figures."""
        return [row for row in self.rows if row.is_anchor]

    @cached_property
    def tokens(self) -> list[Token]:
        """Every token, row by row."""
        return [token for row in self.rows for token in row.tokens]


def parts_of(region: Sequence[Row], box: Box) -> list[Part]:
    """Cut a table where a heading over the figures begins new columns."""
    anchors = [row for row in region if row.is_anchor]
    words = [token for row in region for token in row.tokens if not token.is_value]
    spacing = spacing_of(words, [row.middle for row in anchors])
    reach = max((_label_end(row) for row in anchors), default=0.0)
    groups = _cut(region, anchors, reach, spacing)
    parts: list[Part] = []
    for rows in groups:
        columns = tuple(_columns(rows, box))
        parts.append(Part(tuple(_split_at(row, columns[1]) for row in rows), columns, spacing))
    return parts


def _split_at(row: Row, edge: float) -> Row:
    """Part a figure from the label that runs up to it."""
    if not row.is_anchor:
        return row
    tokens: list[Token] = []
    for token in row.tokens:
        right = [g for g in token.glyphs if (g.left + g.right) / 2 >= edge]
        left = token.glyphs[: len(token.glyphs) - len(right)]
        if left and right and (figure := token_of(right)).is_value:
            tokens.extend((token_of(left), figure))
        else:
            tokens.append(token)
    return Row(row.line, tuple(tokens))


def _label_end(row: Row) -> float:
    labels = takewhile(lambda token: not token.is_value, row.tokens)
    return max((token.box.right for token in labels), default=0.0)


def _cut(
    region: Sequence[Row], anchors: Sequence[Row], reach: float, spacing: Spacing
) -> Iterator[list[Row]]:
    """Yield the rows of each part; lines a row or more below the figures go with the next."""
    rows: list[Row] = []
    loose: list[Row] = []
    for row in region:
        if row.is_anchor or not any(other.is_anchor for other in rows):
            rows.extend([*loose, row])
            loose = []
            continue
        nearest = min(abs(anchor.middle - row.middle) for anchor in anchors)
        apart = nearest > MODEL.of_row * spacing.rows
        if apart and any(token.center > reach for token in row.tokens):
            yield rows
            rows, loose = [*loose, row], []
        elif apart or loose:
            loose.append(row)
        else:
            rows.append(row)
    yield [*rows, *loose]


def _columns(rows: Sequence[Row], box: Box) -> list[float]:
    anchors = [row for row in rows if row.is_anchor]
    if not anchors:
        return [box.left, box.right]
    bands = [
        Band(row.line.box.top, row.line.box.bottom, (row.line,), row.tokens)
        for row in rows
        if row.is_anchor or row.middle < anchors[0].middle
    ]
    found = boundaries_of(bands, (), box)
    has_labels = any(not row.tokens[0].is_value for row in anchors)
    return found if has_labels else [box.left, *found]
