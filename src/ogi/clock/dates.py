"""The next dates of a case (期限一览): each with its period, for whom, and what follows."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from ogi.clock.due_date import DueDate, by_provision, made
from ogi.clock.history import History, Wait, as_of
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.remedies import remedies
from ogi.clock.reply import Period, reply_period
from ogi.clock.terms import in_force
from ogi.clock.waits import kind_of, last_day, not_on_file, rule_for, why_open


def next_dates(history: History, on: date, place: Jurisdiction) -> tuple[DueDate, ...]:
    """Return the dates that matter on a day, the soonest first, those not known last."""
    known = as_of(history, on)
    period = reply_period(known, place, known.ended_on or on)
    found = [
        *_intake(known, on, place),
        *_handling(known, period, place),
        *remedies(known, period, on, place),
    ]
    return tuple(sorted(found, key=lambda one: (one.day is None, one.day or on, one.code)))


def _intake(history: History, on: date, place: Jurisdiction) -> Iterator[DueDate]:
    """Yield what is due first: confirmation (L9), and notice of a correction (L1)."""
    if history.received_on is None:
        if history.arrived_on and history.confirms:
            yield from by_provision("L9", history.arrived_on, place)
    elif not history.ended_on and not any(one.kind == "correction" for one in history.waits):
        asking = by_provision("L1", history.received_on, place)
        yield from (one for one in asking if one.day is None or on <= one.day)


def _handling(history: History, period: Period | None, place: Jurisdiction) -> Iterator[DueDate]:
    """Yield the reply (L3, L4, L15) and what is waited for (L2, L5, L6, L7)."""
    if history.ended_on or period is None:
        return
    for wait in history.waits:
        if wait.over_on is None and (number := kind_of(wait).code):
            yield _of_wait(wait, number, place)
    if rule := in_force(history.period, period.start, place):
        code = "L15" if history.ordered else "L4" if period.extended else "L3"
        yield made(code, period.due, period.start, rule.cites, _why(history, period))


def _why(history: History, period: Period) -> str:
    """Say why the last day of the reply is not known, or what it rests on."""
    if period.broken_by:
        return f"等{kind_of(period.broken_by).label}"
    if period.provisional_due:
        return not_on_file(period.unknown, period.provisional_due)
    if period.unknown:
        return f"{period.unknown}年的放假安排没有收录"
    return "没有确认收到，从到件之日起算" if history.received_on is None else ""


def _of_wait(wait: Wait, code: str, place: Jurisdiction) -> DueDate:
    kind, cites = kind_of(wait), kind_of(wait).cites
    day = last_day(wait, place)
    if period := rule_for(wait, kind.period, place):
        cites = period.cites
    silence = rule_for(wait, kind.silence, place)
    then = str(silence.value) if silence else ""
    since = wait.reached_on or wait.asked_on
    one = made(code, day, since, cites, "" if day else why_open(wait, place))
    label = f"{one.label}（{wait.who}）" if wait.who else one.label
    return replace(one, label=label, then=then)
