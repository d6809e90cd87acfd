"""The order in which a page is read: whole lines, or one column after the other."""

from collections.abc import Iterator, Sequence
from math import inf
from typing import NamedTuple

from ogi.reading.pdf.gutters import Item, gutter_of, halves, runs_of
from ogi.reading.pdf.layout import Layout
from ogi.reading.pdf.lines import Line
from ogi.reading.pdf.measures import MODEL


class Placed(NamedTuple):
    """An item in reading order: its page, and its column (0 for the whole width)."""

    page: int
    column: int
    item: Item


_Keyed = tuple[tuple[int, ...], Item]


def in_reading_order(page: Layout, *, is_last: bool) -> list[Placed]:
    """Return the items of a page in the order in which they are read.

    On the last page columns may end early; on any other they fill the page, or else
    they belong to a part of it.
    """
    filling = page.height if is_last else inf
    ordered = _ordered(sorted(page.items, key=_from_above), filling, 0)
    keys = sorted({key for key, _ in ordered} - {()})
    numbers = {(): 0, **{key: number for number, key in enumerate(keys, start=1)}}
    return [Placed(page.page, numbers[key], item) for key, item in _side_by_side(ordered)]


def _from_above(item: Item) -> tuple[float, float]:
    return (item.box.top, item.box.left)


def _ordered(items: Sequence[Item], height: float, depth: int) -> list[_Keyed]:
    gutter = gutter_of(items) if depth < MODEL.nested_columns else None
    if gutter is None:
        return [((), item) for item in items]
    ordered: list[_Keyed] = []
    for is_split, run in runs_of(items, gutter, height):
        if not is_split:
            ordered.extend(((), item) for item in run)
            continue
        for side, half in enumerate(halves(run, gutter), start=1):
            inner = _ordered(half, height, depth + 1)
            ordered.extend(((side, *key), item) for key, item in inner)
    return ordered


def _side_by_side(ordered: Sequence[_Keyed]) -> Iterator[_Keyed]:
    """Yield the items, tables that stand side by side from left to right."""
    result = list(ordered)
    for index in range(1, len(result)):
        at = index
        while at and _is_left_of(result[at][1], result[at - 1][1]):
            result[at - 1], result[at] = result[at], result[at - 1]
            at -= 1
    return iter(result)


def _is_left_of(item: Item, before: Item) -> bool:
    if isinstance(item, Line) or isinstance(before, Line):
        return False
    both = min(item.box.bottom, before.box.bottom) - max(item.box.top, before.box.top)
    return item.box.right <= before.box.left and both > 0
