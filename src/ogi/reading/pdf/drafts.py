"""Cells before their grid is known, and how they become one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from ogi.reading.pdf.cells import Cell
from ogi.reading.pdf.lattice import Lattice, Span
from ogi.reading.pdf.lines import Line, line_of
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.rules import positions
from ogi.reading.pdf.sheet import Box
from ogi.reading.pdf.tokens import Token


@dataclass(frozen=True, slots=True)
class Draft:
    """A cell before its grid is known: rows, and from where to where it reaches."""

    row: int
    rowspan: int
    left: float
    right: float
    tokens: tuple[Token, ...] = ()


def completed(
    drafts: Iterable[Draft], tokens: Iterable[Token], middles: Sequence[float]
) -> list[Draft]:
    """Add every token that no cell holds to the cell nearest to it: nothing is lost."""
    complete = list(drafts)
    held = {token for draft in complete for token in draft.tokens}
    for token in (token for token in tokens if token not in held):
        row = nearest(middles, token.middle)
        home = min(
            (i for i, d in enumerate(complete) if d.row <= row < d.row + d.rowspan),
            key=lambda i: max(complete[i].left - token.center, token.center - complete[i].right),
            default=None,
        )
        if home is not None:
            complete[home] = replace(complete[home], tokens=(*complete[home].tokens, token))
    return complete


def gridded(
    box: Box, drafts: Sequence[Draft], middles: Sequence[float]
) -> tuple[Lattice, list[Cell]]:
    """Return the drafts as cells of one grid; `middles` are those of its rows."""
    columns = positions([box.left, box.right, *(x for d in drafts for x in (d.left, d.right))])
    levels = [
        box.top,
        *((a + b) / 2 for a, b in pairwise(middles)),
        box.bottom,
    ]
    owners = [[-1] * (len(columns) - 1) for _ in middles]
    spans: list[Span] = []
    texts: list[tuple[Token, ...]] = []
    for draft in sorted(drafts, key=lambda d: (not d.tokens, d.row, d.left)):
        span = _span(draft, columns)
        taken = {owners[r][c] for r, c in _slots(span)} - {-1}
        if taken:
            texts[min(taken)] += draft.tokens
            continue
        _claim(owners, span, len(spans))
        spans.append(span)
        texts.append(draft.tokens)
    for row, slots in enumerate(owners):
        for column, owner in enumerate(slots):
            if owner < 0:
                slots[column] = len(spans)
                spans.append(Span(row, column, 1, 1))
                texts.append(())
    lattice = Lattice(
        tuple(levels), columns=tuple(columns), cells=tuple(spans), owners=tuple(map(tuple, owners))
    )
    cells = [Cell(s, lattice.box_of(s), _lines(t)) for s, t in zip(spans, texts, strict=True)]
    return lattice, cells


def _span(draft: Draft, columns: Sequence[float]) -> Span:
    start, end = nearest(columns, draft.left), nearest(columns, draft.right)
    start = min(start, len(columns) - 2)
    return Span(draft.row, start, draft.rowspan, max(1, end - start))


def _slots(span: Span) -> list[tuple[int, int]]:
    return [
        (row, column)
        for row in range(span.row, span.row + span.rowspan)
        for column in range(span.column, span.column + span.colspan)
    ]


def _claim(owners: list[list[int]], span: Span, index: int) -> None:
    for row, column in _slots(span):
        owners[row][column] = index


def nearest(values: Sequence[float], value: float) -> int:
    """Return the index of the nearest of several values."""
    return min(range(len(values)), key=lambda index: abs(values[index] - value))


def _lines(tokens: Sequence[Token]) -> tuple[Line, ...]:
    """Return the tokens of a cell as its lines."""
    lines: list[list[Token]] = []
    for token in sorted(tokens, key=lambda t: (t.middle, t.box.left)):
        if lines and abs(token.middle - lines[-1][0].middle) < MODEL.on_line * token.height:
            lines[-1].append(token)
        else:
            lines.append([token])
    return tuple(line_of([g for t in line for g in t.glyphs]) for line in lines)
