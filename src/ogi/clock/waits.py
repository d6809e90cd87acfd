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
from ogi.errors import DataFileError, UsageError
from ogi.law import Citation, Provision, cite, provision_names, versions

_PROVISIONS = ("restarts", "pauses", "period", "silence")
_KEYS = {"label", "from", "code", "cites", "done", *_PROVISIONS}


@dataclass(frozen=True, slots=True)
class WaitKind:
    """A kind of waiting: from whom, and the provisions that say what it does."""

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
    return WaitKind(key, entry["label"], entry["from"], entry["code"], cites, done, **named)


def kind_of(wait: Wait) -> WaitKind:
    """Return the kind of a wait; raises UsageError when there is none of that name."""
    kinds = wait_kinds()
    if wait.kind not in kinds:
        raise UsageError(f"no wait is called {wait.kind!r}; there are {', '.join(kinds)}")
    return kinds[wait.kind]


def rule_for(wait: Wait, name: str, place: Jurisdiction) -> Provision | None:
    """Return a provision as it stood when a wait began; None before there was one."""
    if not name or wait.asked_on < versions(name)[0].since:
        return None
    return place.law.provision(name, wait.asked_on)


def restarts(wait: Wait, place: Jurisdiction) -> bool:
    """Tell whether the reply period begins anew when a wait is over."""
    rule = rule_for(wait, kind_of(wait).restarts, place)
    return bool(rule and rule.value)


def pauses(wait: Wait, place: Jurisdiction) -> bool:
    """Tell whether the time of a wait is left out of the reply period.

    Where a place lets no period begin anew, it leaves the time out instead.
    """
    kind = kind_of(wait)
    rule = rule_for(wait, kind.restarts or kind.pauses, place)
    return rule is not None and bool(rule.value) is not bool(kind.restarts)


def last_day(wait: Wait, place: Jurisdiction) -> date | None:
    """Return the last day on which the other side may answer; None when it is not known.

    The day that the letter set, else so many working days after the letter arrived.
    """
    period = rule_for(wait, kind_of(wait).period, place)
    if wait.until or not period or wait.reached_on is None:
        return wait.until
    return place.calendar.add(wait.reached_on, period.number)


def over_on(wait: Wait, place: Jurisdiction) -> date | None:
    """Return the day on which a wait is over at the latest; None while it may still last.

    A consultation is over with its period: what comes later does not stop the clock.
    """
    if restarts(wait, place):
        return wait.over_on
    known = [day for day in (wait.over_on, last_day(wait, place)) if day]
    return min(known) if known else None
