"""The columns of a row in the order that the header above it prints."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ogi.place import Place
from ogi.reading.matching.lines import Token
from ogi.reading.matching.vocabulary import is_foreign, unit_of


@dataclass(frozen=True, slots=True)
class Label:
    """A label of a header: the key of its column, None where the form has no such column.

    `column` is its column in a grid, -1 in text; `near` is true where it is only like the
    form's label.
    """

    key: str | None
    text: str
    column: int = -1
    near: bool = False
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Header:
    """The labels above some rows, in printed order; `start` is the line below them.

    `contradicts` is what it prints where that is not the form's order, and no order at all.
    """

    start: int
    labels: tuple[Label, ...]
    contradicts: str = ""


@dataclass(frozen=True, slots=True)
class Order:
    """The columns of a row as printed: keys, None for a column that the form has not.

    `plain` is true where they are the form's, in its order; `in_order` where those of them
    that are printed stand in it, beside others or with gaps. `grid` says in which columns
    of the grid they stand. `doubt` is the kind of doubt that the header leaves.
    """

    keys: tuple[str | None, ...]
    plain: bool = True
    in_order: bool = True
    grid: tuple[int, ...] = ()
    doubt: str = ""
    printed: str = ""
    unit: str = ""

    def under(self, tokens: Sequence[Token]) -> tuple[Token, ...] | None:
        """Return the tokens that stand under the labels; None where others stand beside them."""
        at = {token.column: token for token in tokens}
        if not self.grid or not all(column in at for column in self.grid):
            return None
        if any(token.text and token.column not in self.grid for token in tokens):
            return None
        return tuple(at[column] for column in self.grid)


def order_of(headers: Sequence[Header], line: int, expected: Sequence[str]) -> Order:
    """Return the columns of the row on a line, whose columns in the form are `expected`."""
    plain = Order(tuple(expected))
    mine = [h for h in headers if h.start <= line and _is_of(h, expected)]
    if not mine:
        return plain
    if mine[-1].contradicts:
        return replace(plain, doubt="head", printed=mine[-1].contradicts)
    labels = _cut_to(mine[-1].labels, expected)
    printed = " ".join(label.text for label in labels)
    units = [unit for label in labels if label.key in expected and (unit := unit_of(label.text))]
    plain = replace(plain, unit="".join(units[:1]))
    known = [label.key for label in labels if label.key in expected]
    in_order = _in_order(known, expected)
    in_text = labels[0].column < 0
    if len(set(known)) < len(known):
        contradicts = not in_text or len(labels) == len(expected)
        return replace(plain, doubt="head", printed=printed) if contradicts else plain
    filled = _filled(labels, expected)
    if filled is None or (in_text and in_order and len(known) < len(expected) and filled != labels):
        return plain if in_order else replace(plain, doubt="head", printed=printed)
    keys = tuple(label.key for label in filled)
    if keys == plain.keys or 2 * len(known) < len(expected):
        return plain
    columns = tuple(label.column for label in filled)
    is_grid = not in_text and len(set(columns)) == len(columns)
    near = any(label.near for label in filled) and not _in_order(keys, expected)
    return Order(
        keys,
        plain=False,
        in_order=in_order,
        grid=columns if is_grid else (),
        doubt="reordered" if near else "",
        printed=printed,
        unit=plain.unit,
    )


def _is_of(header: Header, expected: Sequence[str]) -> bool:
    return bool(header.contradicts or {one.key for one in header.labels} & {*expected})


def _in_order(keys: Iterable[str | None], expected: Sequence[str]) -> bool:
    """Tell whether the form's columns among some stand in its order."""
    at = [expected.index(key) for key in keys if key in expected]
    return at == sorted(at)


def _cut_to(labels: Sequence[Label], expected: Sequence[str]) -> list[Label]:
    """Return the labels; in text, what the form has not counts only among them, or by name."""
    at = [number for number, label in enumerate(labels) if label.key in expected]
    return [
        label
        for number, label in enumerate(labels)
        if label.key or label.column >= 0 or number < at[-1] or is_foreign(label.text)
    ]


def _filled(labels: Sequence[Label], expected: Sequence[str]) -> list[Label] | None:
    """Give labels that cannot be read to the columns that are missing; None if unclear."""
    there = {label.key for label in labels}
    missing = [key for key in expected if key not in there]
    odd = [n for n, label in enumerate(labels) if not label.key and not is_foreign(label.text)]
    if not missing or not odd:
        return list(labels)
    if len(missing) != len(odd):
        return None
    filled = list(labels)
    for number, key in zip(odd, missing, strict=True):
        filled[number] = replace(labels[number], key=key, near=True)
    return filled
