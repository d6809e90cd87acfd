"""The fees of many applications: pieces by applicant and calendar month, pages one by one."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from ogi.errors import UsageError
from ogi.fees.computation import Computation, FeeLine, computed, lines
from ogi.fees.rates import Method
from ogi.fees.single import page_fee
from ogi.law import Law

_USUAL = Law()


@dataclass(frozen=True, slots=True)
class Chargeable:
    """An application as the fee sees it.

    `pieces` is into how many it was split (一事一申请). `pages` is given when it is charged
    by the page, `basis` then is the legal basis of the reply.
    """

    id: str
    applicant: str
    received_on: date
    pieces: int = 1
    pages: int | None = None
    basis: str = ""

    def __post_init__(self) -> None:
        if self.pieces < 1:
            raise UsageError(f"application {self.id} has {self.pieces} pieces; it has at least one")


def month_fees(applications: Iterable[Chargeable], law: Law = _USUAL) -> tuple[Computation, ...]:
    """Return the fees, by applicant and month, then one for each application charged by page.

    Within a month the applications count in the order of their days of receipt, those of
    one day in the order of their ids.
    """
    ordered = sorted(applications, key=lambda one: (one.applicant, one.received_on, one.id))
    return tuple(_fees(ordered, law))


def _fees(ordered: list[Chargeable], law: Law) -> Iterator[Computation]:
    for (applicant, year, month), group in groupby(ordered, key=_month):
        own = list(group)
        counted, notes = _pieces(own, law)
        if counted:
            subject = f"{applicant}{year}年{month}月"
            yield computed(Method.BY_PIECE, counted, own[0].received_on, subject, notes)
        for one in own:
            if one.pages is not None:
                yield page_fee(one.pages, one.received_on, basis=one.basis, subject=one.id, law=law)


def _month(one: Chargeable) -> tuple[str, int, int]:
    return one.applicant, one.received_on.year, one.received_on.month


def _pieces(own: list[Chargeable], law: Law) -> tuple[tuple[FeeLine, ...], tuple[str, ...]]:
    """Return the lines of a month and what must be said of them."""
    on = own[0].received_on
    rule = law.provision("page_charged_pieces_count", on)
    ranked: list[tuple[int, str]] = []
    before = 0
    for one in own:
        if one.pages is None:
            ranked += ((before + number, one.id) for number in range(1, one.pieces + 1))
        if one.pages is None or rule.value:
            before += one.pieces
    notes = (rule.note,) if any(one.pages is not None for one in own) else ()
    return tuple(_lines(ranked, on)), notes


def _lines(ranked: list[tuple[int, str]], on: date) -> Iterator[FeeLine]:
    """Yield the lines of pieces with their numbers, a run of numbers without a gap at a time."""
    for _, run in groupby(enumerate(ranked), key=lambda entry: entry[1][0] - entry[0]):
        pieces = [piece for _, piece in run]
        ids = [id_ for _, id_ in pieces]
        yield from lines(Method.BY_PIECE, pieces[0][0], pieces[-1][0], on, ids)
