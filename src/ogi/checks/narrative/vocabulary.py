"""The quantities (数量) that running text states, and the words it states them with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from ogi.checks.narrative.words import compiled, dictionary
from ogi.data import from_data, some_from_data

COUNTED = frozenset(
    ["件", "条", "份", "次", "个", "宗", "起", "例", "项", "件次", "批次", "篇", "则"]
)


@dataclass(frozen=True, slots=True)
class Base:
    """A sum of cells that a figure may stand for; `{column}` is filled in when it is held."""

    says: str
    cells: tuple[str, ...]


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
    before: re.Pattern[str]
    after: re.Pattern[str]
    never: re.Pattern[str] | None
    besides: re.Pattern[str] | None


@dataclass(frozen=True, slots=True, eq=False)
class Column:
    """A column that words may name: an applicant kind, or how a dispute ended."""

    key: str
    table: str
    says: str
    columns: tuple[str, ...]
    pattern: re.Pattern[str]


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


def _quantity(key: str, given: dict[str, Any]) -> Quantity:
    words = given.get("words", [])
    return Quantity(
        key=key,
        rule=given["rule"],
        says=given["says"],
        family=given["family"],
        topic=given["topic"],
        rank=given["rank"],
        join=given.get("join", "any"),
        severity=given.get("severity", "error"),
        means=_base(given["means"]) if "means" in given else None,
        same=tuple(_base(base) for base in given.get("same", ())),
        others=tuple(_base(base) for base in given.get("or", ())),
        parts=given.get("parts", False),
        reach=given.get("reach", 16),
        group=given.get("group", ""),
        units=frozenset(given.get("units", COUNTED)),
        before=compiled("|".join(words + given.get("before", []))),
        after=compiled("|".join(words + given.get("after", []))),
        never=compiled(given["never"]) if given.get("never") else None,
        besides=compiled(given["besides"]) if "besides" in given else None,
    )


def _base(given: dict[str, Any]) -> Base:
    return Base(given["says"], tuple(given["cells"]))


@from_data
def columns() -> tuple[Column, ...]:
    """Return every column that words may name."""
    return tuple(
        Column(
            key,
            given["table"],
            given["says"],
            tuple(given["columns"]),
            compiled("|".join(given["words"])),
        )
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
        if quantity.never and quantity.never.search(text):
            continue
        spans = [match.span() for match in getattr(quantity, side).finditer(text)]
        if side == "after" and spans:
            yield Match(quantity, *spans[0])
        elif spans and len(text) - spans[-1][1] <= quantity.reach:
            yield Match(quantity, *spans[-1])


@some_from_data(4096)
def columns_in(text: str) -> tuple[Column, ...]:
    """Return the columns named in a stretch of text."""
    return tuple(column for column in columns() if column.pattern.search(text)) if text else ()
