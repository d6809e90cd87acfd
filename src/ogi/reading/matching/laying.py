"""A run of values laid into the cells of its row, in the order that the header prints."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ogi.form import Column
from ogi.reading.matching.cells import Laid
from ogi.reading.matching.doubts import doubt
from ogi.reading.matching.fit import Fit, fit
from ogi.reading.matching.likely import possible
from ogi.reading.matching.lines import Token
from ogi.reading.matching.order import Order
from ogi.reading.matching.resolve import Slot
from ogi.reading.matching.runs import Run
from ogi.reading.matching.vocabulary import TableWords, totals_of


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells that a run may fill: column of the form by key, and its address."""

    columns: Mapping[str, Column]
    addresses: Mapping[str, str]


def lay(
    run: Run, order: Order, cells: Cells, vocabulary: TableWords, offset: int | None
) -> tuple[Laid, dict[str, Token]]:
    """Lay a run out; also return what stands in columns that the form has not, by their key.

    Columns that the header does not print have no cell.
    """
    tokens, order = _under(run.tokens, order, cells)
    keys = order.keys
    addresses = tuple(cells.addresses.get(key or "", f"?{n}") for n, key in enumerate(keys))
    totals = totals_of(vocabulary, addresses)
    known = {total: parts for total, parts in totals.items() if max(parts) < total}
    exact = run.exact or bool(order.grid)
    laid = fit(tokens, len(keys), known, exact=exact, offset=0 if exact else offset)
    kept = [n for n, key in enumerate(keys) if key in cells.columns]
    beside = _beside(laid, {n: key for n, key in enumerate(keys) if key and n not in kept})
    laid = _meant(_only(laid, kept, len(keys)), [cells.columns[keys[n] or ""] for n in kept])
    mine = tuple(addresses[n] for n in kept)
    totals = totals_of(vocabulary, mine)
    if run.glued and not laid.kind and not totals and any(len(t.text) > 1 for t in tokens):
        laid = replace(laid, kind="glued")
    printed = " ".join(token.text for token in run.tokens if not token.blank)
    return Laid(
        slot=Slot(mine, laid),
        columns=tuple(cells.columns[keys[n] or ""].key for n in kept),
        printed=printed,
        named=1.0,
        rival="",
        place=run.place,
        totals=totals,
        loose=run.single and len(mine) > 1,
        doubts=(doubt(order.doubt, order.printed),) if order.doubt else (),
        unit=order.unit if any(order.unit != c.unit for c in cells.columns.values()) else "",
    ), beside


def _under(tokens: Sequence[Token], order: Order, cells: Cells) -> tuple[Sequence[Token], Order]:
    """Return the tokens of a row as its header orders them, or doubt the order."""
    if order.plain:
        return tokens, order
    under = order.under(tokens)
    if under is not None:
        return under, order
    printed = list(tokens)
    while len(printed) > len(order.keys) and printed[-1].blank:
        printed.pop()
    usual = tuple(cells.columns)
    if order.in_order and len(usual) in (len(printed), sum(not one.blank for one in printed)):
        return tokens, Order(usual, unit=order.unit)
    if len(printed) == len(order.keys) or not order.grid:
        return printed, replace(order, grid=())
    return tokens, Order(usual, doubt="head", printed=order.printed, unit=order.unit)


def _only(laid: Fit, kept: Sequence[int], width: int) -> Fit:
    """Keep some of the columns of a row."""
    if len(kept) == width:
        return laid
    layouts = dict.fromkeys(tuple(layout[n] for n in kept) for layout in laid.layouts)
    return replace(laid, layouts=tuple(layouts))


def _meant(laid: Fit, columns: Sequence[Column]) -> Fit:
    if len(laid.layouts) <= 1:
        return laid
    return replace(laid, layouts=possible(columns, laid.layouts))


def _beside(laid: Fit, keys: Mapping[int, str]) -> dict[str, Token]:
    """Return the tokens in columns that the form has not, where they are sure."""
    if len(laid.layouts) != 1:
        return {}
    return {key: token for n, key in keys.items() if (token := laid.layouts[0][n])}
