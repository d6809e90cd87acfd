"""What a reply takes (答复的前提): each result of each item, by what the case has seen so far."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date

from ogi.casework.asking import (
    CorrectionReceived,
    ReasonsAsked,
    ReasonsGiven,
    ReasonsLapsed,
)
from ogi.casework.grounds import grounds
from ogi.casework.items import items_of
from ogi.casework.outcomes import outcomes, reply_needs
from ogi.casework.parties import ItemResult
from ogi.casework.replying import Replied
from ogi.clock import last_day
from ogi.docket.opinions import Opinion, opinions
from ogi.docket.view import CaseView
from ogi.law import Citation

Blanks = Mapping[str, str]
_THIRD_PARTY = "D34"


def reply_lacks(case: CaseView, act: Replied) -> Iterator[tuple[str, str | Citation]]:
    """Yield what a reply lacks: results for all that was asked, and what each result takes."""
    items = {item.key for item in items_of(case.progress.acts)}
    answered = {result.item for result in act.results}
    if not act.results:
        yield "没有写明答复结果", "ogi-2019/36"
    if missing := sorted(items - answered):
        yield f"申请事项{'、'.join(missing)}没有答复结果", "ogi-2019/36"
    if items and (odd := sorted(answered - items)):
        yield f"答复的事项{'、'.join(odd)}不在申请之内", "ogi-2019/36"
    for result in act.results:
        yield from _result(case, result)


def _result(case: CaseView, result: ItemResult) -> Iterator[tuple[str, str | Citation]]:
    known = outcomes().get(result.outcome)
    if known is None:
        yield f"没有“{result.outcome}”这种答复结果", "ogi-2019/36"
        return
    for ground in result.grounds:
        if ground not in known.grounds:
            yield f"“{ground}”不是{known.term}的理由", "ogi-2019/36"
    for key in known.takes:
        blanks = TAKES[key](case, result)
        if blanks is not None:
            need = reply_needs()[key]
            yield need.says.format(term=known.term, **blanks), need.cites


def ground(case: CaseView, result: ItemResult) -> Blanks | None:
    """不予公开应当有理由。"""
    return None if result.grounds else {}


def ground_or_part(case: CaseView, result: ItemResult) -> Blanks | None:
    """部分公开应当写明不公开的部分或者理由。"""
    return None if result.grounds or result.withheld else {}


def third_party_asked(case: CaseView, result: ItemResult) -> Blanks | None:
    """以第三方权益不公开的，征求过第三方的意见。"""
    if not _for_third_party(result):
        return None
    return None if _asked(case, result) else {}


def third_party_unwilling(case: CaseView, result: ItemResult) -> Blanks | None:
    """以第三方权益不公开的，不是所有第三方都同意公开。"""
    asked = _asked(case, result)
    if not _for_third_party(result) or not asked:
        return None
    willing = all(one.consents_for(result.item) for one in asked)
    return {"who": "、".join(one.party for one in asked)} if willing else None


def third_party_apart(case: CaseView, result: ItemResult) -> Blanks | None:
    """第三方同意公开一部分的，区分处理，不是全部不予公开。"""
    items = {item.key for item in items_of(case.progress.acts)}
    asked = _asked(case, result)
    partly = [one for one in asked if {*one.consents_to} - items and not one.consents]
    whole = result.outcome == _THIRD_PARTY and len(partly) == len(asked)
    return {"who": "、".join(one.party for one in partly)} if partly and whole else None


def third_party_told(case: CaseView, result: ItemResult) -> Blanks | None:
    """第三方不同意而公开的，告知了第三方。"""
    if _for_third_party(result):
        return None
    against = [
        one.party
        for one in opinions(case.progress.acts).values()
        if one.objects_to(result.item) and not one.told
    ]
    return {"who": "、".join(against)} if against else None


def _for_third_party(result: ItemResult) -> bool:
    return any(grounds()[key].outcome == _THIRD_PARTY for key in result.grounds if key in grounds())


def _asked(case: CaseView, result: ItemResult) -> list[Opinion]:
    held = opinions(case.progress.acts).values()
    return [one for one in held if one.concerns(result.item)]


def correction_received(case: CaseView, result: ItemResult) -> Blanks | None:
    """补正后仍不明确的，收到过补正。"""
    return None if any(isinstance(one, CorrectionReceived) for one in case.progress.acts) else {}


def reasons_rejected(case: CaseView, result: ItemResult) -> Blanks | None:
    """无正当理由大量反复申请的，要求过说明理由，理由不合理或者逾期没有说明。"""
    acts = case.progress.acts
    if not any(isinstance(one, ReasonsAsked) for one in acts):
        return {"why": "没有要求说明理由"}
    told = [one for one in acts if isinstance(one, ReasonsGiven | ReasonsLapsed)]
    if not told:
        return {"why": "申请人说明理由的期限没有届满"}
    given = told[-1]
    held = isinstance(given, ReasonsGiven) and given.reasonable
    return {"why": "申请人说明的理由已认定合理"} if held else None


def correction_lapsed(case: CaseView, result: ItemResult) -> Blanks | None:
    """逾期不补正的，补正告知已经送达，期限届满，没有收到补正。"""
    return _lapsed(case, "correction", "补正告知")


def fee_lapsed(case: CaseView, result: ItemResult) -> Blanks | None:
    """逾期未缴费的，收费通知已经送达，期限届满，没有缴费。"""
    return _lapsed(case, "fee", "收费通知")


def _lapsed(case: CaseView, kind: str, paper: str) -> Blanks | None:
    waits = [wait for wait in case.history.waits if wait.kind == kind]
    if not waits:
        return {"why": f"没有发出{paper}"}
    wait = waits[-1]
    if wait.over_on:
        return {"why": f"{paper}所要求的已经办到"}
    last: date | None = last_day(wait, case.place)
    if last is None:
        return {"why": f"{paper}没有记载签收之日"}
    return None if case.on > last else {"why": f"{paper}的期限还没有届满"}


def explained(case: CaseView, result: ItemResult) -> Blanks | None:
    """其他处理的，写明是什么处理。"""
    return None if result.note else {}


TAKES: dict[str, Callable[[CaseView, ItemResult], Blanks | None]] = {
    made.__name__: made
    for made in (
        ground,
        ground_or_part,
        third_party_asked,
        third_party_unwilling,
        third_party_apart,
        third_party_told,
        correction_received,
        reasons_rejected,
        correction_lapsed,
        fee_lapsed,
        explained,
    )
}
"""Every key under `takes` in outcomes.yaml; a test holds both sets equal."""
