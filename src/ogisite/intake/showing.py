"""What the pages of a case show: header, timeline, derivation; nothing is stored of it."""

from dataclasses import dataclass
from datetime import date

from ogi.casework import act_schemas, key_of
from ogi.casework.acts import Act, Ledger
from ogi.casework.labels import act_label, field_label
from ogi.casework.schemas import FieldSchema
from ogi.casework.strikes import effective
from ogi.clock import Derivation, DueDate
from ogi.docket import PastDeadline, Standing, deadlines, derivation, past_deadlines, standing
from ogi.letters import DueLetter, next_letters
from ogisite.core.models import Entry, Person
from ogisite.intake.calendars import Calendar, case_calendar
from ogisite.intake.ledgers import ledger_of, names_of
from ogisite.intake.models import Case
from ogisite.intake.selectors import Openings, openings


@dataclass(frozen=True, slots=True)
class Happened:
    """One entry of the timeline: the act, what was filled in, who, and whether it was struck."""

    entry: Entry
    act: Act
    label: str
    facts: tuple[tuple[str, str], ...]
    struck: bool


@dataclass(frozen=True, slots=True)
class CasePage:
    """What stands on the page of a case."""

    standing: Standing
    openings: Openings
    happened: tuple[Happened, ...]
    ahead: tuple[DueDate, ...]
    letters: tuple[DueLetter, ...]
    derivation: Derivation
    calendar: Calendar | None
    past: tuple[PastDeadline, ...] = ()


def handling_page(case: Case, person: Person, on: date, *, oldest_first: bool = False) -> CasePage:
    """Return what the page of a case shows on a day."""
    ledger, place = ledger_of(case), case.organ.jurisdiction
    happened, derived = timeline(case, ledger), derivation(ledger, on, place)
    return CasePage(
        standing(ledger, on, place),
        openings(case, person, on, ledger),
        happened if oldest_first else tuple(reversed(happened)),
        tuple(one for one in deadlines(ledger, on, place) if one.day and one.day >= on),
        next_letters(ledger, on, place),
        derived,
        case_calendar(derived, on),
    )


def clock_page(case: Case, person: Person, on: date) -> CasePage:
    """Return what the page of its clock shows on a day."""
    ledger, place = ledger_of(case), case.organ.jurisdiction
    derived = derivation(ledger, on, place)
    return CasePage(
        standing(ledger, on, place),
        openings(case, person, on, ledger),
        (),
        deadlines(ledger, on, place),
        (),
        derived,
        case_calendar(derived, on),
        past_deadlines(ledger, on, place),
    )


def timeline(case: Case, ledger: Ledger) -> tuple[Happened, ...]:
    """Return the entries of a ledger with their facts in words, in their order."""
    names, counted = names_of(case), {act.id for act in effective(ledger)}
    entries = case.chain.entries.select_related("recorded_by").order_by("place")
    return tuple(
        Happened(
            entry,
            act,
            act_label(key_of(act)),
            tuple(facts_of(entry.data, act_schemas()[entry.act].fields, names)),
            act.id not in counted and entry.act != "struck_out",
        )
        for entry, act in zip(entries, ledger, strict=True)
    )


_NOT_SHOWN = frozenset(("act", "day", "id", "by", "results"))


def facts_of(
    data: dict[str, object], fields: tuple[FieldSchema, ...], names: dict[str, str]
) -> list[tuple[str, str]]:
    """Return what was filled in of an act, in words: label and value."""
    schemas = {one.name: one for one in fields}
    return [
        (field_label(name), _in_words(value, schemas[name], names))
        for name, value in data.items()
        if name not in _NOT_SHOWN
    ]


def _in_words(value: object, schema: FieldSchema, names: dict[str, str]) -> str:
    if isinstance(value, list):
        return "；".join(_in_words(one, schema, names) for one in value)
    if isinstance(value, dict):
        inner = {one.name: one for one in schema.fields}
        said = (_in_words(one, inner[key], names) for key, one in value.items() if key != "key")
        return "，".join(said)
    if isinstance(value, bool):
        return "是" if value else "否"
    text = str(value)
    return names.get(text) or schema.choices.get(text) or text
