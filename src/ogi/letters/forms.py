"""The letters (文书): what each is called, when it goes out, and what must stand in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ogi.casework import ACTS
from ogi.casework.outcomes import outcomes
from ogi.errors import DataFileError, UsageError
from ogi.law import Citation, cite

_TO = ("applicant", "asker", "third_party", "organ", "unit")


@dataclass(frozen=True, slots=True)
class Element:
    """Something that stands in letters (要素): its name, where it comes from, and its type."""

    key: str
    name: str
    source: str
    type: str = "text"


@dataclass(frozen=True, slots=True)
class Slip:
    """A slip (回复单) to be filled in: its rows, each with what is printed in it already.

    `room` is how many empty lines are left to write in a row.
    """

    title: str
    rows: Mapping[str, str]
    room: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class LetterForm:
    """A letter of the set (文书格式), such as P02 or R09.

    `variant` is not printed; `to` is whom it is for; `acts` are the keys of the acts that give
    its elements, `records` the act that goes with it, which must already be in the ledger where
    it is `settled`. It may not go out without `needs` and at least one of each group of
    `one_of`; `may` are printed where given; the days in `later` lie after its own. `recital`
    says that it tells what moved the clock, `composite` that it answers item by item. `remedy`
    is empty where none is told.
    """

    code: str
    title: str
    variant: str
    when: str
    to: str
    acts: tuple[str, ...]
    mark: str
    cites: tuple[Citation, ...]
    needs: tuple[str, ...]
    may: tuple[str, ...]
    one_of: tuple[tuple[str, ...], ...]
    body: tuple[str, ...]
    remedy: str = ""
    slip: Slip | None = None
    records: str = ""
    settled: bool = False
    later: tuple[str, ...] = ()
    recital: bool = False
    composite: bool = False

    @property
    def named(self) -> tuple[str, ...]:
        """The keys of the elements that are its own."""
        return (*self.needs, *self.may, *(key for group in self.one_of for key in group))

    @property
    def name(self) -> str:
        """The title, and what tells it from others of the same title."""
        return f"{self.title}（{self.variant}）" if self.variant else self.title

    @property
    def outcomes(self) -> tuple[str, ...]:
        """The codes of the results of an application that this letter tells."""
        return tuple(code for code, one in outcomes().items() if one.letter == self.code)


@cache
def letter_forms() -> dict[str, LetterForm]:
    """Return every letter of the set by code, procedure first."""
    folder = files("ogi.letters") / "data" / "forms"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".yaml"))
    return {
        name.removesuffix(".yaml"): _form(name.removesuffix(".yaml"), _load(f"forms/{name}"))
        for name in names
    }


def letter_form(code: str) -> LetterForm:
    """Return a letter by its code; raises UsageError where there is none."""
    found = letter_forms().get(code)
    if found is None:
        raise UsageError(f"no letter {code!r}; there are {', '.join(letter_forms())}")
    return found


@cache
def elements() -> dict[str, Element]:
    """Return every element of the letters by key."""
    return {
        key: Element(key, entry["name"], entry["from"], entry.get("type", "text"))
        for key, entry in _load("elements.yaml")["elements"].items()
    }


@cache
def common() -> Mapping[str, Any]:
    """Return what all letters share: the opening, the pattern of numbers, the seal."""
    data: Mapping[str, Any] = _load("common.yaml")
    return data


@cache
def needed_by_all(to: str) -> tuple[str, ...]:
    """Return the elements that every letter to a kind of addressee must have."""
    data = _load("elements.yaml")
    return (*data["common"], *(data["to_applicant"] if to == "applicant" else ()))


def _form(code: str, data: Mapping[str, Any]) -> LetterForm:
    if data["to"] not in _TO:
        raise DataFileError(f"letter {code} is to {data['to']!r}, which is none of {_TO}")
    slip = data.get("slip")
    form = LetterForm(
        code=code,
        title=data["title"],
        variant=data.get("variant", ""),
        when=data["when"],
        to=data["to"],
        acts=tuple(data.get("acts", ())),
        mark=data.get("mark", common()["mark"]),
        cites=tuple(cite(reference) for reference in data.get("cites", ())),
        needs=tuple(data.get("needs", ())),
        may=tuple(data.get("may", ())),
        one_of=tuple(tuple(group) for group in data.get("one_of", ())),
        body=tuple(data["body"]),
        remedy=data.get("remedy", ""),
        slip=Slip(**slip) if slip else None,
        records=data.get("records", ""),
        settled=data.get("settled", False),
        later=tuple(data.get("later", ())),
        recital=data.get("recital", False),
        composite=data.get("composite", False),
    )
    if unknown := {*form.acts, *([form.records] if form.records else ())} - ACTS.keys():
        raise DataFileError(f"letter {code} names unknown acts {sorted(unknown)}")
    if unknown := {*form.named, *form.later} - elements().keys():
        raise DataFileError(f"letter {code} names unknown elements {sorted(unknown)}")
    return form


def _load(name: str) -> Any:
    folder = files("ogi.letters") / "data"
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    return yaml.load(folder.joinpath(*name.split("/")).read_text(encoding="utf-8"), loader)
