"""What an act needs beside its state: each need answers None when it is met, else the words
that fill its reason (`needs` in ogi/casework/data/table.yaml).
"""

from collections.abc import Callable, Mapping
from typing import TypeVar

from ogi.casework.acts import key_of
from ogi.casework.afterwards import DisputeFiled, DisputeKind, Withdrawn
from ogi.casework.asking import (
    CorrectionAsked,
    CorrectionLapsed,
    CorrectionReceived,
    FeeLapsed,
    FeeNoticed,
    ReasonsAsked,
    ReasonsGiven,
)
from ogi.casework.intake import Arrived, Confirmed, HandedOver, Split, TakenOver
from ogi.casework.receipt import receipt_rule
from ogi.casework.replying import Delivered, Drafted, Extended
from ogi.clock import in_force, last_day
from ogi.docket.deadlines import unreachable
from ogi.docket.disputes import correctable
from ogi.docket.opinions import opinions, silent, silent_organs
from ogi.docket.orders import orders_open, pending_disputes, this_round
from ogi.docket.view import CaseView
from ogi.docket.words import long_day

Blanks = Mapping[str, str]
Kind = TypeVar("Kind")


def _all(case: CaseView, kind: type[Kind]) -> list[Kind]:
    return [act for act in case.progress.acts if isinstance(act, kind)]


def receipt_unconfirmed(case: CaseView) -> Blanks | None:
    """收到之日要与申请人确认，还没有确认。"""
    confirms = any(receipt_rule(act.channel).confirms for act in _all(case, Arrived))
    return None if confirms and not _all(case, Confirmed) else {}


def receipt_settled(case: CaseView) -> Blanks | None:
    """收到申请之日已经确定。"""
    return None if case.history.received_on else {}


def first_correction(case: CaseView) -> Blanks | None:
    """补正应当一次性告知，通常只告知一次。"""
    asked = _all(case, CorrectionAsked)
    most = in_force("correction_notices", case.on, case.place)
    return {"day": long_day(asked[-1].on)} if most and len(asked) >= most.number else None


def correction_in_time(case: CaseView) -> Blanks | None:
    """补正在收到申请之日起法定的工作日内告知。"""
    received = case.history.received_on
    term = in_force("correction_notice_period", received, case.place) if received else None
    if received is None or term is None:
        return None
    last = case.place.calendar.lenient.add(received, term.number)
    return {"workdays": str(term.value), "day": long_day(last)} if case.on > last else None


def correction_expired(case: CaseView) -> Blanks | None:
    """补正期限已经届满。"""
    return _expired(case, "correction")


def reasons_expired(case: CaseView) -> Blanks | None:
    """说明理由的期限已经届满。"""
    return _expired(case, "reasons")


def fee_expired(case: CaseView) -> Blanks | None:
    """缴费期限已经届满。"""
    return _expired(case, "fee")


def third_party_expired(case: CaseView) -> Blanks | None:
    """有一个第三方没有提出意见，期限已经届满。"""
    return _expired(case, "third_party")


def organ_expired(case: CaseView) -> Blanks | None:
    """有一个被征求意见的机关没有答复，期限已经届满。"""
    return _expired(case, "organ")


def _expired(case: CaseView, kind: str) -> Blanks | None:
    """Tell whether the period of a wait that is still open is over for one who had the letter.

    One whose letter came back twice cannot be asked: there is nothing more to wait for.
    """
    open_waits = [wait for wait in case.history.waits if wait.kind == kind and wait.over_on is None]
    if any(unreachable(case, wait) for wait in open_waits):
        return None
    days = [last_day(wait, case.place) for wait in open_waits]
    known = [day for day in days if day]
    if any(case.on > day for day in known):
        return None
    return {"day": f"到{long_day(min(known))}" if known else "还没有起算：没有记载签收之日"}


def correction_open(case: CaseView) -> Blanks | None:
    """要求过补正，还没有收到；以逾期不补正不再处理的，也还可以收到。"""
    asked = [
        act
        for act in this_round(case.progress.acts)
        if isinstance(act, CorrectionAsked | CorrectionReceived)
    ]
    if not asked or isinstance(asked[-1], CorrectionReceived):
        return {}
    over = (CorrectionLapsed, FeeLapsed, Withdrawn, Split, HandedOver, Delivered)
    ended = [act for act in this_round(case.progress.acts) if isinstance(act, over)]
    return None if not ended or isinstance(ended[-1], CorrectionLapsed) else {}


def letter_under_way(case: CaseView) -> Blanks | None:
    """有发出而没有记载签收的文书。"""
    return None if any(one.is_under_way for one in case.letters) else {}


def letter_came_back(case: CaseView) -> Blanks | None:
    """有退回而没有再发的文书。"""
    return None if any(one.came_back for one in case.letters) else {}


def third_party_awaited(case: CaseView) -> Blanks | None:
    """有第三方还没有提出意见，或者逾期没有提出。"""
    return None if case.progress.awaits("third_party") or silent(case.progress.acts) else {}


def organ_awaited(case: CaseView) -> Blanks | None:
    """有机关还没有答复征求的意见，或者逾期没有答复。"""
    return None if case.progress.awaits("organ") or silent_organs(case.progress.acts) else {}


def help_awaited(case: CaseView) -> Blanks | None:
    """有协办机构还没有反馈。"""
    return None if case.progress.awaits("help") else {}


