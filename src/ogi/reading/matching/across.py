"""The table whose rows stand side by side on one printed line (行政复议、行政诉讼)."""

from collections.abc import Sequence
from dataclasses import replace

from ogi.form import Row
from ogi.reading.matching.cells import Laid
from ogi.reading.matching.laying import Cells, is_rest, lay
from ogi.reading.matching.lines import Token
from ogi.reading.matching.normal import normal
from ogi.reading.matching.order import Header, Order, order_of
from ogi.reading.matching.rows import own_row
from ogi.reading.matching.runs import Run
from ogi.reading.matching.vocabulary import TableWords


def place_across(
    runs: Sequence[Run], headers: Sequence[Header], vocabulary: TableWords
) -> tuple[list[Laid], list[Run]]:
    """Lay out the one line of values, or the rows where an organ printed them as rows."""
    table = vocabulary.table
    width = len(table.addresses)
    by_row = _as_list(runs, vocabulary) or _as_rows(runs, headers, vocabulary)
    if by_row is not None:
        return by_row, []
    full = [run for run in runs if run.values]
    if not full:
        full = [run for run in runs if len(run.tokens) >= width and not run.own]
    if not full:
        return [], []
    best = max(full, key=lambda run: (-abs(run.values - width), len(run.tokens)))
    if len(full) > 1 and best.values != width and len(best.tokens) != width:
        joined = tuple(token for run in full for token in run.tokens)
        if sum(not token.blank for token in joined) == width:
            laid = _laid(joined, best, headers, vocabulary)
            broken = replace(laid.slot.fit, kind="joined")
            return [replace(laid, slot=replace(laid.slot, fit=broken))], []
    if best.values > 1 or len(best.tokens) >= width or len(best.tokens[0].text) >= width:
        others = [run for run in full if run is not best]
        below = [run for run in others if is_rest(run, best)]
        rest = below[0].tokens if below else ()
        return [_laid(best.tokens, best, headers, vocabulary, rest)], others
    return [], full


def _laid(
    tokens: Sequence[Token],
    best: Run,
    headers: Sequence[Header],
    vocabulary: TableWords,
    below: Sequence[Token] = (),
) -> Laid:
    table = vocabulary.table
    named = {f"{row.key}.{c.key}": (row, c) for row in table.rows for c in row.columns}
    addresses = {key: table.address(row, c) for key, (row, c) in named.items()}
    cells = Cells({key: column for key, (_, column) in named.items()}, addresses)
    run = replace(best, tokens=tuple(tokens), own=())
    return lay(run, order_of(headers, best.line, [*named]), cells, vocabulary, None, below)[0]


def _as_rows(
    runs: Sequence[Run], headers: Sequence[Header], vocabulary: TableWords
) -> list[Laid] | None:
    """Read three rows of five, where each row carries its own label."""
    table = vocabulary.table
    named = {row.key: run for run in runs if run.values and (row := own_row(run, vocabulary))}
    if len(named) != len(table.rows):
        return None
    return [_row(row, named[row.key], headers, vocabulary) for row in table.rows]


def _row(row: Row, run: Run, headers: Sequence[Header], vocabulary: TableWords) -> Laid:
    addresses = {c.key: vocabulary.table.address(row, c) for c in row.columns}
    cells = Cells({c.key: c for c in row.columns}, addresses)
    return lay(run, order_of(headers, run.line, [*addresses]), cells, vocabulary, None)[0]


def _as_list(runs: Sequence[Run], vocabulary: TableWords) -> list[Laid] | None:
    """Read a list downwards, where each value stands behind the label of its column.

    The label of a row of the form stands once, before the first of its columns.
    """
    table = vocabulary.table
    rows = {normal(row.label): row for row in table.rows}
    columns = {normal(column.label): column for column in table.rows[0].columns}
    row: Row | None = None
    found: dict[str, Laid] = {}
    for run in runs:
        words = [normal(word) for piece in run.head for word in (piece, *piece.split())]
        row = next((rows[word] for word in reversed(words) if word in rows), row)
        column = columns.get(words[-1]) if words else None
        if row is None or column is None or not run.values:
            continue
        address = table.address(row, column)
        if address in found:
            return None
        cells = Cells({column.key: column}, {column.key: address})
        found[address] = lay(run, Order((column.key,)), cells, vocabulary, None)[0]
    return list(found.values()) if len(found) > len(table.rows[0].columns) else None
