"""Doing an act at the desk (办理): the act, a party that is new, and its letters, or nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction
from msgspec.structs import replace

from ogi.casework import ledger_from
from ogi.casework.acts import Act
from ogi.casework.asking import ThirdPartyAsked
from ogi.casework.intake import Registered
from ogi.letters import LetterForm
from ogisite.core.models import Entry, Person
from ogisite.intake.models import Case, Party
from ogisite.intake.services.arrivals import PartyData, add_party, register
from ogisite.intake.services.letters import issue_for_act
from ogisite.intake.services.recording import locked, record

Facts = dict[str, object]


@dataclass(frozen=True, slots=True)
class Doing:
    """What is done: the act as plain values, letters with their facts, a party that is new."""

    plain: dict[str, Any]
    letters: Sequence[tuple[LetterForm, Facts]] = ()
    party: PartyData | None = None


def do(case: Case, doing: Doing, *, by: Person, at: datetime) -> Entry:
    """Record an act and make its letters; raises Refused or ActRefusedError."""
    with transaction.atomic():
        case = locked(case)
        act = act_of(case, doing)
        if isinstance(act, Registered):
            register(case, act.on, by=by, at=at)
            return case.chain.entries.latest("place")
        if doing.party and isinstance(act, ThirdPartyAsked):
            add_party(case, act.party, Party.Role.THIRD_PARTY, doing.party)
        entry = record(case, act, by=by, at=at)
        issue_for_act(case, entry, act, doing.letters, by=by, at=at)
        return entry


def act_of(case: Case, doing: Doing) -> Act:
    """Return the act that would be recorded; a party that is new has the next token."""
    act = ledger_from([doing.plain])[0]
    if doing.party and isinstance(act, ThirdPartyAsked):
        return replace(act, party=next_token(case))
    return act


def next_token(case: Case) -> str:
    """Return the token of a third party that is new."""
    taken = {one.token for one in case.parties.all()}
    number = 1
    while (token := f"乙{number}") in taken:
        number += 1
    return token
