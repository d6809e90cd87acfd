"""The number of a letter (文号): an application number carries its letters, each its own."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogi.casework import Ledger, key_of
from ogi.casework.acts import Act
from ogi.casework.asking import LetterReached
from ogi.casework.intake import Registered
from ogi.expression import expression
from ogi.letters.forms import LetterForm, letter_forms
from ogi.letters.organ import OrganProfile
from ogi.letters.shared import common

_YEAR = expression(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def number_of(
    form: LetterForm,
    organ: OrganProfile,
    ledger: Ledger,
    act: Act | None,
    values: Mapping[str, Any],
    on: date,
) -> str:
    """Return the number of a letter; empty where the organ has no code or there is no serial.

    `act` is the one that the letter goes with, None where it is not recorded. A number that
    the ledger records of it prevails, then one that the facts give.
    """
    if recorded := recorded_number(ledger, act):
        return recorded
    if values.get("number"):
        return str(values["number"])
    application = str(values.get("application_number", ""))
    serial = str(values.get("serial") or _serial(application))
    if not organ.code or not serial:
        return ""
    names = Names(organ, application, on)
    taken = taken_numbers(ledger, act)
    at = _place(form, names, ledger, act, on)
    while (made := names.of(form, serial, at)) in taken:
        at += 1
    return made


@dataclass(frozen=True, slots=True)
class Names:
    """How an organ forms the numbers of the letters of an application."""

    organ: OrganProfile
    application: str
    on: date

    def of(self, form: LetterForm, serial: str, at: int = 1) -> str:
        """Return the number of the first, second … letter of a form."""
        pattern = self.organ.number_pattern or common().number
        return pattern.format(
            code=self.organ.code,
            mark=self.organ.marks.get(form.code) or form.mark or common().mark,
            year=_year(self.application) or self.on.year,
            serial=serial if at == 1 else f"{serial}-{at}",
        )

    def alike(self, form: LetterForm) -> list[LetterForm]:
        """Return the forms whose numbers would be the same but for their place."""
        return [one for one in letter_forms().values() if self.of(one, "") == self.of(form, "")]


def asked_number(
    organ: OrganProfile, ledger: Ledger, act: Act, values: Mapping[str, Any], on: date
) -> str:
    """Return the number of the letter that an earlier act sent."""
    if found := recorded_number(ledger, act):
        return found
    form = next(one for one in letter_forms().values() if one.records == key_of(act))
    others = {key: one for key, one in values.items() if key != "number"}
    given = str(values.get("asked_number", ""))
    return given or number_of(form, organ, ledger, act, others, act.on)


def recorded_number(ledger: Ledger, act: Act | None) -> str:
    """Return the number that a ledger records of the letter of an act, or ""."""
    if act is None or isinstance(act, Registered):
        return ""
    if own := getattr(act, "number", ""):
        return str(own)
    who = party_of(act)
    told = (
        getattr(one, "number", "")
        for one in ledger
        if isinstance(one, LetterReached)
        and one.on >= act.on
        and (one.letter, one.party) == (key_of(act), who)
    )
    return next((str(number) for number in told if number), "")


def taken_numbers(ledger: Ledger, act: Act | None) -> set[str]:
    """Return the numbers that a ledger records of other letters than that of an act."""
    own = recorded_number(ledger, act)
    found = {
        str(number)
        for one in ledger
        if one is not act
        and not isinstance(one, Registered)
        and (number := getattr(one, "number", ""))
    }
    return found - {own}


def party_of(act: Act) -> str:
    """Return the party, the organ or the unit that an act is about; "" for the applicant."""
    return next((found for name in _WHO if (found := getattr(act, name, ""))), "")


_WHO = ("party", "organ", "unit")


def _place(form: LetterForm, names: Names, ledger: Ledger, act: Act | None, on: date) -> int:
    """Return which letter of its kind of number a letter is in its case."""
    sent = list(dict.fromkeys(_sent(names.alike(form), ledger)))
    if act is not None and form.records:
        own: object = id(act)
    else:
        days = [one.on for one in ledger if key_of(one) in form.acts and one.on <= on]
        own = (form.code, max(days, default=on))
    return sent.index(own) + 1 if own in sent else len(sent) + 1


def _sent(forms: Sequence[LetterForm], ledger: Ledger) -> Iterator[object]:
    """Yield what stands for each letter of some forms, in the order of the ledger's days."""
    for act in sorted(ledger, key=lambda act: act.on):
        for form in forms:
            if form.records == key_of(act):
                yield id(act)
            elif not form.records and key_of(act) in form.acts:
                yield form.code, act.on


def _year(application: str) -> str:
    """Return the year in an application number, so that no two cases share a number."""
    found = _YEAR.findall(application)
    return found[0] if len(found) == 1 and application.strip() != found[0] else ""


def _serial(application: str) -> str:
    """Return the last number in an application number, without leading zeros."""
    found = re.findall(r"\d+", application)
    return str(int(found[-1])) if found else ""
