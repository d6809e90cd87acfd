"""The rates (收费标准) of both ways of charging, read from the law's tiers."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import count

from ogi.errors import DataFileError, UsageError
from ogi.law import Citation, Tier, Value, provision


class Method(Enum):
    """How a fee is charged; an application is charged in one way only."""

    BY_PIECE = "piece_fee"
    BY_PAGE = "page_fee"

    @property
    def label(self) -> str:
        """按件计收 or 按量计收."""
        return {Method.BY_PIECE: "按件计收", Method.BY_PAGE: "按量计收"}[self]

    @property
    def counter(self) -> str:
        """The Chinese word that is counted with: 件 or 页."""
        return {Method.BY_PIECE: "件", Method.BY_PAGE: "页"}[self]


@dataclass(frozen=True, slots=True)
class Band:
    """A tier (档): each from the `first` to the `last` costs `rate_yuan`; None is without end."""

    first: int
    last: int | None
    rate_yuan: Decimal


def bands(method: Method, on: date) -> Iterator[Band]:
    """Yield the tiers in force on a day, lowest first; they may go on without end."""
    tiers = provision(method.value, on).value
    for tier in tiers if isinstance(tiers, tuple) else ():
        if isinstance(tier, Tier):
            yield from _bands(tier)


def _bands(tier: Tier) -> Iterator[Band]:
    first, rate = tier.first, Decimal(tier.rate)
    if tier.step is None or tier.rise is None:
        yield Band(first, tier.through, rate)
        return
    for number in count():
        low = first + number * tier.step
        yield Band(low, low + tier.step - 1, rate + number * tier.rise)


def rate_yuan(method: Method, rank: int, on: date) -> Decimal:
    """Return what the n-th piece of a month, or the n-th page, costs in yuan.

    >>> rate_yuan(Method.BY_PIECE, 41, date(2026, 9, 1))
    Decimal('300')
    """
    if rank < 1:
        raise UsageError(f"the first is number 1, not {rank}")
    for band in bands(method, on):
        if band.last is None or rank <= band.last:
            return band.rate_yuan
    raise DataFileError(f"the tiers of {method.value} end before {rank}")


def source(method: Method, on: date) -> Citation:
    """Return where the law sets the tiers."""
    return provision(method.value, on).cites


def excluded(value: Value, basis: str) -> bool:
    """Tell whether a reply on this legal basis is left out of charging."""
    return isinstance(value, tuple) and basis in value
