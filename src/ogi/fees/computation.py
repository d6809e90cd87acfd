"""How a fee was counted: what the notice (收费通知书) must list."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ogi.fees.rates import Method, bands, source
from ogi.law import Citation


@dataclass(frozen=True, slots=True)
class FeeLine:
    """A line of the count: pieces or pages from the `first` to the `last`, all at one rate.

    `ids` are the applications counted, one for each piece, where they are known.
    """

    method: Method
    first: int
    last: int
    rate_yuan: Decimal
    ids: tuple[str, ...] = ()

    @property
    def number(self) -> int:
        """How many pieces or pages the line counts."""
        return self.last - self.first + 1

    @property
    def amount_yuan(self) -> Decimal:
        """What the line costs."""
        return self.number * self.rate_yuan

    def __str__(self) -> str:
        """Say the line as the notice does."""
        word = self.method.counter
        span = f"{self.first}至{self.last}" if self.last > self.first else str(self.first)
        price = (
            f"每{word}{self.rate_yuan}元，计{self.amount_yuan}元" if self.rate_yuan else "不收费"
        )
        named = f"（{'、'.join(dict.fromkeys(self.ids))}）" if self.ids else ""
        return f"第{span}{word}，{self.number}{word}，{price}{named}"


@dataclass(frozen=True)
class Computation:
    """A fee and how it was counted (收费计算明细).

    `subject` says whose pieces or which application's pages are counted; `notes` say what
    is practice and not the words of the law.
    """

    method: Method
    lines: tuple[FeeLine, ...]
    cites: Citation
    subject: str = ""
    notes: tuple[str, ...] = ()

    @property
    def total_yuan(self) -> Decimal:
        """The amount to pay, in yuan."""
        return sum((line.amount_yuan for line in self.lines), Decimal(0))

    def listing(self) -> Iterator[str]:
        """Yield the lines of the notice: way of charging, source, each line, the total."""
        subject = f"{self.subject}：" if self.subject else ""
        yield f"{subject}{self.method.label}，依据{self.cites}"
        yield from (str(line) for line in self.lines)
        yield f"合计{self.total_yuan}元"
        yield from (f"说明：{note}" for note in self.notes)


def lines(
    method: Method, first: int, last: int, on: date, ids: Sequence[str] = ()
) -> tuple[FeeLine, ...]:
    """Return the lines for what is counted from the first to the last, by tier.

    `ids` name the applications from the first on.
    """
    return tuple(_lines(method, first, last, on, ids))


def _lines(
    method: Method, first: int, last: int, on: date, ids: Sequence[str]
) -> Iterator[FeeLine]:
    for band in bands(method, on):
        low = max(first, band.first)
        high = last if band.last is None else min(last, band.last)
        if low <= high:
            named = tuple(ids[low - first : high - first + 1])
            yield FeeLine(method, low, high, band.rate_yuan, named)
        if band.last is None or band.last >= last:
            return


def computed(
    method: Method,
    counted: tuple[FeeLine, ...],
    on: date,
    subject: str = "",
    notes: tuple[str, ...] = (),
) -> Computation:
    """Return the computation that the lines make."""
    return Computation(method, counted, source(method, on), subject, notes)
