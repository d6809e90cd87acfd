"""The table whose rows stand side by side on one printed line (行政复议、行政诉讼)."""

from collections.abc import Sequence
from dataclasses import replace

from ogi.reading.matching.cells import Laid
from ogi.reading.matching.fit import fit
from ogi.reading.matching.resolve import Slot
from ogi.reading.matching.rows import own_row
from ogi.reading.matching.runs import Run
from ogi.reading.matching.vocabulary import TableWords, totals_of


def place_across(runs: Sequence[Run], vocabulary: TableWords) -> tuple[list[Laid], list[Run]]:
    """Lay out the one line of values, or the rows where an organ printed them as rows."""
    table = vocabulary.table
    width = len(table.addresses)
    by_row = _as_rows(runs, vocabulary)
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
            laid = _laid(joined, best, vocabulary)
            broken = replace(laid.slot.fit, kind="joined")
            return [replace(laid, slot=replace(laid.slot, fit=broken))], []
    if best.values > 1 or len(best.tokens) >= width or len(best.tokens[0].text) >= width:
        return [_laid(best.tokens, best, vocabulary)], [run for run in full if run is not best]
    return [], full


def _laid(tokens: Sequence, best: Run, vocabulary: TableWords) -> Laid:  # type: ignore[type-arg]
    table = vocabulary.table
    offset = 0 if best.exact else None
    totals = totals_of(vocabulary, table.addresses)
    laid = fit(tokens, len(table.addresses), totals, exact=best.exact, offset=offset)
    columns = tuple(column.key for row in table.rows for column in row.columns)
    printed = " ".join(token.text for token in tokens if not token.blank)
    slot = Slot(table.addresses, laid)
    return Laid(slot, columns, printed, 1.0, "", best.place, totals, loose=best.single)


def _as_rows(runs: Sequence[Run], vocabulary: TableWords) -> list[Laid] | None:
    """Read three rows of five, where each row carries its own label."""
    table = vocabulary.table
    named = {row.key: run for run in runs if run.values and (row := own_row(run, vocabulary))}
    if len(named) != len(table.rows):
        return None
    laid = []
    for row in table.rows:
        run = named[row.key]
        width = len(row.columns)
        addresses = tuple(table.address(row, column) for column in row.columns)
        totals = totals_of(vocabulary, addresses)
        slot = Slot(addresses, fit(run.tokens, width, totals, exact=run.exact, offset=None))
        printed = " ".join(token.text for token in run.tokens if not token.blank)
        columns = tuple(column.key for column in row.columns)
        laid.append(Laid(slot, columns, printed, 1.0, "", run.place, totals))
    return laid
