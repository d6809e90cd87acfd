"""The kinds of waiting, and how long each lasts in the eyes of the law."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from ogi.clock.history import Wait
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.terms import in_force
from ogi.errors import DataFileError, UnknownYearError, UsageError
from ogi.law import Citation, Provision, cite, provision_names

_PROVISIONS = ("restarts", "pauses", "period", "silence", "within", "late")
_KEYS = {"label", "from", "code", "cites", "done", "letter", *_PROVISIONS}


@dataclass(frozen=True, slots=True)
class WaitKind:
    """A kind of waiting: from whom, and the provisions that say what it does.

    `letter` says that a letter asks for it: nothing runs against whom it is for until it
    has arrived.
    """

    key: str
    label: str
    whom: str
    code: str
    cites: Citation
    done: str = ""
    restarts: str = ""
    pauses: str = ""
    period: str = ""
    silence: str = ""
    within: str = ""
    late: str = ""
    letter: bool = False


@cache
def wait_kinds() -> Mapping[str, WaitKind]:
    """Return every kind of waiting by key; raises DataFileError when the file is wrong."""
    text = (files("ogi.clock") / "data" / "waits.yaml").read_text(encoding="utf-8")
    return read_wait_kinds(yaml.safe_load(text))


def read_wait_kinds(data: Mapping[str, Mapping[str, Any]]) -> Mapping[str, WaitKind]:
    """Return the kinds of waiting from what their file holds; raises DataFileError."""
    return MappingProxyType({key: _kind(key, entry) for key, entry in data.items()})


def _kind(key: str, entry: Mapping[str, Any]) -> WaitKind:
    if set(entry) - _KEYS or {"label", "from", "code", "cites"} - set(entry):
        raise DataFileError(f"the wait {key} needs label, from, code, cites, and no other keys")
    named = {name: entry[name] for name in _PROVISIONS if name in entry}
    if unknown := set(named.values()) - set(provision_names()):
        raise DataFileError(f"the wait {key} names unknown provisions {sorted(unknown)}")
    if ("restarts" in named) == ("pauses" in named):
        raise DataFileError(f"the wait {key} must either restart the period or pause it")
    if ("restarts" in named) != ("done" in entry):
        raise DataFileError(f"the wait {key} must say what ends it just where it restarts")
    done, cites = entry.get("done", ""), cite(entry["cites"])
    if ("within" in named) != ("late" in named):
        raise DataFileError(f"the wait {key} must say what is late just where it must be in time")
    return WaitKind(
        key=key,
        label=entry["label"],
        whom=entry["from"],
        code=entry["code"],
        cites=cites,
        done=done,
        letter=entry.get("letter", False),
        **named,
    )


def kind_of(wait: Wait) -> WaitKind:
    """Return the kind of a wait; raises UsageError when there is none of that name."""
    kinds = wait_kinds()
    if wait.kind not in kinds:
        raise UsageError(f"no wait is called {wait.kind!r}; there are {', '.join(kinds)}")
    return kinds[wait.kind]


def rule_for(wait: Wait, name: str, place: Jurisdiction) -> Provision | None:
    """Return a provision as it stood when a wait began; None before there was one."""
    return in_force(name, wait.asked_on, place) if name else None


def restarts(wait: Wait, place: Jurisdiction) -> bool:
    """Tell whether the reply period begins anew when a wait is over."""
    rule = rule_for(wait, kind_of(wait).restarts, place)
    return bool(rule and rule.value)


def pauses(wait: Wait, place: Jurisdiction) -> bool:
    """Tell whether the time of a wait is left out of the reply period."""
    rule = rule_for(wait, kind_of(wait).pauses, place)
    return bool(rule and rule.value)


def asked_late(wait: Wait, received_on: date | None, place: Jurisdiction) -> date | None:
    """Return the day by which a wait had to be asked for, if it was asked for after it."""
    term = rule_for(wait, kind_of(wait).within, place)
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
    kind, calendar = kind_of(wait), place.calendar.lenient
    if kind.letter and wait.reached_on is None:
        return None
    reached = wait.reached_on or wait.asked_on
    if wait.until and wait.until <= reached and kind.letter:
        return calendar.add(reached, max(1, calendar.count(wait.asked_on, wait.until)))
    if wait.until:
        return calendar.first_on_or_after(wait.until)
    period = rule_for(wait, kind.period, place)
    return calendar.add(reached, period.number) if period else None


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
    if restarts(wait, place):
        return wait.over_on
    try:
        last = provisional_last_day(wait, place)
    except UnknownYearError:
        return wait.over_on
    known = [day for day in (wait.over_on, last) if day]
    return min(known) if known else None
