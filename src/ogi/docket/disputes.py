"""Disputes of a case (行政复议、行政诉讼): what is pending, what was ordered, what may be filed."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from ogi.casework.acts import Act
from ogi.casework.afterwards import (
    DisputeDecided,
    DisputeFiled,
    DisputeKind,
    DisputeResult,
    Instance,
)
from ogi.casework.asking import CorrectionLapsed, FeeLapsed
from ogi.casework.outcomes import outcomes, review_first
from ogi.casework.replying import Delivered, Replied
from ogi.docket.orders import pending_disputes, this_round
from ogi.docket.view import CaseView
from ogi.docket.words import long_day
from ogi.law import Citation, versions

Lacks = Iterator[tuple[str, str | Citation]]

_ANYWAY = "仍然受理的，写明（accepted_anyway）"


def correctable(acts: Sequence[Act]) -> bool:
    """Tell whether the organ may correct its own reply (自行纠正): there is one, and no dispute
    that came to its end has upheld it.
    """
    now = this_round(acts)
    answered = any(isinstance(act, Replied | CorrectionLapsed | FeeLapsed) for act in now)
    decided = [act for act in now if isinstance(act, DisputeDecided)]
    upheld = bool(decided) and decided[-1].result is DisputeResult.UPHELD
    return answered and (not upheld or bool(pending_disputes(acts)))


def review_of(acts: Sequence[Act], suit: DisputeFiled) -> str:
    """Return the review that a suit follows; "" where that is not known."""
    reviews = _reviews(acts)
    if suit.of or len(reviews) != 1:
        return suit.of if suit.of in reviews else ""
    return next(iter(reviews))


def _reviews(acts: Sequence[Act]) -> dict[str, DisputeFiled]:
    return {
        act.dispute: act
        for act in acts
        if isinstance(act, DisputeFiled) and act.kind is DisputeKind.REVIEW
    }


def filing_lacks(case: CaseView, act: DisputeFiled) -> Lacks:
    """Yield what speaks against recording that a dispute was filed."""
    acts = case.progress.acts
    before = [one for one in acts if isinstance(one, DisputeFiled) and one.dispute == act.dispute]
    if before:
        yield from _filed_again(acts, before[0], act)
        return
    if act.instance not in (None, Instance.FIRST):
        yield (
            f"没有登记过“{act.dispute}”的一审，{act.instance.label}登记在同一件之下",
            "ogi-2019/51",
        )
    if act.kind is DisputeKind.SUIT_AFTER_REVIEW and not review_of(acts, act):
        yield _no_review(acts, act), "litigation-2017/45"
    if not act.accepted_anyway:
        yield from _barred(case, act)


def _filed_again(acts: Sequence[Act], first: DisputeFiled, act: DisputeFiled) -> Lacks:
    name = f"“{act.dispute}”"
    if first.kind is not act.kind:
        yield f"{name}登记为{first.kind.label}，不是{act.kind.label}", "ogi-2019/51"
    elif act.kind is DisputeKind.REVIEW:
        yield f"{name}已经登记过；不服复议决定的，登记复议后起诉", "litigation-2017/45"
    elif act.dispute in pending_disputes(acts):
        yield f"{name}已经登记过，还没有审结；审结后上诉、再审的才再登记", "litigation-2017/85"
    elif act.instance is Instance.FIRST:
        yield f"{name}的一审已经登记过，再登记的是二审或者再审", "litigation-2017/85"


def _no_review(acts: Sequence[Act], act: DisputeFiled) -> str:
    if act.of:
        return f"台账里没有“{act.of}”这件复议"
    if _reviews(acts):
        return "有几件复议，没有写明复议后起诉对应的是哪一件（of）"
    return "台账里没有复议，不能登记复议后起诉"


def _barred(case: CaseView, act: DisputeFiled) -> Lacks:
    """Yield what the law puts before this dispute: a review first, a review or suit under way."""
    now = this_round(case.progress.acts)
    pending = pending_disputes(now)
    if act.kind is DisputeKind.REVIEW:
        for one in now:
            if isinstance(one, DisputeFiled) and one.kind is DisputeKind.DIRECT_SUIT:
                yield f"法院已经受理“{one.dispute}”，不再复议；{_ANYWAY}", "review-2023/29/2"
        return
    for name, review in _reviews(now).items():
        last = _review_ends(case, review)
        if name in pending and last and act.on <= last:
            says = f"复议“{name}”还没有决定，复议期限到{long_day(last)}，期限内不能起诉"
            yield f"{says}；{_ANYWAY}", "review-2023/29/1"
    if act.kind is DisputeKind.DIRECT_SUIT and (cites := review_comes_first(now)):
        yield f"对不予公开的答复应当先申请行政复议，不能直接起诉；{_ANYWAY}", cites


def filed_out_of_order(case: CaseView) -> Iterator[str]:
    """Yield the disputes of a case that were filed though the law puts something else first."""
    acts = case.progress.acts
    for at, act in enumerate(acts):
        if isinstance(act, DisputeFiled):
            before = CaseView(replace(case.progress, acts=acts[:at]), act.on, case.place)
            for says, _ in _barred(before, act):
                yield f"{long_day(act.on)}受理的“{act.dispute}”：{says.partition('；')[0]}"


def _review_ends(case: CaseView, review: DisputeFiled) -> date | None:
    name = "review_decision_period_simplified" if review.simplified else "review_decision_period"
    if review.on < versions(name)[0].since:
        return None
    return review.on + timedelta(case.place.law.provision(name, review.on).number)


def review_comes_first(acts: Sequence[Act]) -> Citation | None:
    """Return the article by which all that the reply of a round withholds goes to review first
    (复议前置); None where a suit may be brought over some of it.
    """
    if not any(isinstance(act, Delivered) for act in acts):
        return None
    reply = next((act for act in reversed(acts) if isinstance(act, Replied)), None)
    if reply is None:
        return None
    results = [one for one in reply.results if one.outcome in outcomes()]
    adverse = [one for one in results if outcomes()[one.outcome].family != "granted"]
    found = [review_first(one.outcome, one.grounds, reply.on) for one in adverse]
    return found[0] if found and all(found) else None
