"""What an act needs beside its state: each need answers None when it is met, else the words
that fill its reason (`needs` in ogi/casework/data/table.yaml).
"""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from ogi.casework.acts import Ledger
from ogi.casework.afterwards import (
    DisputeDecided,
    DisputeFiled,
    DisputeKind,
    Reopened,
    Withdrawn,
)
from ogi.casework.asking import (
    CorrectionAsked,
    CorrectionLapsed,
    FeeLapsed,
    FeeNoticed,
    ReasonsAsked,
    ReasonsGiven,
    ThirdPartyAnswered,
    ThirdPartySilent,
)
from ogi.casework.channels import DeliveryWay
from ogi.casework.intake import Arrived, Confirmed, Split
from ogi.casework.receipt import receipt_rule
from ogi.casework.replying import Delivered, Drafted, Extended
from ogi.clock import in_force, last_day
from ogi.docket.view import CaseView
from ogi.docket.words import long_day

Blanks = Mapping[str, str]
Kind = TypeVar("Kind")


def _all(case: CaseView, kind: type[Kind]) -> list[Kind]:
    return [act for act in case.progress.acts if isinstance(act, kind)]


def _round(case: CaseView) -> Ledger:
    """Return the acts since the case was taken up, or taken up again."""
    acts = case.progress.acts
    begun = max((at for at, act in enumerate(acts) if isinstance(act, Reopened)), default=-1)
    return acts[begun + 1 :]


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
    """Tell whether the period of a wait that is still open is over."""
    days = [
        last_day(wait, case.place)
        for wait in case.history.waits
        if wait.kind == kind and wait.over_on is None
    ]
    known = [day for day in days if day]
    if any(case.on > day for day in known):
        return None
    return {"day": f"到{long_day(min(known))}" if known else "还没有起算：没有记载签收之日"}


def letter_under_way(case: CaseView) -> Blanks | None:
    """有发出而没有记载签收的文书。"""
    return None if any(letters_under_way(case)) else {}


def letters_under_way(case: CaseView) -> Iterator[tuple[str, str]]:
    """Yield the letters that are not known to have arrived: the act, and the party."""
    for wait in case.history.waits:
        if wait.kind in _LETTERS and wait.over_on is None and wait.reached_on is None:
            yield _LETTERS[wait.kind], wait.who
    for act in _round(case):
        posted = isinstance(act, Delivered) and act.way is DeliveryWay.POST
        if posted and case.history.reached_on is None:
            yield "delivered", ""


_LETTERS = {
    "correction": "correction_asked",
    "third_party": "third_party_asked",
    "organ": "organ_asked",
    "reasons": "reasons_asked",
    "fee": "fee_noticed",
}


def third_party_awaited(case: CaseView) -> Blanks | None:
    """有第三方还没有提出意见。"""
    return None if case.progress.awaits("third_party") else {}


def organ_awaited(case: CaseView) -> Blanks | None:
    """有机关还没有答复征求的意见。"""
    return None if case.progress.awaits("organ") else {}


def help_awaited(case: CaseView) -> Blanks | None:
    """有协办机构还没有反馈。"""
    return None if case.progress.awaits("help") else {}


def third_party_overruled(case: CaseView) -> Blanks | None:
    """有第三方不同意公开，或者逾期没有提出意见。"""
    refused = any(not act.consents for act in _all(case, ThirdPartyAnswered))
    return None if refused or _all(case, ThirdPartySilent) else {}


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
    """答复期限只延长一次。"""
    extended = [act for act in _round(case) if isinstance(act, Extended)]
    return {"day": long_day(extended[-1].on)} if extended else None


def ordinary_period(case: CaseView) -> Blanks | None:
    """现在的期限是条例规定的答复期限，不是复议决定或者裁判确定的。"""
    return {} if case.history.ordered else None


def period_runs(case: CaseView) -> Blanks | None:
    """答复期限没有届满。"""
    return {"day": long_day(case.due)} if case.due and case.on > case.due else None


def another_person(case: CaseView) -> Blanks | None:
    """起草人不审核自己起草的答复。"""
    drafter = next((act.by for act in reversed(case.progress.acts) if isinstance(act, Drafted)), "")
    return {"who": drafter} if drafter and drafter == case.person else None


def something_to_dispute(case: CaseView) -> Blanks | None:
    """答复已经送达，或者不再处理，或者逾期没有答复。"""
    ends = Delivered | CorrectionLapsed | FeeLapsed
    decided = any(isinstance(act, ends) for act in case.progress.acts)
    gone = any(isinstance(act, Withdrawn | Split) for act in _round(case))
    return None if decided or (case.is_overdue and not gone) else {}


def dispute_pending(case: CaseView) -> Blanks | None:
    """有没有审结的复议或者诉讼。"""
    return None if pending_disputes(case.progress.acts) else {}


def pending_disputes(acts: Ledger) -> tuple[str, ...]:
    """Return the disputes that are not decided yet."""
    decided = {act.dispute for act in acts if isinstance(act, DisputeDecided)}
    filed = (act.dispute for act in acts if isinstance(act, DisputeFiled))
    return tuple(one for one in filed if one not in decided)


def review_pending(case: CaseView) -> Blanks | None:
    """有没有审结的复议。"""
    pending = pending_disputes(case.progress.acts)
    reviews = (one for one in _all(case, DisputeFiled) if one.kind is DisputeKind.REVIEW)
    return None if any(one.dispute in pending for one in reviews) else {}


def reply_ordered(case: CaseView) -> Blanks | None:
    """有责令重新答复的复议决定或者裁判，还没有重新办理。"""
    return None if orders_open(case.progress.acts) else {}


def orders_open(acts: Ledger) -> tuple[str, ...]:
    """Return the disputes whose order to act again was not taken up yet."""
    taken = {act.dispute for act in acts if isinstance(act, Reopened)}
    return tuple(
        act.dispute
        for act in acts
        if isinstance(act, DisputeDecided) and act.orders_reply and act.dispute not in taken
    )


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
        another_person,
        something_to_dispute,
        review_pending,
        dispute_pending,
        reply_ordered,
    )
}
"""Every need by its key in the table; a test holds both sets equal."""
