"""Letters of a case (文书): composed over its ledger, without any name until it is printed.

Parties stand in a composed letter as marks; a sheet on screen has their names masked, the
paper has them in full.
"""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from ogi.casework.acts import Act, Ledger
from ogi.casework.asking import HelpAsked, OrganAsked, ThirdPartyAsked, ThirdPartyTold
from ogi.letters import (
    Element,
    Letter,
    LetterForm,
    Unissued,
    compose,
    elements,
    letter_form,
    needed_by_all,
)
from ogisite.intake.ledgers import with_names
from ogisite.intake.models import Case

Made = Letter | Unissued
_T = TypeVar("_T")


def mark_of(token: str) -> str:
    """Return what stands for a party in a composed letter; nobody types it."""
    return f"\ue000{token}\ue001"


def composed(
    case: Case,
    code: str,
    ledger: Ledger,
    on: date,
    tokens: Iterable[str],
    facts: Mapping[str, Any] | None = None,
) -> Made:
    """Return a letter of a case over a ledger, its parties as marks, or what is missing."""
    organ = case.organ
    marked = with_names(ledger, {token: mark_of(token) for token in tokens})
    return compose(code, marked, organ.profile, on, facts, organ.jurisdiction)


def whom(form: LetterForm, act: Act) -> dict[str, str]:
    """Return the fact that says which of several parties the letter of an act is for."""
    match act:
        case ThirdPartyAsked() | ThirdPartyTold() if form.to == "third_party":
            return {"party": mark_of(act.party)}
        case OrganAsked() if form.to == "organ":
            return {"asked_organ": act.organ}
        case HelpAsked():
            return {"unit": act.unit}
    return {}


def named(value: _T, names: Mapping[str, str]) -> _T:
    """Return a letter, or any value, with names in the place of marks."""
    return _named(value, {mark_of(token): name for token, name in names.items()})  # type: ignore[no-any-return]


def _named(value: Any, names: Mapping[str, str]) -> Any:
    match value:
        case str():
            for mark, name in names.items():
                value = value.replace(mark, name)
            return value
        case list() | tuple():
            return type(value)(_named(one, names) for one in value)
        case Mapping():
            return {key: _named(one, names) for key, one in value.items()}
        case Letter():
            changed = ("addressee", "paragraphs", "remedy", "elements", "notes")
            return replace(value, **{key: _named(getattr(value, key), names) for key in changed})
        case Unissued():
            return replace(value, troubles=_named(value.troubles, names))
        case _:
            return value


def digest_of(letter: Letter, attached: Iterable[str] = ()) -> str:
    """Return the digest of a letter's text and of what is attached, by digests; its number and
    its day are given at signing.
    """
    text = (letter.form.code, letter.addressee, *letter.paragraphs, *letter.remedy)
    return hashlib.sha256("\n".join((*text, *sorted(attached))).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A letter as it is shown beside its form: the text, or what keeps it from going out;
    `present` and `missing` are what must stand in it.
    """

    form: LetterForm
    letter: Letter | None
    present: tuple[Element, ...]
    missing: tuple[Element, ...]
    troubles: tuple[str, ...] = ()

    @property
    def reasons(self) -> tuple[str, ...]:
        """Why it cannot go out, in Chinese."""
        return (*(f"{self.form.title}缺少{_where(one)}" for one in self.missing), *self.troubles)

    @property
    def total(self) -> int:
        """How much must stand in it."""
        return len(self.present) + len(self.missing)

    @property
    def of_organ(self) -> tuple[Element, ...]:
        """What is missing because nobody wrote it into the organ's particulars."""
        return tuple(one for one in self.missing if one.source.startswith(_ORGAN))


_ORGAN = "机关信息"


def _where(one: Element) -> str:
    """Return an element with where it comes from, if it is not written on the page itself."""
    return one.name if one.is_fact else f"{one.name}（{one.source}）"


def sheet_of(made: Made, names: Mapping[str, str]) -> Sheet:
    """Return a letter as it is shown, with the names given."""
    found = named(made, names)
    needed = dict.fromkeys((*needed_by_all(found.form.to), *found.form.needs))
    if isinstance(found, Letter):
        return Sheet(found.form, found, tuple(elements()[key] for key in needed), ())
    lacking = tuple(found.missing)
    present = tuple(elements()[key] for key in needed if key not in {one.key for one in lacking})
    return Sheet(found.form, None, present, lacking, found.troubles)


def as_content(letter: Letter) -> dict[str, Any]:
    """Return the text of a letter as plain values, for keeping it as it went out."""
    return {
        "code": letter.form.code,
        "organ": letter.organ,
        "number": letter.number,
        "addressee": letter.addressee,
        "paragraphs": list(letter.paragraphs),
        "remedy": list(letter.remedy),
        "day": letter.day,
        "elements": {key: one for key, one in letter.elements.items() if _is_plain(one)},
    }


def from_content(content: Mapping[str, Any]) -> Letter:
    """Return a letter that was kept."""
    known = {key: content[key] for key in ("organ", "number", "addressee", "day", "elements")}
    return Letter(
        form=letter_form(content["code"]),
        paragraphs=tuple(content["paragraphs"]),
        remedy=tuple(content["remedy"]),
        cites=(),
        **known,
    )


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int | bool) or (
        isinstance(value, list) and all(isinstance(one, str) for one in value)
    )
