"""The quantities (数量) that running text states, and the words it states them with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ogi.checks.narrative.bases import Base
from ogi.checks.narrative.shapes import QuantityEntry
from ogi.checks.narrative.signs import Signed
from ogi.checks.narrative.words import dictionary
from ogi.data import from_data, some_from_data
from ogi.expression import expression

COUNTED = frozenset(
    ["件", "条", "份", "次", "个", "宗", "起", "例", "项", "件次", "批次", "篇", "则"]
)


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """A quantity, as data/quantities.yaml declares it."""

    key: str
    rule: str
    says: str
    family: str
    topic: str
    rank: float
    join: str
    severity: str
    means: Base | None
    same: tuple[Base, ...]
    others: tuple[Base, ...]
    parts: bool
    reach: int
    group: str
    units: frozenset[str]
    before: Signed
    after: Signed
    never: re.Pattern[str] | None
    besides: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column that words may name: an applicant kind, or how a dispute ended."""

    key: str
    table: str
    says: str
    columns: tuple[str, ...]
    words: Signed


@dataclass(frozen=True, slots=True)
class Match:
    """Words of a quantity in a stretch of text."""

    quantity: Quantity
    start: int
    end: int


@from_data
def quantities() -> dict[str, Quantity]:
    """Return every quantity, by key."""
    return {key: _quantity(key, given) for key, given in dictionary("quantities").items()}


def _quantity(key: str, given: QuantityEntry) -> Quantity:
    return Quantity(
        key=key,
        rule=given.rule,
        says=given.says,
        family=given.family,
        topic=given.topic,
        rank=given.rank,
        join=given.join,
        severity=given.severity,
        means=given.means,
        same=given.same,
        others=given.others,
        parts=given.parts,
        reach=given.reach,
        group=given.group,
        units=COUNTED if given.units is None else frozenset(given.units),
        before=Signed("|".join(given.words + given.before)),
        after=Signed("|".join(given.words + given.after)),
        never=expression(given.never) if given.never else None,
        besides=expression(given.besides) if given.besides else None,
    )


@from_data
def columns() -> tuple[Column, ...]:
    """Return every column that words may name."""
    return tuple(
        Column(key, given.table, given.says, given.columns, Signed("|".join(given.words)))
        for key, given in dictionary("columns").items()
    )


@some_from_data(4096)
def found_in(text: str, side: str, topic: str) -> tuple[Match, ...]:
    """Return the quantities of a topic named in a stretch before or behind a figure."""
    return tuple(_matches(text, side, topic)) if text else ()


@from_data
def _of_topic(topic: str) -> tuple[Quantity, ...]:
    return tuple(quantity for quantity in quantities().values() if quantity.topic == topic)


def _matches(text: str, side: str, topic: str) -> Iterator[Match]:
    for quantity in _of_topic(topic):
        words = quantity.before if side == "before" else quantity.after
        if not words.may_match(text):
            continue
        spans = [match.span() for match in words.pattern.finditer(text)]
        if not spans or (quantity.never and quantity.never.search(text)):
            continue
        if side == "after":
            yield Match(quantity, *spans[0])
        elif len(text) - spans[-1][1] <= quantity.reach:
            yield Match(quantity, *spans[-1])


@some_from_data(4096)
def columns_in(text: str) -> tuple[Column, ...]:
    """Return the columns named in a stretch of text."""
    return tuple(column for column in columns() if column.words.search(text)) if text else ()
