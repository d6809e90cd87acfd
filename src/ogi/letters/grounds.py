"""On what a letter rests (法律依据): the results and grounds that it tells."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogi.casework import ItemResult
from ogi.casework.grounds import Ground, ground, grounds
from ogi.casework.outcomes import outcome, review_first
from ogi.law import Citation
from ogi.letters.forms import LetterForm, letter_forms
from ogi.letters.shared import common


@dataclass(frozen=True, slots=True)
class Rests:
    """What a letter, or the answer to one item of it, rests on: articles, and whether review
    must precede a suit (复议前置).
    """

    cites: tuple[Citation, ...]
    review_first: Citation | None = None
    partly: bool = False
    grounds: tuple[str, ...] = ()


def rests_on(
    form: LetterForm, results: Sequence[ItemResult], withheld: Sequence[Mapping[str, Any]], on: date
) -> Rests:
    """Return what a letter rests on, from its form, the results recorded and what is withheld."""
    told = tuple(one.outcome for one in results if one.outcome in form.outcomes)
    codes = tuple(dict.fromkeys(told)) or form.outcomes[:1]
    used = [key for one in withheld if (key := one.get("ground"))]
    if not withheld:
        used = [key for one in results if one.outcome in codes for key in one.grounds]
        own = [key for code in codes for key in outcome(code).grounds]
        used = used or (own if len(own) == 1 else [])
    known = [key for key in dict.fromkeys(used) if key in grounds()]
    cites = list(form.cites) or [cited for code in codes for cited in outcome(code).cites]
    cites += [ground(key).cites for key in known]
    first = next((one for code in codes if (one := review_first(code, known, on))), None)
    partly = any(outcome(code).family == "partly_granted" for code in codes)
    return Rests(tuple(cites), first, partly, tuple(known))


def misfits(form: LetterForm, results: Sequence[ItemResult], rests: Rests) -> Iterator[str]:
    """Yield where the results that the ledger records are not those that a letter tells."""
    for key in dict.fromkeys(key for one in results for key in one.grounds):
        if key not in grounds():
            yield f"不予公开理由没有“{key}”，可以写{'、'.join(grounds())}"
    if not results or not form.outcomes:
        return
    odd = [one for one in results if one.outcome not in form.outcomes]
    if len(odd) == len(results):
        told = "、".join(dict.fromkeys(f"{_term(one)}，应当用{_letter(one)}" for one in odd))
        yield f"台账记载的办理结果是{told}，不能出具{form.code}"
    elif odd:
        told = "、".join(f"事项{one.item}是{_term(one)}" for one in odd)
        yield f"{form.code}讲的是全部申请事项，台账记载的各项结果不同（{told}），用逐项答复的R27"
    recorded = {key for one in results if one.outcome in form.outcomes for key in one.grounds}
    if rests.partly and recorded and recorded != {*rests.grounds}:
        said = "、".join(ground(key).term for key in grounds() if key in recorded)
        yield f"台账记载的不予公开理由是{said}，与文书逐项写的理由不同"


def _term(result: ItemResult) -> str:
    return outcome(result.outcome).term


def _letter(result: ItemResult) -> str:
    told = (one.code for one in letter_forms().values() if result.outcome in one.outcomes)
    return "或者".join(told)


def withheld_from(given: Any) -> tuple[list[Mapping[str, Any]], list[str]]:
    """Return what is withheld, each with the words for why, and what the entries lack."""
    made: list[Mapping[str, Any]] = []
    lacking: list[str] = []
    for number, entry in enumerate(given if isinstance(given, list | tuple) else [given], 1):
        one = _named(entry)
        if trouble := _lacking(one, number):
            lacking.append(trouble)
        elif one.get("not_information"):
            made.append({**one, "because": f"不属于政府信息，{one['reason']}"})
        else:
            used = ground(one["ground"])
            term = f"{used.term}（{one['kind']}）" if one.get("kind") else used.term
            because = f"属于{term}，{one['reason']}，根据{used.cites}不予公开"
            made.append({**one, "because": because})
    return made, lacking


_WITHHELD = {"what": "内容", "ground": "理由代码", "kind": "种类", "reason": "理由"}
_NOT_INFORMATION = "不属于政府信息"


def _lacking(one: Mapping[str, Any], number: int) -> str:
    """Say what an entry of what is withheld lacks; "" where it will do."""
    known = {*_WITHHELD, "not_information"}
    if unknown := [key for key in one if key not in known]:
        return f"第{number}项不予公开的内容没有“{unknown[0]}”这一栏"
    wanted = ("what", "reason") if one.get("not_information") else ("what", "ground", "reason")
    if short := [_WITHHELD[key] for key in wanted if not one.get(key)]:
        return f"第{number}项不予公开的内容没有写{'、'.join(short)}"
    if one.get("not_information"):
        return ""
    if one["ground"] not in grounds():
        return f"不予公开理由没有“{one['ground']}”，可以写{'、'.join(grounds())}"
    return _kind_lacking(one, ground(one["ground"]), number)


def _kind_lacking(one: Mapping[str, Any], used: Ground, number: int) -> str:
    """Say that an entry does not name its kind, where the article lists them, or the law."""
    said = f"{one['what']}{one['reason']}{one.get('kind', '')}"
    if one.get("kind"):
        if used.kinds and not any(kind in str(one["kind"]) for kind in used.kinds):
            return f"第{number}项的种类“{one['kind']}”应当是{'、'.join(used.kinds)}之一"
        return ""
    if used.code in common().kinds_named and not any(kind in said for kind in used.kinds):
        return (
            f"第{number}项不予公开的内容没有写种类：{used.term}是{'、'.join(used.kinds)}中的哪一类"
        )
    if "prohibition" in used.proof and "《" not in said:
        return f"第{number}项不予公开的内容没有写明是哪一部法律、行政法规禁止公开"
    return ""


def _named(entry: Any) -> dict[str, Any]:
    by_name = {name: key for key, name in _WITHHELD.items()}
    by_name[_NOT_INFORMATION] = "not_information"
    if not isinstance(entry, Mapping):
        return {"what": str(entry)}
    return {by_name.get(str(key), str(key)): value for key, value in entry.items()}
