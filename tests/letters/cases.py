"""Cases of letters from YAML, in words that a jurist can read (tests/cases/letters)."""

from datetime import date
from typing import Any

import yaml
from conftest import ROOT

from ogi.casework import Ledger, ledger_from
from ogi.letters import Letter, OrganProfile, Unissued, compose, load_organ, organ_from

FOLDER = ROOT / "tests" / "cases" / "letters"
DAY = date(2026, 9, 24)
ARRIVED = {
    "act": "arrived",
    "day": date(2026, 9, 1),
    "channel": "in_person",
    "applicants": [{"name": "林青禾", "kind": "natural_person"}],
    "items": [{"key": "1", "asks": "青石路18号地块的用地批复"}],
}
REGISTERED = {"act": "registered", "day": date(2026, 9, 1), "number": "2026-0017"}


def load(name: str) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(
        (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")
    )
    return found


COMPLETE = load("complete")
USUAL = load_organ(ROOT / "samples" / "letters" / "organ.yaml")


def ledger_for(case: dict[str, Any]) -> Ledger:
    """The acts of a case, after an arrival and a registration unless it stands alone."""
    arrived = {**ARRIVED, **case.get("arrived", {})}
    registered = {**REGISTERED, "day": case.get("registered", REGISTERED["day"])}
    first = [] if case.get("alone") else [arrived, registered]
    return ledger_from([*first, *case.get("more", [])])


def organ_for(case: dict[str, Any]) -> OrganProfile:
    """The organ of the samples, otherwise where the case says so."""
    usual = USUAL
    given = case.get("organ", {})
    plain = {name: getattr(usual, name) for name in OrganProfile.__slots__}
    return organ_from({**plain, **given}) if given else usual


def made(code: str, case: dict[str, Any]) -> Letter | Unissued:
    """The letter of a case, its facts upon those with which the letter is complete."""
    assert code in COMPLETE, (
        f"tests/cases/letters/complete.yaml says no case in which {code} goes out"
    )
    whole = COMPLETE[code]
    case = {
        **{key: whole[key] for key in ("more", "day", "alone", "arrived") if key in whole},
        **case,
    }
    facts = {**whole.get("facts", {}), **case.get("facts", {})}
    facts = {key: value for key, value in facts.items() if key not in case.get("without", ())}
    return compose(code, ledger_for(case), organ_for(case), case.get("day", DAY), facts)


def text_of(letter: Letter) -> str:
    return "\n".join((letter.number, letter.addressee, *letter.paragraphs, *letter.remedy))
