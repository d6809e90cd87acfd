"""Applications for the same information (同一信息), over the ledgers of an organ."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ogi.casework.acts import Ledger
from ogi.casework.intake import Arrived
from ogi.casework.items import items_of
from ogi.casework.progress import in_order
from ogi.casework.replying import Delivered
from ogi.law import Citation, Law, cite


@dataclass(frozen=True, slots=True)
class SameInformation:
    """Applications that ask for the same: what, which, by whom; `cites` is what follows."""

    asks: str
    ids: tuple[str, ...]
    applicants: tuple[str, ...]
    cites: Citation


def repeated_applications(ledgers: Mapping[str, Ledger]) -> tuple[SameInformation, ...]:
    """Return where one applicant asks again for what this organ has answered (Art. 36(6)).

    The first of the ids is the one that was answered. Wording alone is compared, spaces and
    punctuation aside: a person decides.
    """
    found = []
    for (asks, who), cases in _grouped(ledgers, by_applicant=True).items():
        answered = [case for case in cases if case.answered_on]
        if not answered:
            continue
        first = min(answered, key=lambda case: (case.answered_on, case.id))
        later = [
            one.id for one in cases if first.answered_on and one.arrived_on >= first.answered_on
        ]
        if later := [key for key in later if key != first.id]:
            found.append(SameInformation(asks, (first.id, *later), (who,), cite("ogi-2019/36/0/6")))
    return tuple(found)


def asked_by_several(
    ledgers: Mapping[str, Ledger], on: date, law: Law | None = None
) -> tuple[SameInformation, ...]:
    """Return what so many applicants ask for that publishing it is to be thought of (Art. 44)."""
    rule = (law or Law()).provision("same_information_applicants", on)
    found = []
    for (asks, _), cases in _grouped(ledgers, by_applicant=False).items():
        known = [case for case in cases if case.arrived_on <= on]
        names = tuple(dict.fromkeys(name for case in known for name in case.applicants))
        if len(names) >= rule.number:
            ids = tuple(case.id for case in known)
            found.append(SameInformation(asks, ids, names, rule.cites))
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Case:
    id: str
    arrived_on: date
    applicants: tuple[str, ...]
    asks: tuple[str, ...]
    answered_on: date | None


def _grouped(
    ledgers: Mapping[str, Ledger], *, by_applicant: bool
) -> dict[tuple[str, str], list[_Case]]:
    """Return the cases by what they ask for, and by applicant where that matters."""
    groups: dict[str, dict[str, list[_Case]]] = {}
    words: dict[str, str] = {}
    for case in _cases(ledgers):
        for asks in case.asks:
            words.setdefault(_plain(asks), asks)
            for name in case.applicants if by_applicant else ("",):
                groups.setdefault(_plain(asks), {}).setdefault(name, []).append(case)
    return {
        (words[asks], name): cases
        for asks, named in groups.items()
        for name, cases in named.items()
    }


def _cases(ledgers: Mapping[str, Ledger]) -> Iterator[_Case]:
    for key, ledger in sorted(ledgers.items()):
        acts = in_order(ledger)
        arrived = next((act for act in acts if isinstance(act, Arrived)), None)
        answered = next((act.on for act in acts if isinstance(act, Delivered)), None)
        if arrived:
            names = tuple(one.name for one in arrived.applicants)
            asks = tuple(item.asks for item in items_of(acts))
            yield _Case(key, arrived.on, names, asks, answered)


def _plain(asks: str) -> str:
    """Return what is asked for without what makes no difference: width, case, punctuation."""
    text = unicodedata.normalize("NFKC", asks).casefold()
    return "".join(one for one in text if one.isalnum())
