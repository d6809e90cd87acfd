"""The labels of rows, and those of groups of rows left of them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ogi.reading.pdf.drafts import Draft
from ogi.reading.pdf.labels import Chunk, Spacing, chunk_of, chunks_of, numbering, vertical_of
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.placing import group_runs, label_runs
from ogi.reading.pdf.tokens import Token


@dataclass(frozen=True, slots=True)
class Stripe:
    """A column of group labels; `right` is where it ends, `style` how they are numbered."""

    chunks: tuple[Chunk, ...]
    right: float
    style: int


@dataclass(frozen=True, slots=True)
class Labelled:
    """A row at a height, its label if it has one, and how many stripes stand left of it."""

    middle: float
    has_figures: bool
    label: Chunk | None
    depth: int = 0


@dataclass(frozen=True, slots=True)
class Labels:
    """The rows of a table with their labels, and the tokens that are none of these."""

    rows: tuple[Labelled, ...]
    stripes: tuple[Stripe, ...]
    others: tuple[Token, ...]


def labels_of(tokens: Sequence[Token], anchors: Sequence[float], spacing: Spacing) -> Labels:
    """Find the labels among the tokens left of the figures."""
    upright, flat = vertical_of(tokens, spacing)
    grouping, own = _apart(flat)
    rows, others = _rows(own, anchors, spacing)
    first = rows[0].label.box.top if rows and rows[0].label else anchors[0]
    chunks = [chunk for chunk in chunks_of(grouping, spacing) if chunk.middle >= first]
    used = {token for chunk in chunks for token in chunk.tokens}
    stripes = [_stripe([chunk]) for chunk in upright if chunk.box.bottom >= first]
    stripes.extend([_stripe(chunks)] if chunks else [])
    stripes.sort(key=lambda stripe: stripe.right)
    return Labels(
        tuple(_with_depth(row, stripes) for row in rows),
        tuple(stripes),
        (*others, *(token for token in grouping if token not in used)),
    )


def _apart(tokens: Sequence[Token]) -> tuple[list[Token], list[Token]]:
    """Tell the labels of groups from those of rows.

    Where two stand on one line the right one is the row's; what ends left of all such is
    a group's.
    """
    lefts: list[Token] = []
    rights: list[Token] = []
    for token in tokens:
        beside = [t for t in tokens if abs(t.middle - token.middle) < MODEL.on_line * token.height]
        if any(other.box.left > token.box.right for other in beside):
            lefts.append(token)
        elif any(other.box.right < token.box.left for other in beside):
            rights.append(token)
    if not rights:
        return [], list(tokens)
    edge = min(token.box.left for token in rights)
    grouping = [token for token in tokens if token in lefts or token.box.right <= edge]
    return grouping, [token for token in tokens if token not in grouping]


def _rows(
    tokens: Sequence[Token], anchors: Sequence[float], spacing: Spacing
) -> tuple[list[Labelled], list[Token]]:
    """Return the rows with their labels, and the tokens above them that label nothing."""
    lines = _lines(tokens)
    middles = [line[0].middle for line in lines]
    numbered = [numbering(line[0].text) >= 0 for line in lines]
    rows: list[Labelled] = []
    placed: set[int] = set()
    labelled: dict[int, Chunk] = {}
    for (start, end), row in label_runs(middles, numbered, anchors, spacing.rows):
        label = chunk_of(token for line in lines[start:end] for token in line)
        placed.update(range(start, end))
        if row is None:
            rows.append(Labelled(label.middle, False, label))
        else:
            labelled[row] = label
    rows.extend(Labelled(at, True, labelled.get(i)) for i, at in enumerate(anchors))
    rows.sort(key=lambda row: row.middle)
    return rows, [t for i, line in enumerate(lines) if i not in placed for t in line]


def _lines(tokens: Sequence[Token]) -> list[list[Token]]:
    """Group tokens by the line on which they stand."""
    lines: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: (token.middle, token.box.left)):
        if lines and token.middle - lines[-1][0].middle < MODEL.on_line * token.height:
            lines[-1].append(token)
        else:
            lines.append([token])
    for line in lines:
        line.sort(key=lambda token: token.box.left)
    return lines


def _stripe(chunks: Sequence[Chunk]) -> Stripe:
    return Stripe(
        tuple(sorted(chunks, key=lambda chunk: chunk.middle)),
        max(chunk.box.right for chunk in chunks),
        max(numbering(chunk.tokens[0].text) for chunk in chunks),
    )


def _with_depth(row: Labelled, stripes: Sequence[Stripe]) -> Labelled:
    """Count the stripes left of a row's label.

    A label that is numbered as those of a stripe are is one of their kind.
    """
    depth = 0
    if row.label is not None:
        style = numbering(row.label.tokens[0].text)
        for stripe in stripes:
            same = style >= 0 and style == stripe.style
            if same or stripe.right > row.label.box.left + 1:
                break
            depth += 1
    return Labelled(row.middle, row.has_figures, row.label, depth)


def label_drafts(labels: Labels, left: float, edge: float) -> Iterator[Draft]:
    """Yield the cells of labels between two edges; rows count from 0."""
    rows = labels.rows
    bounds = [left, *_boundaries(labels), edge]
    for depth, stripe in enumerate(labels.stripes):
        for start, end in _runs(rows, depth):
            yield from _over_rows(rows[start:end], start, stripe, bounds[depth : depth + 2])
    for index, row in enumerate(rows):
        tokens = row.label.tokens if row.label else ()
        yield Draft(index, 1, bounds[row.depth], edge, tokens)


def _boundaries(labels: Labels) -> list[float]:
    """Return the boundary to the right of each stripe."""
    ends: list[float] = []
    for index, stripe in enumerate(labels.stripes):
        nexts = [c.box.left for later in labels.stripes[index + 1 :] for c in later.chunks]
        nexts.extend(r.label.box.left for r in labels.rows if r.label and r.depth > index)
        ends.append((stripe.right + min(nexts, default=stripe.right + 2)) / 2)
    return ends


def _runs(rows: Sequence[Labelled], depth: int) -> Iterator[tuple[int, int]]:
    """Yield the first and the last row, exclusive, of rows with a stripe left of them."""
    start = None
    for index, row in enumerate(rows):
        if row.depth <= depth:
            if start is not None:
                yield start, index
            start = None
        elif start is None:
            start = index
    if start is not None:
        yield start, len(rows)


def _over_rows(
    rows: Sequence[Labelled], first: int, stripe: Stripe, bounds: Sequence[float]
) -> Iterator[Draft]:
    """Yield the labels of a stripe over the rows of one run."""
    extents = _extents(rows)
    inside = [c for c in stripe.chunks if extents[0][0] <= c.middle <= extents[-1][1]]
    row = first
    spans = group_runs([c.middle for c in inside], extents) if inside else [len(rows)]
    for index, span in enumerate(spans, start=-1):
        tokens = inside[index].tokens if index >= 0 else ()
        if span:
            yield Draft(row, span, bounds[0], bounds[1], tokens)
        row += span


def _extents(rows: Sequence[Labelled]) -> list[tuple[float, float]]:
    """Return the tops and bottoms of rows, half way between their labels."""
    tops = [row.label.box.top if row.label else row.middle for row in rows]
    bottoms = [row.label.box.bottom if row.label else row.middle for row in rows]
    inner = [(above + below) / 2 for above, below in zip(bottoms, tops[1:], strict=False)]
    return list(pairwise([tops[0], *inner, bottoms[-1]]))
