"""The reply period (答复期限): one fold over what moves it.

A pause is left out, an extension and a delay add, a restart begins anew; each takes effect
only if the period still runs on its day. Pauses that overlap are joined before they are
counted, so that no day is left out twice.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ogi.clock.history import Delay, Extension, History, Wait
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.terms import in_force
from ogi.clock.waits import asked_late, kind_of, over_on, pauses, restarts, rule_for
from ogi.data import some_from_data
from ogi.errors import UnknownYearError, UsageError
from ogi.law import Law


@dataclass(frozen=True, slots=True)
class Pause:
    """Time left out (不计算在内): the days after `since`, up to and with `until`.

    `waits` are what was waited for; `workdays` how many working days that leaves out.
    """

    since: date
    until: date
    waits: tuple[Wait, ...]
    workdays: int = 0


@dataclass(frozen=True, slots=True)
class Period:
    """A reply period as it runs: the day it starts from, which is not counted, its working
    days, what was added to them, and the last day.

    `former` are periods that a restart broke off, each with the wait that did it. While the
    organ waits for what begins it anew, that is in `broken_by` and there is no last day.
    There is none either where the holidays of a year (`unknown`) are not on file;
    `provisional_due` is then the day that it is without swaps and bridging days.
    """

    start: date
    workdays: int
    due: date | None
    pauses: tuple[Pause, ...] = ()
    extended: tuple[tuple[Extension, int], ...] = ()
    delayed: tuple[tuple[Delay, int], ...] = ()
    former: "tuple[Period, ...]" = ()
    broken_by: Wait | None = None
    provisional_due: date | None = None
    unknown: int = 0


def reply_due(
    history: History, place: Jurisdiction | None = None, on: date | None = None
) -> date | None:
    """Return the last day on which the organ may answer (答复期限届满之日).

    None while it is not known: receipt is not settled, something is waited for whose end is
    open, or the holidays of that time are not on file. With `on`, a pause that still lasts is
    taken to be over on that day.

    >>> reply_due(History(received_on=date(2026, 9, 18)))
    datetime.date(2026, 10, 22)
    """
    period = reply_period(history, place or Jurisdiction(), on)
    return period.due if period else None


def reply_period(history: History, place: Jurisdiction, on: date | None = None) -> Period | None:
    """Return the reply period that runs, with what moved it; None before receipt is settled.

    Where the organ let the day pass on which it had to confirm an arrival, the period is
    reckoned from the arrival.
    """
    start = history.received_on or unconfirmed_since(history, place, on)
    if start is None:
        return None
    try:
        return _settled(_reckoned(history, place, start, on), place)
    except UnknownYearError as error:
        return Period(start, 0, None, unknown=error.year)
    except UsageError:
        if in_force(history.period, start, place):
            raise
        return Period(start, 0, None, unknown=start.year)


def unconfirmed_since(history: History, place: Jurisdiction, on: date | None) -> date | None:
    """Return the day of an arrival that should have been confirmed by now and was not."""
    arrived = history.arrived_on
    if history.received_on or not (history.confirms and arrived and on):
        return None
    return arrived if confirm_late(arrived, on, place) else None


def confirm_late(arrived: date, on: date, place: Jurisdiction) -> bool:
    """Tell whether an arrival should have been confirmed before a day."""
    term = in_force("letter_confirmation_period", arrived, place)
    return bool(term and on > arrived and on > place.calendar.lenient.add(arrived, term.number))


def _settled(period: Period, place: Jurisdiction) -> Period:
    """Return a period without its last day where the holidays of its time are not on file."""
    if period.due is None or place.calendar.settles(period.start, period.due):
        return period
    (unknown, *_) = place.calendar.provisional_years(period.start, period.due)
    return replace(period, due=None, provisional_due=period.due, unknown=unknown)


def _reckoned(history: History, place: Jurisdiction, start: date, on: date | None) -> Period:
    period = _running(history, place, start, on)
    anew = [wait for wait in history.waits if restarts(wait, place)]
    if not anew:
        return period
    for wait in sorted(anew, key=lambda wait: wait.asked_on):
        if period.due and wait.asked_on > period.due:
            continue
        if not begins_anew(wait, history, place):
            continue
        former = (*period.former, _broken(period, wait))
        if wait.over_on is None:
            return Period(period.start, period.workdays, None, former=former, broken_by=wait)
        if wait.over_on > period.start:
            period = _running(history, place, wait.over_on, on, former)
    return period


def begins_anew(wait: Wait, history: History, place: Jurisdiction) -> bool:
    """Tell whether a wait begins the period anew though it was asked for too late."""
    if asked_late(wait, history.received_on, place) is None:
        return True
    rule = rule_for(wait, kind_of(wait).late, place)
    return bool(rule and rule.value)


def _broken(period: Period, wait: Wait) -> Period:
    return Period(
        period.start,
        period.workdays,
        period.due,
        period.pauses,
        period.extended,
        period.delayed,
        broken_by=wait,
    )


def _running(
    history: History,
    place: Jurisdiction,
    start: date,
    on: date | None,
    former: tuple[Period, ...] = (),
) -> Period:
    """Fold what moves the period, day by day, over the period that the law gives."""
    calendar, law = place.calendar.lenient, place.law
    basis = _basis(history, place, start)
    total, due = basis, calendar.add(start, basis)
    if not (history.waits or history.extensions or history.delays):
        return Period(start, basis, due, former=former)
    stopped: list[Pause] = []
    extended: list[tuple[Extension, int]] = []
    delayed: list[tuple[Delay, int]] = []
    for day, change in _changes(history, place, start, on):
        if isinstance(change, Pause):
            if day >= due:
                continue
            if change.until == date.max:
                return Period(start, basis, None, tuple(stopped), former=former)
            added = calendar.count(change.since, change.until)
            stopped.append(Pause(change.since, change.until, change.waits, added))
        elif not start <= day <= due:
            continue
        elif isinstance(change, Extension):
            most = law.provision("extension_period", start).number
            added = max(0, min(change.workdays, most - sum(days for _, days in extended)))
            extended.append((change, added))
        else:
            added = calendar.count(due, calendar.first_on_or_after(change.until))
            delayed.append((change, added))
        total += added
        due = calendar.add(start, total)
    return Period(start, basis, due, tuple(stopped), tuple(extended), tuple(delayed), former=former)


def _basis(history: History, place: Jurisdiction, start: date) -> int:
    if history.until:  # a day that is a rest day means the next working day
        calendar = place.calendar.lenient
        return calendar.count(start, calendar.first_on_or_after(history.until))
    return _workdays(history.period, start, place.law)


@some_from_data(8192)
def _workdays(period: str, start: date, law: Law) -> int:
    return law.provision(period, start).number


Change = Pause | Extension | Delay


def _changes(
    history: History, place: Jurisdiction, start: date, on: date | None
) -> list[tuple[date, Change]]:
    """Return what moves the period by day; on one day an extension comes before a pause."""
    found: list[tuple[date, Change]] = [
        *((one.told_on, one) for one in history.extensions if one.told_on),
        *((one.fixed_on, one) for one in history.delays),
        *((one.since, one) for one in _pauses(history.waits, place, start, on)),
    ]
    return sorted(found, key=lambda entry: entry[0])


def _pauses(
    waits: Iterable[Wait], place: Jurisdiction, start: date, on: date | None
) -> list[Pause]:
    """Return the time left out after a day, what overlaps or touches joined into one."""
    single = (
        Pause(max(wait.asked_on, start), end, (wait,))
        for wait in waits
        if pauses(wait, place) and (end := _end(wait, place, on)) > start
    )
    joined: list[Pause] = []
    for pause in sorted(single, key=lambda one: (one.since, one.until)):
        last = joined[-1] if joined else None
        if last and pause.since <= last.until:
            until = max(last.until, pause.until)
            joined[-1] = Pause(last.since, until, (*last.waits, *pause.waits))
        else:
            joined.append(pause)
    return joined


def _end(wait: Wait, place: Jurisdiction, on: date | None) -> date:
    return min(over_on(wait, place) or date.max, on or date.max)
