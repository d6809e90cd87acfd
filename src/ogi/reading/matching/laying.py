"""A run of values laid into the cells of its row, in the order that the header prints."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from ogi.form import Column, Doubt
from ogi.reading.matching.cells import Laid
from ogi.reading.matching.doubts import doubt
from ogi.reading.matching.fit import Fit, Layout, fit
from ogi.reading.matching.fused import Totals
from ogi.reading.matching.likely import possible
from ogi.reading.matching.lines import Token, moved
from ogi.reading.matching.order import Order
from ogi.reading.matching.resolve import Slot, adds_up, amount
from ogi.reading.matching.runs import Run
from ogi.reading.matching.vocabulary import TableWords, totals_of

_MOST_RESTS = 3  # digits under a row that may be the rest of its numbers


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells that a run may fill: column of the form by key, and its address."""

    columns: Mapping[str, Column]
    addresses: Mapping[str, str]


def lay(
    run: Run,
    order: Order,
    cells: Cells,
    vocabulary: TableWords,
    offset: int | None,
    below: Sequence[Token] = (),
) -> tuple[Laid, dict[str, Token]]:
    """Lay a run out; also return what stands in columns that the form has not, by their key.

    Columns that the header does not print have no cell. `below` are digits that stand under
    the run and belong to no row: they may be the rest of its numbers.
    """
    tokens, order = _under(run.tokens, order, cells)
    keys = order.keys
    addresses = tuple(cells.addresses.get(key or "", f"?{n}") for n, key in enumerate(keys))
    totals = totals_of(vocabulary, addresses)
    known = {total: parts for total, parts in totals.items() if max(parts) < total}
    exact = run.exact or bool(order.grid)
    laid = fit(tokens, len(keys), known, exact=exact, offset=0 if exact else offset)
    kept = [n for n, key in enumerate(keys) if key in cells.columns]
    beside = _beside(laid, {n: key or f"?{n}" for n, key in enumerate(keys) if n not in kept})
    laid = _meant(_only(laid, kept, len(keys)), [cells.columns[keys[n] or ""] for n in kept])
    mine = tuple(addresses[n] for n in kept)
    totals = totals_of(vocabulary, mine)
    if run.glued and not laid.kind and not totals and any(len(t.text) > 1 for t in tokens):
        laid = replace(laid, kind="glued")
    unsure = [doubt(order.doubt, order.printed)] if order.doubt else []
    if not (order.plain or order.grid or unsure) and not _confirmed(laid, totals):
        unsure = [doubt("head", order.printed)]
    if _slid(run, order, beside) and not (unsure or _confirmed(laid, totals)):
        unsure = [doubt("head", order.printed)]
    if below and len(laid.layouts) == 1:
        whole, doubts = _with_rest(laid.layouts[0], below, totals)
        laid, unsure = replace(laid, layouts=(whole,)), [*unsure, *doubts]
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
        doubts=tuple(unsure),
        unit=order.unit if any(order.unit != c.unit for c in cells.columns.values()) else "",
    ), beside


def _slid(run: Run, order: Order, beside: Mapping[str, Token]) -> bool:
    """Tell whether a row has more cells than its header, and a number where the form has no cell.

    A number that is torn over two cells pushes those behind it to the right.
    """
    numbers = [token for token in beside.values() if token.count and token.count.value is not None]
    return bool(numbers) and len(run.tokens) > len(order.keys)


def is_rest(run: Run, above: Run) -> bool:
    """Tell whether a run is digits directly under another, which may be the rest of its numbers."""
    return (
        run.line == above.line + 1
        and not run.head
        and 0 < run.values <= _MOST_RESTS
        and all(token.blank or token.text.isdecimal() for token in run.tokens)
    )


def _with_rest(
    layout: Layout, below: Sequence[Token], totals: Totals
) -> tuple[Layout, tuple[Doubt, ...]]:
    """Put digits under a row behind its numbers, where the sums leave one way; else doubt it."""
    if totals and _balances(layout, totals):
        return layout, ()
    below = [token for token in below if not token.blank]
    printed = " ".join(token.text for token in below)
    ways = [way for way in _joined(layout, below) if totals and _balances(way, totals)]
    if len(ways) == 1:
        return ways[0], (doubt("broken", printed, settled=True),)
    return layout, (doubt("broken", printed),)


def _confirmed(laid: Fit, totals: Totals) -> bool:
    """Tell whether a row that is laid out by the order of its header is what it says.

    Where no sum is known, the order is all there is.
    """
    return not totals or any(_balances(layout, totals) for layout in laid.layouts)


def _joined(layout: Layout, below: Sequence[Token]) -> Iterator[Layout]:
    for places in combinations(range(len(layout)), len(below)):
        row = list(layout)
        for place, rest in zip(places, below, strict=True):
            token = row[place]
            if token is None or not token.text.isdecimal():
                break
            row[place] = moved(token, token.text + rest.text)
        else:
            if all(token is None or token.count for token in row):
                yield tuple(row)


def _balances(layout: Layout, totals: Totals) -> bool:
    return adds_up([amount(layout, place) for place in range(len(layout))], totals)


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
        return tokens, replace(order, keys=usual, grid=())
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
