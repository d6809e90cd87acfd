"""The days that letters name (日期), each from the clock with how it was counted."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from ogi.casework.replying import Extended, ReplyDelayed
from ogi.clock import (
    ClockState,
    Derivation,
    Extension,
    History,
    as_of,
    clock_on,
    derive,
    reply_period,
)
from ogi.docket import history
from ogi.letters.material import words_of
from ogi.letters.matter import Matter
from ogi.letters.shared import common
from ogi.letters.templates import fill

_COUNTED = frozenset(("due", "due_before"))


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that a letter names, by element, with their derivation and notes.

    `words` are how a day is said that is not settled yet: a notice of holidays is not on
    file, or the period stands still.
    """

    values: dict[str, Any]
    words: dict[str, str] = field(default_factory=dict)
    derivation: Derivation | None = None
    notes: tuple[str, ...] = ()


def dates_for(matter: Matter, given: dict[str, Any]) -> Dates:
    """Return the days that the clock gives a letter of a day."""
    known = as_of(history(matter.ledger), matter.on)
    if known.received_on is None:
        return Dates({})
    if matter.form.records == "correction_asked" and not given.get("until"):
        return _correction(matter)
    if not _COUNTED & {*matter.form.needs}:
        return Dates({})
    values: dict[str, Any] = {}
    if "due_before" in matter.form.needs:
        before = _without(known, matter)
        values["due_before"] = last_day_of(before, matter)
        if matter.form.records == "extended":
            known, values["workdays"] = _extended(before, given, matter)
    values["due"] = last_day_of(known, matter)
    found = {key: one for key, one in values.items() if one}
    words = _unsettled(known, found, matter)
    notes = (f"期限届满之日还不能确定，文中写的是：{words['due']}",) if "due" in words else ()
    return Dates(found, words, derive(known, matter.on, matter.place), notes)


def last_day_of(known: History, matter: Matter) -> date | None:
    """Return the last day of the reply period, provisional where holidays are not known yet."""
    period = reply_period(known, matter.place, matter.on)
    return (period.due or period.provisional_due) if period else None


def _correction(matter: Matter) -> Dates:
    term = matter.place.law.provision("correction_period", matter.on)
    until = matter.place.calendar.lenient.add(matter.on, term.number)
    reached = f"补正期限按出具之日起{term.number}个工作日推算；{term.note}"
    return Dates({"until": until}, notes=(reached,))


def _without(known: History, matter: Matter) -> History:
    """Return a history without the extension or the delay that the letter tells."""
    act = matter.act
    if isinstance(act, Extended):
        kept = [one for one in known.extensions if one.decided_on != act.on]
        return replace(known, extensions=tuple(kept))
    if isinstance(act, ReplyDelayed):
        return replace(known, delays=tuple(one for one in known.delays if one.fixed_on != act.on))
    return known


def _extended(known: History, given: dict[str, Any], matter: Matter) -> tuple[History, int]:
    """Return a history with the extension that the letter tells, and its working days."""
    most = matter.place.law.provision("extension_period", matter.on).number
    workdays = int(given.get("workdays", most))
    told = Extension(decided_on=matter.on, told_on=matter.on, workdays=workdays)
    return replace(known, extensions=(*known.extensions, told)), workdays


def _unsettled(known: History, days: dict[str, Any], matter: Matter) -> dict[str, str]:
    """Say the days that are not settled yet, by element."""
    calendar, on = matter.place.calendar.lenient, matter.on
    words = common().unsettled
    if clock_on(known, on, matter.place).state is ClockState.PAUSED:
        left = {key: calendar.count(on, days[key]) for key in days if key in _COUNTED}
        return {key: fill(words.paused, {"workdays": count}) for key, count in left.items()}
    assert known.received_on
    said = {}
    for key in _COUNTED & days.keys():
        if years := calendar.provisional_years(known.received_on, days[key]):
            named = {"day": words_of(days[key]), "years": "、".join(map(str, years))}
            said[key] = fill(words.provisional, named)
    return said


def day_of(value: object) -> date | None:
    """Return a value as a day, None where it is none."""
    return value if isinstance(value, date) else None
