"""The days that letters name (日期), each from the clock with how it was counted."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from ogi.casework import Ledger
from ogi.clock import Derivation, Extension, History, Jurisdiction, derive, reply_due
from ogi.docket import history
from ogi.letters.forms import LetterForm


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that a letter names, by element, with their derivation, notes and troubles."""

    values: dict[str, Any]
    derivation: Derivation | None = None
    notes: tuple[str, ...] = ()
    troubles: tuple[str, ...] = ()


def dates_for(
    form: LetterForm, ledger: Ledger, given: dict[str, Any], on: date, place: Jurisdiction
) -> Dates:
    """Return the days that the clock gives a letter of a day.

    A period that the ledger or the facts name prevails over the usual one.
    """
    known = history(ledger)
    if known.received_on is None or not {"due", "until"} & {*form.needs}:
        return Dates({})
    if form.code == "P02" and "until" not in given:
        return _correction(on, place)
    if "due" not in form.needs:
        return Dates({})
    values: dict[str, Any] = {}
    troubles: list[str] = []
    if "due_before" in form.needs:
        before = reply_due(replace(known, extensions=()), place, on)
        known, workdays = _extended(known, given, on, place)
        values |= {"due_before": before, "workdays": workdays}
        troubles = [*_not_extended(before, workdays, on, place)]
    values["due"] = reply_due(known, place, on)
    found = {key: one for key, one in values.items() if one}
    return Dates(found, derive(known, on, place), troubles=tuple(troubles))


def _not_extended(
    before: date | None, workdays: int, on: date, place: Jurisdiction
) -> Iterator[str]:
    """Yield why the reply cannot be put off: too late, or by too much."""
    most = place.law.provision("extension_period", on)
    if before and on > before:
        yield f"答复期限已于{before}届满，不能再延长（{most.cites}）"
    if workdays > most.number:
        yield f"延长{workdays}个工作日，多于{most.number}个工作日（{most.cites}）"


def _correction(on: date, place: Jurisdiction) -> Dates:
    term = place.law.provision("correction_period", on)
    until = place.calendar.add(on, term.number)
    reached = f"补正期限按出具之日起{term.number}个工作日推算；{term.note}"
    return Dates({"until": until}, notes=(reached,))


def _extended(
    known: History, given: dict[str, Any], on: date, place: Jurisdiction
) -> tuple[History, int]:
    """Return the history with its extension, the one about to be told where none is recorded."""
    if known.extensions:  # the letter tells it, where nothing told it before
        told = tuple(replace(one, told_on=one.told_on or on) for one in known.extensions)
        return replace(known, extensions=told), told[-1].workdays
    most = place.law.provision("extension_period", on).number
    extension = Extension(decided_on=on, told_on=on, workdays=int(given.get("workdays", most)))
    return replace(known, extensions=(extension,)), extension.workdays
