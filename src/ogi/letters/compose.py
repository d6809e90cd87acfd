"""Composing a letter (拟制文书): one that does not follow from its ledger is not issued."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogi.casework import Ledger
from ogi.casework.strikes import effective
from ogi.clock import Jurisdiction
from ogi.letters.accord import discords, third_party_rights
from ogi.letters.dates import Dates, dates_for
from ogi.letters.facts import Facts, facts_for
from ogi.letters.fees import fee_elements
from ogi.letters.forms import PROVISIONS, LetterForm, elements, letter_form, needed_by_all
from ogi.letters.identity import identity_numbers
from ogi.letters.letter import Letter, Unissued
from ogi.letters.material import Values, from_ledger, words_of
from ogi.letters.matter import Matter, matter_for
from ogi.letters.numbering import asked_number, number_of
from ogi.letters.organ import OrganProfile
from ogi.letters.parts import Part, parts_of
from ogi.letters.recital import recital
from ogi.letters.remarks import remarks
from ogi.letters.remedy import Remedy, remedy
from ogi.letters.shared import common
from ogi.letters.templates import fill


def compose(
    code: str,
    ledger: Ledger,
    organ: OrganProfile,
    on: date,
    facts: Mapping[str, Any] | None = None,
    place: Jurisdiction | None = None,
) -> Letter | Unissued:
    """Return a letter of a day, or exactly what is missing and what contradicts the ledger.

    `facts` are elements that the ledger does not hold, under their keys or their Chinese
    names. Raises UsageError for a letter that is not on file.
    """
    form, place = letter_form(code), place or Jurisdiction()
    given = facts_for(form, facts or {})
    matter = matter_for(form, effective(ledger), given.values, on, place)
    draft = _draft(matter, organ, given)
    told = _remedy(draft, organ)
    missing = [*_missing(draft), *told.missing]
    troubles = [*discords(matter, draft.values, given), *draft.troubles]
    troubles += [told.trouble] if told.trouble else []
    if missing or troubles:
        wanted = tuple(elements()[key] for key in dict.fromkeys(missing))
        return Unissued(form, wanted, tuple(dict.fromkeys(troubles)))
    return _written(draft, organ, told)


@dataclass(frozen=True)
class _Draft:
    """A letter while it is made: what fills it, and what was found wrong so far."""

    matter: Matter
    values: Values
    parts: tuple[Part, ...]
    dates: Dates
    troubles: tuple[str, ...]
    notes: tuple[str, ...]


def _draft(matter: Matter, organ: OrganProfile, given: Facts) -> _Draft:
    form, on = matter.form, matter.on
    known = from_ledger(matter)
    values: Values = {**given.values, **known}
    dates = dates_for(matter, values)
    values |= {**dates.values, **_of_organ(organ), "day": on}
    fees = fee_elements(form, values, on)
    values |= {key: value for key, value in fees.values.items() if key not in values}
    values["number"] = number_of(form, organ, matter.ledger, matter.act, values, on)
    if "asked_number" in form.needs and matter.asked:
        values["asked_number"] = asked_number(organ, matter.ledger, matter.asked, values, on)
    parts, troubles = parts_of(matter, values)
    if results := tuple(part.result for part in parts if part.result):
        values["results"] = results
    if "withheld" in values:
        values["withheld"] = parts[0].values["withheld"]
    named = [
        f"{part.name}{one}" for part in parts for one in (*part.troubles, *_rights(matter, part))
    ]
    notes = (*dates.notes, *fees.notes, *remarks(matter))
    return _Draft(matter, values, parts, dates, (*troubles, *fees.troubles, *named), notes)


def _rights(matter: Matter, part: Part) -> Iterator[str]:
    yield from third_party_rights(matter, part.form, part.rests.grounds)


def _of_organ(organ: OrganProfile) -> Values:
    named = {"organ": organ.name, "contact": organ.contact, "payment": organ.payment}
    return {key: value for key, value in named.items() if value}


def _missing(draft: _Draft) -> Iterator[str]:
    """Yield the keys of the elements that are needed and not there."""
    form = draft.matter.form
    for key in needed_by_all(form.to):
        if draft.values.get(key) in (None, "", [], ()):
            yield key
    for part in () if draft.matter.among else draft.parts:
        yield from part.missing
        if part.form.rests and not part.values.get("basis"):
            yield "basis"


def _remedy(draft: _Draft, organ: OrganProfile) -> Remedy:
    form, parts = draft.matter.form, draft.parts
    if not form.remedy or not parts:
        return Remedy()
    several = [
        (f"第{part.place}项", part.rests.review_first is not None, part.rests.partly)
        for part in parts
        if part.item
    ]
    return remedy(
        organ,
        draft.matter.on,
        paper="答复" if form.remedy == "reply" else "告知书",
        review_first=parts[0].rests.review_first is not None,
        partly=parts[0].rests.partly,
        several=several,
        online=bool(draft.values.get("online")),
        law=draft.matter.place.law,
    )


def _written(draft: _Draft, organ: OrganProfile, told: Remedy) -> Letter | Unissued:
    matter, form = draft.matter, draft.matter.form
    words = _words(form, draft.parts[0].values, draft)
    text = list(_lines([*_opening(matter, words), *_text(draft, words)]))
    if found := identity_numbers(text):
        trouble = f"文书中有居民身份证号码（{found[0][:6]}…），删去后再出具"
        return Unissued(form, (), (trouble,))
    return Letter(
        form=form,
        organ=organ.name,
        number=draft.values["number"],
        addressee=_addressee(form, draft.values),
        paragraphs=tuple(text),
        remedy=told.paragraphs,
        day=words["day"],
        cites=(*(one for part in draft.parts for one in part.rests.cites), *told.cites),
        elements=words,
        derivation=draft.dates.derivation,
        notes=draft.notes,
    )


def _opening(matter: Matter, words: Values) -> Iterator[str]:
    if matter.form.to == "applicant":
        yield fill(common().opening, words) + recital(matter, words["you"])


def _text(draft: _Draft, words: Values) -> Iterator[str]:
    """Yield the paragraphs of the body; those of each item under its heading."""
    if not draft.matter.form.composite:
        yield from (fill(text, words) for text in draft.matter.form.body)
        return
    yield from (fill(text, {**words, "parts": len(draft.parts)}) for text in draft.matter.form.body)
    for part in draft.parts:
        assert part.item
        own = _words(part.form, part.values, draft)
        yield fill(common().item_heading, {"place": part.place, "asks": part.item.asks})
        yield from (fill(text, own) for text in part.form.body)


def _lines(texts: Iterable[str]) -> Iterator[str]:
    yield from (line.strip() for one in texts for line in one.split("\n") if line.strip())


def _words(form: LetterForm, values: Mapping[str, Any], draft: _Draft) -> Values:
    """Return every value as it is printed; what may be left out is empty."""
    optional: Values = dict.fromkeys(
        (*form.may, *(key for group in form.one_of for key in group)), ""
    )
    law = draft.matter.place.law
    return {
        **{name: law.provision(name, draft.matter.on).value for name in PROVISIONS},
        **optional,
        "you": common().you.unknown,
        **{key: words_of(value) for key, value in values.items()},
        **draft.dates.words,
    }


def _addressee(form: LetterForm, values: Values) -> str:
    key = {"third_party": "party", "organ": "asked_organ", "unit": "unit"}.get(form.to, "applicant")
    return str(values[key])
