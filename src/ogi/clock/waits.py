"""The kinds of waiting, and how long each lasts in the eyes of the law."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from msgspec import field

from ogi.clock.date_rules import DateCode
from ogi.clock.history import Wait
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.terms import in_force
from ogi.data import Fault, Struct, from_data, load, some_from_data
from ogi.errors import UnknownYearError, UsageError
from ogi.law import Citation, Law, Provision, ProvisionName


class WaitKind(Struct, kw_only=True):
    """A kind of waiting: from whom, and the provisions that say what it does.

    `letter` says that a letter asks for it: nothing runs against whom it is for until it
    has arrived.
    """

    key: str
    label: str
    whom: str = field(name="from")
    cites: Citation
    code: DateCode | None = None
    done: str = ""
    restarts: ProvisionName | None = None
    pauses: ProvisionName | None = None
    period: ProvisionName | None = None
    silence: ProvisionName | None = None
    within: ProvisionName | None = None
    late: ProvisionName | None = None
    letter: bool = False

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong: what a wait does, what ends it, and when it is late."""
        if (self.restarts is None) is (self.pauses is None):
            yield (), "restarts 和 pauses 只写一个：或者重新计算，或者停止计算"
        if (self.restarts is None) is bool(self.done):
            yield (), "done 在写了 restarts 时才写，写了 restarts 就要写"
        if (self.within is None) is not (self.late is None):
            yield (), "within 和 late 要一起写"


@from_data
def wait_kinds() -> dict[str, WaitKind]:
    """Return every kind of waiting by key; raises DataFileError when the file is wrong."""
    return load("clock/waits.yaml", dict[str, WaitKind], key="key")


def kind_of(wait: Wait) -> WaitKind:
    """Return the kind of a wait; raises UsageError when there is none of that name."""
    kinds = wait_kinds()
    if wait.kind not in kinds:
        raise UsageError(f"no wait is called {wait.kind!r}; there are {', '.join(kinds)}")
    return kinds[wait.kind]


def rule_for(wait: Wait, name: str | None, place: Jurisdiction) -> Provision | None:
    """Return a provision as it stood when a wait began; None before there was one."""
    return in_force(name, wait.asked_on, place) if name else None


class _Effect(NamedTuple):
    """What a kind of wait does that began on a day: whether the period begins anew, whether
    its time is left out, how long the other side has, and within how long it must be asked for.
    """

    kind: WaitKind
    restarts: bool
    pauses: bool
    period: Provision | None
    within: Provision | None


@some_from_data(8192)
def _effect(kind: str, asked_on: date, law: Law) -> _Effect:
    wait, place = Wait(kind=kind, asked_on=asked_on), Jurisdiction(law=law)
    known = kind_of(wait)
    anew, stops = (rule_for(wait, name, place) for name in (known.restarts, known.pauses))
    return _Effect(
        known,
        bool(anew and anew.value),
        bool(stops and stops.value),
        rule_for(wait, known.period, place),
        rule_for(wait, known.within, place),
    )


def _effect_of(wait: Wait, place: Jurisdiction) -> _Effect:
    return _effect(wait.kind, wait.asked_on, place.law)


def restarts(wait: Wait, place: Jurisdiction) -> bool:
    """Tell whether the reply period begins anew when a wait is over."""
    return _effect_of(wait, place).restarts


def pauses(wait: Wait, place: Jurisdiction) -> bool:
    """Tell whether the time of a wait is left out of the reply period."""
    return _effect_of(wait, place).pauses


def asked_late(wait: Wait, received_on: date | None, place: Jurisdiction) -> date | None:
    """Return the day by which a wait had to be asked for, if it was asked for after it."""
    term = _effect_of(wait, place).within
    if term is None or received_on is None:
        return None
    try:
        last = place.calendar.lenient.add(received_on, term.number)
    except UnknownYearError:
        return None
    return last if wait.asked_on > last else None


def last_day(wait: Wait, place: Jurisdiction) -> date | None:
    """Return the last day on which the other side may answer; None when it is not known.

    The day that the letter set, else so many working days after the letter arrived. None too
    while a letter is not known to have arrived, or the holidays of that time are not on file.
    """
    try:
        day = provisional_last_day(wait, place)
    except UnknownYearError:
        return None
    since = wait.reached_on or wait.asked_on
    return day if day is None or place.calendar.settles(since, day) else None


def provisional_last_day(wait: Wait, place: Jurisdiction) -> date | None:
    """Return the same, told provisionally where the holidays of that time are not on file.

    A letter whose day had passed when it arrived gives as many working days from then as it
    gave from the day that it was written; a day that is a rest day means the next working day.
    """
    effect, calendar = _effect_of(wait, place), place.calendar.lenient
    kind = effect.kind
    if kind.letter and wait.reached_on is None:
        return None
    reached = wait.reached_on or wait.asked_on
    if wait.until and wait.until <= reached and kind.letter:
        return calendar.add(reached, max(1, calendar.count(wait.asked_on, wait.until)))
    if wait.until:
        return calendar.first_on_or_after(wait.until)
    return calendar.add(reached, effect.period.number) if effect.period else None


def why_open(wait: Wait, place: Jurisdiction) -> str:
    """Say why the last day of a wait is not known."""
    if kind_of(wait).letter and wait.reached_on is None:
        return "没有记载签收之日"
    try:
        day = provisional_last_day(wait, place)
    except UnknownYearError as error:
        return f"{error.year}年的放假安排没有收录"
    return not_on_file(day.year, day) if day else "没有定期限"


def not_on_file(year: int, day: date) -> str:
    """Say that the holidays of a year are not on file, and which day it is without them."""
    return f"{year}年的放假安排尚未收录，暂推为{day}"


def over_on(wait: Wait, place: Jurisdiction) -> date | None:
    """Return the day on which a wait is over at the latest; None while it may still last.

    A consultation is over with its period: what comes later does not stop the clock.
    """
    if _effect_of(wait, place).restarts:
        return wait.over_on
    try:
        last = provisional_last_day(wait, place)
    except UnknownYearError:
        return wait.over_on
    known = [day for day in (wait.over_on, last) if day]
    return min(known) if known else None
