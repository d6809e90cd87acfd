"""On what a letter rests (法律依据): the results and grounds that it tells."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogi.casework import ItemResult
from ogi.casework.grounds import ground, grounds
from ogi.casework.outcomes import outcome, review_first
from ogi.law import Citation
from ogi.letters.forms import LetterForm


@dataclass(frozen=True, slots=True)
class Rests:
    """What a letter rests on: articles, and whether review must precede a suit (复议前置)."""

    cites: tuple[Citation, ...]
    review_first: Citation | None = None
    partly: bool = False
    troubles: tuple[str, ...] = ()


def rests_on(form: LetterForm, values: dict[str, Any], on: date) -> Rests:
    """Return what a letter rests on, from its form, the results recorded and what is withheld."""
    codes = form.outcomes
    results: tuple[ItemResult, ...] = values.get("results", ())
    meant = [one for one in results if one.outcome in codes]
    withheld = values.get("withheld", ())
    used = [key for one in withheld if (key := one.get("ground"))]
    if not withheld:
        used = [key for one in meant for key in one.grounds]
        own = [key for code in codes for key in outcome(code).grounds]
        used = used or (own if len(own) == 1 else [])
    known = [key for key in dict.fromkeys(used) if key in grounds()]
    cites = [*form.cites, *(cited for code in codes for cited in outcome(code).cites)]
    cites += [ground(key).cites for key in known]
    first = next((one for code in codes if (one := review_first(code, known, on))), None)
    partly = any(outcome(code).family == "partly_granted" for code in codes)
    return Rests(tuple(cites), first, partly, tuple(_troubles(form, results, used)))


def _troubles(form: LetterForm, results: tuple[ItemResult, ...], used: list[str]) -> Iterator[str]:
    for key in dict.fromkeys(used):
        if key not in grounds():
            yield f"不予公开理由没有“{key}”，可以写{'、'.join(grounds())}"
    if not results or not form.outcomes:
        return
    recorded = dict.fromkeys(one.outcome for one in results)
    if not {*recorded} & {*form.outcomes}:
        told = "、".join(f"{outcome(code).term}，应当用{outcome(code).letter}" for code in recorded)
        yield f"台账记载的办理结果是{told}，不能出具{form.code}"


def withheld_from(given: Any) -> tuple[list[Mapping[str, str]], list[str]]:
    """Return what is withheld, each with the words for why, and what the entries lack."""
    made: list[Mapping[str, str]] = []
    lacking: list[str] = []
    for number, entry in enumerate(given if isinstance(given, list) else [given], 1):
        one = _named(entry)
        wanted = ("what", "reason") if one.get("not_information") else ("what", "ground", "reason")
        if short := [_WITHHELD[key] for key in wanted if not one.get(key)]:
            lacking.append(f"第{number}项不予公开的内容没有写{'、'.join(short)}")
        elif one.get("not_information"):
            made.append({**one, "because": f"不属于政府信息，{one['reason']}"})
        elif one["ground"] not in grounds():
            lacking.append(f"不予公开理由没有“{one['ground']}”，可以写{'、'.join(grounds())}")
        else:
            used = ground(one["ground"])
            because = f"属于{used.term}，{one['reason']}，根据{used.cites}不予公开"
            made.append({**one, "because": because})
    return made, lacking


_WITHHELD = {"what": "内容", "ground": "理由代码", "reason": "理由"}


def _named(entry: Any) -> dict[str, Any]:
    by_name = {name: key for key, name in _WITHHELD.items()} | {"不属于政府信息": "not_information"}
    if not isinstance(entry, Mapping):
        return {"what": str(entry)}
    return {by_name.get(str(key), str(key)): value for key, value in entry.items()}
