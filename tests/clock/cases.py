"""Cases of the clock from YAML, in words that a jurist can read (tests/cases/clock)."""

from datetime import date
from typing import Any

import yaml
from conftest import ROOT

from ogi.clock import Contest, Delay, Extension, History, Wait

FOLDER = ROOT / "tests" / "cases" / "clock"
WAITS = ("correction", "third_party", "organ", "reasons", "help", "fee")
KNOWN = {
    "article",
    "received",
    "replied",
    "order_until",
    "ordered",
    "extended",
    "delayed",
    "review",
    "suit_after_review",
    "reached",
    "review_first",
    "arrived",
    *WAITS,
}


def load_cases() -> dict[str, dict[str, Any]]:
    """Every case by file and name."""
    return {
        f"{path.stem}: {name}": case
        for path in sorted(FOLDER.glob("*.yaml"))
        for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items()
    }


def history_of(case: dict[str, Any]) -> History:
    """What a case says happened."""
    return History(
        received_on=case.get("ordered") or case.get("received"),
        arrived_on=case.get("arrived"),
        confirms="arrived" in case,
        period="court_disclosure_period" if "ordered" in case else "reply_period",
        ordered="ordered" in case,
        until=case.get("order_until"),
        waits=tuple(_wait(kind, one) for kind in WAITS for one in _many(case.get(kind))),
        extensions=tuple(
            Extension(decided_on=one["decided"], workdays=one["workdays"], told_on=one.get("told"))
            for one in _many(case.get("extended"))
        ),
        delays=tuple(
            Delay(fixed_on=one["fixed"], until=one["until"]) for one in _many(case.get("delayed"))
        ),
        ended_on=case.get("replied"),
        ending="答复" if "replied" in case else "",
        replied="replied" in case,
        reached_on=case.get("reached"),
        review_first=case.get("review_first", ""),
        contests=tuple(
            _contest(kind, one)
            for kind in ("review", "suit_after_review")
            for one in _many(case.get(kind))
        ),
    )


def _contest(kind: str, one: dict[str, Any]) -> Contest:
    return Contest(
        kind=kind,
        filed_on=one["filed"],
        decided_on=one.get("decided"),
        received_on=one.get("received"),
        simplified=one.get("simplified", False),
        prolonged_on=one.get("prolonged"),
        prolonged_days=one.get("prolonged_days", 0),
    )


def _many(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value] if value else []


def _wait(kind: str, one: dict[str, Any]) -> Wait:
    names = {"asked": "asked_on", "over": "over_on", "delivered": "reached_on"}
    known: dict[str, date | str] = {names.get(name, name): value for name, value in one.items()}
    return Wait(kind=kind, **known)  # type: ignore[arg-type]
