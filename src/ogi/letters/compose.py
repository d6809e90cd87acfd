"""Composing a letter (拟制文书): a letter that lacks an element is not issued."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from ogi.casework import Ledger
from ogi.casework.grounds import ground
from ogi.casework.outcomes import outcome
from ogi.clock import Jurisdiction
from ogi.letters.dates import Dates, dates_for
from ogi.letters.fees import fee_elements
from ogi.letters.forms import LetterForm, common, elements, letter_form, needed_by_all
from ogi.letters.grounds import Rests, rests_on, withheld_from
from ogi.letters.identity import identity_numbers
from ogi.letters.letter import Letter, Unissued
from ogi.letters.material import Values, from_facts, from_ledger, words_of
from ogi.letters.numbering import number_of
from ogi.letters.organ import OrganProfile
from ogi.letters.remedy import Remedy, remedy
from ogi.letters.templates import basis_of, fill

_PROVISIONS = (
    "correction_lapse",
    "third_party_period",
    "third_party_silence",
    "organ_period",
    "organ_silence",
    "fee_payment_period",
    "fee_lapse",
)


def compose(
    code: str,
    ledger: Ledger,
    organ: OrganProfile,
    on: date,
    facts: Mapping[str, Any] | None = None,
    place: Jurisdiction | None = None,
) -> Letter | Unissued:
    """Return a letter of a day, or exactly what is missing.

    `facts` are elements that the ledger does not hold, under their keys or their Chinese
    names; they prevail over the ledger. Raises UsageError for a letter that is not on file.
    """
    form, place = letter_form(code), place or Jurisdiction()
    given = from_facts(facts or {})
    values: Values = {**from_ledger(form, ledger), **given}
    dates = dates_for(form, ledger, values, on, place)
    values = {**dates.values, **values, **_of_organ(organ), "day": on}
    troubles = _withhold(values)
    fees = fee_elements(form, values, on)
    values |= {key: value for key, value in fees.values.items() if key not in values}
    rests = rests_on(form, values, on)
    values["number"] = number_of(form, organ, values, on)
    if rests.cites:
        values["basis"] = basis_of(rests.cites)
    told = _remedy(form, organ, rests, values, on, place)
    troubles += [*rests.troubles, *fees.troubles, *dates.troubles, *_contradictions(form, values)]
    troubles += [told.trouble] if told.trouble else []
    missing = [*_missing(form, values), *told.missing]
    if missing or troubles:
        return Unissued(form, tuple(elements()[key] for key in missing), tuple(troubles))
    return _written(form, organ, values, rests, told, dates, place, on, fees.notes)


def _of_organ(organ: OrganProfile) -> Values:
    named = {"organ": organ.name, "contact": organ.contact, "payment": organ.payment}
    return {key: value for key, value in named.items() if value}


def _withhold(values: Values) -> list[str]:
    """Put the words for why into what is withheld; return what its entries lack."""
    if "withheld" not in values:
        return []
    values["withheld"], lacking = withheld_from(values["withheld"])
    return lacking


def _contradictions(form: LetterForm, values: Values) -> Iterator[str]:
    if "opinion" in form.needs and values.get("opinion", "").startswith("第三方同意公开"):
        yield "台账记载第三方同意公开，不能以保护第三方合法权益为由不予公开"
    for key in ("kind", "interest", "harm"):
        kinds = [one for code in form.outcomes for one in _kinds(code)]
        given = values.get(key)
        if key in form.needs and given and kinds and not any(one in str(given) for one in kinds):
            yield f"{elements()[key].name}“{given}”应当是{'、'.join(kinds)}之一"


def _kinds(code: str) -> Iterator[str]:
    for key in outcome(code).grounds:
        yield from ground(key).kinds


def _missing(form: LetterForm, values: Values) -> list[str]:
    """Return the keys of the elements that are needed and not there."""
    needed = [*needed_by_all(form.to), *form.needs]
    missing = [key for key in dict.fromkeys(needed) if values.get(key) in (None, "", [], ())]
    missing += [group[0] for group in form.one_of if not any(values.get(key) for key in group)]
    rests = form.cites or form.outcomes
    return missing + (["basis"] if rests and not values.get("basis") else [])


def _remedy(
    form: LetterForm,
    organ: OrganProfile,
    rests: Rests,
    values: Values,
    on: date,
    place: Jurisdiction,
) -> Remedy:
    if not form.remedy:
        return Remedy()
    return remedy(
        organ,
        on,
        paper="答复" if form.remedy == "reply" else "告知书",
        review_first=rests.review_first is not None,
        partly=rests.partly,
        online=bool(values.get("online")),
        law=place.law,
    )


def _written(
    form: LetterForm,
    organ: OrganProfile,
    values: Values,
    rests: Rests,
    told: Remedy,
    dates: Dates,
    place: Jurisdiction,
    on: date,
    notes: tuple[str, ...],
) -> Letter | Unissued:
    words = _words(form, values, place, on)
    opening = [str(common()["opening"])] if form.to == "applicant" else []
    filled = [fill(text, words) for text in (*opening, *form.body)]
    text = [line.strip() for one in filled for line in one.split("\n") if line.strip()]
    if found := identity_numbers(text):
        trouble = f"文书中有居民身份证号码（{found[0][:6]}…），删去后再出具"
        return Unissued(form, (), (trouble,))
    return Letter(
        form=form,
        organ=organ.name,
        number=values["number"],
        addressee=_addressee(form, values),
        paragraphs=tuple(text),
        remedy=told.paragraphs,
        day=words["day"],
        cites=(*rests.cites, *told.cites),
        elements=words,
        derivation=dates.derivation,
        notes=(*dates.notes, *notes),
    )


def _words(form: LetterForm, values: Values, place: Jurisdiction, on: date) -> Values:
    """Return every value as it is printed; what may be left out is empty."""
    optional = dict.fromkeys((*form.may, *(key for group in form.one_of for key in group)), "")
    law = {name: place.law.provision(name, on).value for name in _PROVISIONS}
    return {
        **law,
        **optional,
        "you": str(common()["you"]["unknown"]),
        **{key: words_of(value) for key, value in values.items()},
    }


def _addressee(form: LetterForm, values: Values) -> str:
    key = {"third_party": "party", "organ": "asked_organ", "unit": "unit"}.get(form.to, "applicant")
    return str(values[key])
