"""What a case waits for: each act that asks begins a wait, and an act that answers ends it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from ogi.casework.acts import ACTS, Act
from ogi.casework.asking import (
    CorrectionAsked,
    CorrectionReceived,
    FeeNoticed,
    FeePaid,
    HelpAsked,
    HelpGiven,
    LetterReached,
    LetterResent,
    LetterReturned,
    OrganAnswered,
    OrganAsked,
    OrganSilent,
    ReasonsAsked,
    ReasonsGiven,
    ReasonsLapsed,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
)
from ogi.clock import Wait

Names = Mapping[type, tuple[str, str]]

_KEYS = {made: key for key, made in ACTS.items()}
# The wait that an act begins or ends, and the field that tells parties apart.
_BEGINS: Names = MappingProxyType(
    {
        CorrectionAsked: ("correction", ""),
        ThirdPartyAsked: ("third_party", "party"),
        OrganAsked: ("organ", "organ"),
        ReasonsAsked: ("reasons", ""),
        HelpAsked: ("help", "unit"),
        FeeNoticed: ("fee", ""),
    }
)
_ENDS: Names = MappingProxyType(
    {
        CorrectionReceived: ("correction", ""),
        ThirdPartyAnswered: ("third_party", "party"),
        ThirdPartySilent: ("third_party", "party"),
        OrganAnswered: ("organ", "organ"),
        OrganSilent: ("organ", "organ"),
        ReasonsGiven: ("reasons", ""),
        ReasonsLapsed: ("reasons", ""),
        HelpGiven: ("help", "unit"),
        FeePaid: ("fee", ""),
    }
)


@dataclass(slots=True)
class _Open:
    """A wait while its acts are gone through."""

    act: Act
    kind: str
    who: str
    over_on: date | None = None
    reached_on: date | None = None
    returned_on: date | None = None
    resent_on: date | None = None


def waits_of(acts: Sequence[Act]) -> tuple[Wait, ...]:
    """Return the waits of a case from acts that are in their order."""
    found: list[_Open] = []
    lasting: dict[tuple[str, str], list[_Open]] = {}
    sent: dict[tuple[str, str], list[_Open]] = {}
    for act in acts:
        if begins := _BEGINS.get(type(act)):
            wait = _Open(act, begins[0], _who(act, begins[1]))
            found.append(wait)
            lasting.setdefault((wait.kind, wait.who), []).append(wait)
            sent.setdefault((_KEYS[type(act)], wait.who), []).append(wait)
        elif ends := _ENDS.get(type(act)):
            for wait in lasting.pop((ends[0], _who(act, ends[1])), ()):
                wait.over_on = act.on
        elif isinstance(act, LetterReached):
            for wait in sent.pop((act.letter, act.party), ()):
                wait.reached_on = act.on
        elif isinstance(act, LetterReturned):
            for wait in sent.get((act.letter, act.party), ()):
                wait.returned_on = act.on
        elif isinstance(act, LetterResent):
            for wait in sent.get((act.letter, act.party), ()):
                wait.resent_on = act.on
    return tuple(_wait(one) for one in found)


def _who(act: Act, name: str) -> str:
    return getattr(act, name) if name else ""


def _wait(one: _Open) -> Wait:
    return Wait(
        kind=one.kind,
        asked_on=one.act.on,
        over_on=one.over_on,
        reached_on=getattr(one.act, "delivered_on", None) or one.reached_on,
        until=getattr(one.act, "until", None),
        who=one.who,
        returned_on=one.returned_on,
        resent_on=one.resent_on,
    )
