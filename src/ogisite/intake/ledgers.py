"""The ledger of a case as the library reads it, and what follows from it for finding the case."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from msgspec import to_builtins

from ogi.casework import ledger_from
from ogi.casework.acts import Act, Ledger
from ogi.casework.afterwards import AmendmentAsked
from ogi.casework.intake import Arrived, Assigned, Registered
from ogi.casework.items import items_of
from ogi.casework.ledger import VERSION
from ogi.casework.replying import Replied
from ogi.casework.strikes import effective
from ogi.clock import Jurisdiction, last_day
from ogi.docket import history, standing
from ogisite.core.ledger import acts_of
from ogisite.core.masking import masked_name
from ogisite.intake.models import Case, Party


def ledger_of(case: Case) -> Ledger:
    """Return the ledger of a case; parties are named by their tokens."""
    return acts_of(case.chain.entries.order_by("place"))


def names_of(case: Case, *, masked: bool = True) -> dict[str, str]:
    """Return the name of each party by its token; masked, unless for a paper."""
    return {one.token: shown_name(one, masked=masked) for one in case.parties.all()}


def shown_name(party: Party, *, masked: bool = True) -> str:
    """Return a party's name; that of a person is masked, that of a body is not."""
    hides = masked and party.kind in ("", "natural_person")
    return masked_name(party.name) if hides else party.name


def with_names(ledger: Ledger, names: Mapping[str, str]) -> Ledger:
    """Return a ledger with names in the place of tokens."""
    acts = [_named(to_builtins(act, str_keys=True), names) for act in ledger]
    return ledger_from({"version": VERSION, "acts": acts}) if acts else ()


def _named(value: Any, names: Mapping[str, str]) -> Any:
    if isinstance(value, str):
        return names.get(value, value)
    if isinstance(value, dict):
        return {key: _named(one, names) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [_named(one, names) for one in value]
    return value


@dataclass(frozen=True, slots=True)
class Projection:
    """What is kept of a case for finding it; it follows from the ledger alone, on any day.

    While others are waited for, `wait_until` is the last day of theirs, and `due_on` the last
    day of the organ if they let it pass; both are None where no day runs yet.
    """

    number: str
    subject: str
    applicant: str
    applicant_kind: str
    channel: str
    arrived_on: date
    received_on: date | None
    state: str
    is_over: bool
    is_waiting: bool
    wait_until: date | None
    due_on: date | None
    replied_on: date | None
    handler: str


def project(ledger: Ledger, names: Mapping[str, str], place: Jurisdiction) -> Projection:
    """Return the projection of a ledger; `names` are those to be shown, by token."""
    acts = effective(ledger)
    begun = next(act for act in acts if isinstance(act, Arrived | AmendmentAsked))
    arrived = begun if isinstance(begun, Arrived) else None
    last = max(day for act in acts for day in _days_of(act))
    stands = standing(ledger, last, place)
    waits = stands.clock.waits
    until = [day for wait in waits if (day := last_day(wait, place))]
    whole = len(until) == len(waits)
    due = stands.due if not waits else None
    if waits and whole:
        due = standing(ledger, max(until) + timedelta(1), place).due
    applicants = arrived.applicants if arrived else ()
    first = names.get(applicants[0].name, applicants[0].name) if applicants else ""
    return Projection(
        number=_last(acts, Registered, "number"),
        subject=_subject(begun, acts),
        applicant=first + (f"等{len(applicants)}人" if len(applicants) > 1 else ""),
        applicant_kind=applicants[0].kind.value if applicants else "",
        channel=arrived.channel.value if arrived else "",
        arrived_on=begun.on,
        received_on=history(acts, place).received_on,
        state=stands.state.key,
        is_over=stands.state.over,
        is_waiting=bool(waits),
        wait_until=max(until) if until and whole else None,
        due_on=due,
        replied_on=max((act.on for act in acts if isinstance(act, Replied)), default=None),
        handler=_last(acts, Assigned, "handler"),
    )


def _days_of(act: Act) -> Iterator[date]:
    """Yield the days that an act tells of what was by then: its own, and that of a delivery."""
    yield act.on
    for name in ("delivered_on", "reached_on", "told_on"):
        if day := getattr(act, name, None):
            yield day


def _subject(begun: Arrived | AmendmentAsked, acts: Ledger) -> str:
    if isinstance(begun, AmendmentAsked):
        return begun.record
    return "；".join(item.asks for item in items_of(acts))


def _last(acts: Ledger, kind: type, name: str) -> str:
    return next((getattr(act, name) for act in reversed(acts) if isinstance(act, kind)), "")