def third_party_overruled(case: CaseView) -> Blanks | None:
    """有第三方不同意公开，或者逾期没有提出意见。"""
    views = opinions(case.progress.acts).values()
    return None if any(not one.consents for one in views if one.given) else {}


def first_reasons(case: CaseView) -> Blanks | None:
    """一件申请只要求说明一次理由。"""
    asked = _all(case, ReasonsAsked)
    return {"day": long_day(asked[-1].on)} if asked else None


def reasons_accepted(case: CaseView) -> Blanks | None:
    """申请人说明了理由，理由合理。"""
    return None if any(act.reasonable for act in _all(case, ReasonsGiven)) else {}


def first_fee(case: CaseView) -> Blanks | None:
    """一件申请只发一次收费通知。"""
    noticed = _all(case, FeeNoticed)
    return {"day": long_day(noticed[-1].on)} if noticed else None


def first_extension(case: CaseView) -> Blanks | None:
    """一个答复期限只延长一次；收到补正、缴费后重新计算的，是另一个期限。"""
    acts = this_round(case.progress.acts)
    extended = [act for act in acts if isinstance(act, Extended)]
    if not extended or (case.period and extended[-1].on < case.period.start):
        return None
    return {"day": long_day(extended[-1].on)}


def ordinary_period(case: CaseView) -> Blanks | None:
    """现在的期限是条例规定的答复期限，不是复议决定或者裁判确定的。"""
    return {} if case.history.ordered else None


def period_runs(case: CaseView) -> Blanks | None:
    """答复期限没有届满。"""
    return {"day": long_day(case.due)} if case.due and case.on > case.due else None


def another_reviewer(case: CaseView) -> Blanks | None:
    """审核的不是起草的人。"""
    return _kept_apart(case, "reviewed")


def another_legal_reviewer(case: CaseView) -> Blanks | None:
    """作合法性审查的不是起草的人。"""
    return _kept_apart(case, "legal_reviewed")


def another_secrecy_reviewer(case: CaseView) -> Blanks | None:
    """作保密审查的不是起草的人。"""
    return _kept_apart(case, "secrecy_reviewed")


def another_signer(case: CaseView) -> Blanks | None:
    """签发的人没有办过本机关规定要分开办的事。"""
    return _kept_apart(case, "signed")


def _kept_apart(case: CaseView, key: str) -> Blanks | None:
    """Tell who did with this draft what the organ keeps apart from an act."""
    acts = case.progress.acts
    drafted = max((at for at, act in enumerate(acts) if isinstance(act, Drafted)), default=0)
    apart = {one for one, other in case.place.rules.apart if other == key}
    for act in acts[drafted:]:
        if act.by and act.by == case.person and key_of(act) in apart:
            return {"who": act.by, "did": _DOERS[key_of(act)]}
    return None


_DOERS = {
    "drafted": "起草人",
    "reviewed": "审核人",
    "legal_reviewed": "合法性审查人",
    "secrecy_reviewed": "保密审查人",
    "signed": "签发人",
}


def first_taking_over(case: CaseView) -> Blanks | None:
    """还没有接收过移交。"""
    taken = _all(case, TakenOver)
    return {"day": long_day(taken[-1].on)} if taken else None


def something_to_dispute(case: CaseView) -> Blanks | None:
    """答复已经送达，或者不再处理，或者逾期没有答复。"""
    ends = Delivered | CorrectionLapsed | FeeLapsed
    decided = any(isinstance(act, ends) for act in case.progress.acts)
    gone = any(
        isinstance(act, Withdrawn | Split | HandedOver) for act in this_round(case.progress.acts)
    )
    return None if decided or (case.is_overdue and not gone) else {}


def dispute_pending(case: CaseView) -> Blanks | None:
    """有没有审结的复议或者诉讼。"""
    return None if pending_disputes(case.progress.acts) else {}


def review_pending(case: CaseView) -> Blanks | None:
    """有没有审结的复议。"""
    pending = pending_disputes(case.progress.acts)
    reviews = (one for one in _all(case, DisputeFiled) if one.kind is DisputeKind.REVIEW)
    return None if any(one.dispute in pending for one in reviews) else {}


def reply_ordered(case: CaseView) -> Blanks | None:
    """有责令重新答复的复议决定或者裁判，还没有重新办理；或者有可以自行纠正的答复。"""
    acts = case.progress.acts
    return None if orders_open(acts) or correctable(acts) else {}


NEEDS: dict[str, Callable[[CaseView], Blanks | None]] = {
    made.__name__: made
    for made in (
        receipt_unconfirmed,
        receipt_settled,
        first_correction,
        correction_in_time,
        correction_expired,
        letter_under_way,
        third_party_awaited,
        third_party_expired,
        third_party_overruled,
        organ_awaited,
        organ_expired,
        help_awaited,
        first_reasons,
        reasons_expired,
        reasons_accepted,
        first_fee,
        fee_expired,
        first_extension,
        ordinary_period,
        period_runs,
        another_reviewer,
        another_legal_reviewer,
        another_secrecy_reviewer,
        another_signer,
        first_taking_over,
        letter_came_back,
        correction_open,
        something_to_dispute,
        review_pending,
        dispute_pending,
        reply_ordered,
    )
}
"""Every need by its key in the table; a test holds both sets equal."""
