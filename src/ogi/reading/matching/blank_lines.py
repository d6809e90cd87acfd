"""Tables written one cell a line: a blank line is a blank cell, where all rows say so.

Blank lines also part rows and paragraphs. They are cells only where values and blank lines
together are as many as the cells of every row.
"""

from collections.abc import Sequence
from dataclasses import replace

from ogi.reading.matching.lines import Line, Token
from ogi.reading.matching.rows import Placed
from ogi.reading.matching.runs import Run

_FEWEST_ROWS = 3  # with blank cells: one alone may have lost a value, before an empty line
_MOST = 20


def with_blank_lines(placed: Sequence[Placed], lines: Sequence[Line]) -> Sequence[Placed]:
    """Return the rows, their blank lines as blank cells where every row is whole with them."""
    listed = [item for item in placed if item.run.single and len(item.row.columns) > 1]
    spread = [_spread(item, lines) for item in listed]
    fit = [s for s, item in zip(spread, listed, strict=True) if len(s) == len(item.row.columns)]
    patchy = [tokens for tokens in fit if any(token.blank for token in tokens)]
    if len(patchy) < _FEWEST_ROWS or len(fit) < len(listed):
        return placed
    known = {item.row.key: tokens for item, tokens in zip(listed, spread, strict=True)}
    return [
        replace(item, run=replace(item.run, tokens=known[item.row.key]))
        if item.row.key in known
        else item
        for item in placed
    ]


def set_apart(placed: Sequence[Placed], lines: Sequence[Line]) -> set[int]:
    """Return the lines of rows that have blank lines before or among their values as no other has.

    A blank line there may be a cell that lost its value, and a number below it of another row.
    """
    runs = [item.run for item in placed if item.run.single and not item.run.own]
    gaps = {
        run.line: _gaps(run, lines) for run in runs if not any(token.blank for token in run.tokens)
    }
    before = min((first for first, *_ in gaps.values()), default=0)
    among = min((max(rest) for _, *rest in gaps.values() if rest), default=0)
    return {
        line
        for line, (first, *rest) in gaps.items()
        if first > before or max(rest, default=0) > among
    }


def _gaps(run: Run, lines: Sequence[Line]) -> list[int]:
    """Return how many blank lines stand above each value of a run."""
    return [
        _blank_lines(lines, at)
        for at in range(run.line, min(run.line + len(run.tokens), len(lines)))
    ]


def _spread(item: Placed, lines: Sequence[Line]) -> tuple[Token, ...]:
    """Return the values of a row with a blank for each blank line before, among, behind them."""
    run = item.run
    first, end = run.line, run.line + len(run.tokens)
    if any(token.blank for token in run.tokens) or end > len(lines):
        return ()
    cells: list[Token] = []
    for at, token in zip(range(first, end), run.tokens, strict=True):
        gap = 0 if at == first and run.own else _blank_lines(lines, at)
        cells += [*[Token("")] * gap, token]
    last = len(item.row.columns) - len(cells) if end == len(lines) else _blank_lines(lines, end)
    cells += [Token("")] * max(0, last)
    return tuple(replace(token, column=column) for column, token in enumerate(cells))


def _blank_lines(lines: Sequence[Line], at: int) -> int:
    """Return how many blank lines stand above a line of text; none where that is not known."""
    here, above = lines[at].place, lines[at - 1].place if at else None
    if here is None or above is None or here.line is None or above.line is None:
        return 0
    return min(here.line - above.line - 1, _MOST)
