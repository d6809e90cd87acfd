"""What an act must say for itself: the particulars that the law asks of it."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any, Literal

from ogi.casework.afterwards import (
    DisputeDecided,
    DisputeFiled,
    DisputeKind,
    Reopened,
    ReviewProlonged,
)
from ogi.casework.asking import (
    CorrectionAsked,
    CorrectionLapsed,
    CorrectionReceived,
    FeeNoticed,
    FeePaid,
    HelpGiven,
    LetterReached,
    LetterResent,
    LetterReturned,
    OrganAnswered,
    OrganAsked,
    OrganSilent,
    ReasonsAsked,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
    ThirdPartyTold,
)
from ogi.casework.intake import Registered
from ogi.casework.replying import Extended, Replied, ReplyDelayed
from ogi.clock import in_force, last_day
from ogi.docket.deadlines import unreachable
from ogi.docket.disputes import correctable, filing_lacks
from ogi.docket.opinions import opinions, silent, silent_organs
from ogi.docket.orders import orders_open, pending_disputes, this_round
from ogi.docket.replies import reply_lacks
from ogi.docket.view import CaseView
from ogi.docket.words import long_day
from ogi.law import Citation, cite

Lack = tuple[str, Citation]


def particulars(case: CaseView, act: Any) -> tuple[Lack, ...]:
    """Return what is wrong with an act itself, each with its basis; Chinese sentences."""
    asked = _ASKED.get(type(act))
    found = asked(case, act) if asked else ()
    return tuple((says, _cited(basis)) for says, basis in found)


def _cited(basis: str | Citation) -> Citation:
    return basis if isinstance(basis, Citation) else cite(basis)


def _extension(case: CaseView, act: Extended) -> Iterator[tuple[str, str]]:
    term = case.place.law.provision("extension_period", act.on)
    if not 1 <= act.workdays <= term.number:
        yield f"延长{act.workdays}个工作日，最多延长{term.value}个工作日", "ogi-2019/33/2"
    if not act.approver:
        yield "没有写明批准人：延长须经政府信息公开工作机构负责人同意", "ogi-2019/33/2"
    if act.told_on and act.told_on < act.on:
        yield f"告知申请人之日{long_day(act.told_on)}早于批准之日", "ogi-2019/33/2"


def _correction(case: CaseView, act: CorrectionAsked) -> Iterator[tuple[str, str]]:
    if not act.points:
        yield "没有写明需要补正的事项", "ogi-2019/30"
    start = max(act.on, act.delivered_on or act.on)
    least = case.place.law.provision("least_correction_period", act.on).number
    if act.until <= start:
        yield f"补正期限{long_day(act.until)}不晚于告知之日，不是合理期限", "ogi-2019/30"
    elif (left := case.place.calendar.lenient.count(start, act.until)) < least:
        says = f"补正期限{long_day(act.until)}离告知之日{left}个工作日，少于{least}个工作日"
        yield f"{says}，不是合理期限", "ogi-2019/30"


def _corrected(case: CaseView, act: CorrectionReceived) -> Iterator[tuple[str, str]]:
    if act.posted_on and act.posted_on > act.on:
        yield f"交邮之日{long_day(act.posted_on)}晚于收到之日", "ogi-2019/30"
    lapsed = any(isinstance(one, CorrectionLapsed) for one in this_round(case.progress.acts))
    waits = [wait for wait in case.history.waits if wait.kind == "correction"]
    if not lapsed or not waits or act.good_cause:
        return
    last = last_day(waits[-1], case.place)
    if last and not (act.posted_on and act.posted_on <= last):
        yield (
            f"补正期限{long_day(last)}届满后收到，已经不再处理；期满前交邮的写明交邮之日"
            "（posted_on），有正当理由的写明理由（good_cause）",
            "ogi-2019/30",
        )


def _reasons(case: CaseView, act: ReasonsAsked) -> Iterator[tuple[str, str]]:
    if act.until <= max(act.on, act.delivered_on or act.on):
        yield f"说明理由的期限{long_day(act.until)}不晚于告知之日", "ogi-2019/35"


def _delay(case: CaseView, act: ReplyDelayed) -> Iterator[tuple[str, str]]:
    if case.due and act.until <= case.due:
        yield (
            f"确定的期限{long_day(act.until)}不晚于原来的答复期限{long_day(case.due)}",
            "ogi-2019/35",
        )


def _third_party_asked(case: CaseView, act: ThirdPartyAsked) -> Iterator[tuple[str, str]]:
    if act.party in case.progress.awaits("third_party"):
        yield f"已经在等“{act.party}”的意见", "ogi-2019/32"


def _organ_asked(case: CaseView, act: OrganAsked) -> Iterator[tuple[str, str]]:
    if act.organ in case.progress.awaits("organ"):
        yield f"已经在等“{act.organ}”的意见", "ogi-2019/34"


def _third_party(
    case: CaseView, act: ThirdPartyAnswered | ThirdPartySilent
) -> Iterator[tuple[str, str]]:
    late = isinstance(act, ThirdPartyAnswered) and act.party in silent(case.progress.acts)
    if act.party not in case.progress.awaits("third_party") and not late:
        yield f"没有在等“{act.party}”的意见", "ogi-2019/32"
    elif isinstance(act, ThirdPartySilent):
        yield from _too_early(case, "third_party", act.party, "ogi-2019/32")
    if isinstance(act, ThirdPartyAnswered) and act.consents and act.consents_to:
        yield "同意公开的，不另写同意公开的部分", "ogi-2019/32"


def _organ(case: CaseView, act: OrganAnswered | OrganSilent) -> Iterator[tuple[str, str]]:
    late = isinstance(act, OrganAnswered) and act.organ in silent_organs(case.progress.acts)
    if act.organ not in case.progress.awaits("organ") and not late:
        yield f"没有在等“{act.organ}”的意见", "ogi-2019/34"
    elif isinstance(act, OrganSilent):
        yield from _too_early(case, "organ", act.organ, "ogi-2019/34")


def _too_early(case: CaseView, kind: str, who: str, basis: str) -> Iterator[tuple[str, str]]:
    """Yield a lack when the period of the one said to be silent is not over."""
    for wait in case.history.waits:
        if (wait.kind, wait.who, wait.over_on) != (kind, who, None) or unreachable(case, wait):
            continue
        day = last_day(wait, case.place)
        if day is None:
            yield f"没有记载“{who}”的签收之日，期限还没有起算", basis
        elif case.on <= day:
            yield f"“{who}”提出意见的期限到{long_day(day)}", basis


def _help(case: CaseView, act: HelpGiven) -> Iterator[tuple[str, str]]:
    if act.unit not in case.progress.awaits("help"):
        yield f"没有请“{act.unit}”协办", "ogi-2019/45"


def _letter(
    case: CaseView, act: LetterReached | LetterReturned | LetterResent
) -> Iterator[tuple[str, str]]:
    sent = case.letters
    known = [one for one in sent if (one.letter, one.party) == (act.letter, act.party)]
    if isinstance(act, LetterResent):
        if not any(one.came_back for one in known):
            yield "没有这件退回而未再发的文书", "service-2016"
    elif not any(one.is_under_way for one in known):
        yield "没有这件发出而未签收的文书", "service-2016"


def _fee(case: CaseView, act: FeeNoticed | FeePaid) -> Iterator[tuple[str, str]]:
    if act.amount_yuan <= 0:
        yield f"金额{act.amount_yuan}元，应当大于0", "fee-2020/6"
        return
    noticed = [one for one in case.progress.acts if isinstance(one, FeeNoticed)]
    if isinstance(act, FeePaid) and noticed and act.amount_yuan < noticed[-1].amount_yuan:
        owed = noticed[-1].amount_yuan
        yield f"缴{act.amount_yuan}元，少于收费通知的{owed}元", "fee-2020/6"


def _reply(case: CaseView, act: Replied) -> Iterator[tuple[str, str | Citation]]:
    yield from _number(case, "replied", act.number)
    yield from reply_lacks(case, act)


def _registered(case: CaseView, act: Registered) -> Iterator[tuple[str, str]]:
    yield from _number(case, "registered", act.number)


def _number(
    case: CaseView, key: Literal["registered", "replied"], number: str
) -> Iterator[tuple[str, str]]:
    """Yield that a number does not look as those of the organ do."""
    pattern = case.place.rules.numbers.get(key, "")
    shape = re.escape(pattern).replace(r"\{year\}", r"\d{4}").replace(r"\{serial\}", r"\d+")
    if pattern and number and not re.fullmatch(shape, number):
        yield f"编号“{number}”不合本机关的写法“{pattern}”", "ogi-2019/45"


def _told(case: CaseView, act: ThirdPartyTold) -> Iterator[tuple[str, str]]:
    if act.party not in opinions(case.progress.acts):
        yield f"没有征求过“{act.party}”的意见", "ogi-2019/32"
    if not act.reasons:
        yield "没有写明决定公开的理由", "ogi-2019/32"


def _decided(case: CaseView, act: DisputeDecided) -> Iterator[tuple[str, str]]:
    if act.dispute not in pending_disputes(case.progress.acts):
        yield f"没有未审结的“{act.dispute}”", "ogi-2019/51"


def _prolonged(case: CaseView, act: ReviewProlonged) -> Iterator[tuple[str, str]]:
    filed = [one for one in case.progress.acts if isinstance(one, DisputeFiled)]
    review = next((one for one in filed if one.dispute == act.dispute), None)
    if act.dispute not in pending_disputes(case.progress.acts):
        yield f"没有未审结的“{act.dispute}”", "review-2023/62"
    elif review and (review.kind is not DisputeKind.REVIEW or review.simplified):
        yield f"“{act.dispute}”不是适用普通程序的行政复议，不能延长审理", "review-2023/62"
    most = in_force("review_decision_extension", act.on, case.place)
    if most and not 1 <= act.days <= most.number:
        yield f"延长{act.days}日，最多延长{most.value}日", "review-2023/62"


def _reopened(case: CaseView, act: Reopened) -> Iterator[tuple[str, str]]:
    acts, basis = case.progress.acts, "disclosure-cases-2025/11"
    orders, pending = orders_open(acts), pending_disputes(acts)
    if act.dispute not in ("", *orders, *pending):
        yield f"“{act.dispute}”没有责令重新答复，或者已经重新办理", basis
    elif act.dispute == "" and orders:
        yield f"没有写明按哪一件重新办理：{'、'.join(orders)}", basis
    elif act.dispute not in orders and not correctable(acts):
        yield "没有可以自行纠正的答复", basis
    if act.until and act.until <= act.on:
        yield f"期限{long_day(act.until)}不晚于收到之日", basis


_Asked = Callable[[CaseView, Any], Iterator[tuple[str, str | Citation]]]
_ASKED: Mapping[type, _Asked] = MappingProxyType(
    {
        Extended: _extension,
        CorrectionAsked: _correction,
        ReasonsAsked: _reasons,
        ReplyDelayed: _delay,
        ThirdPartyAsked: _third_party_asked,
        ThirdPartyAnswered: _third_party,
        ThirdPartySilent: _third_party,
        OrganAsked: _organ_asked,
        OrganAnswered: _organ,
        OrganSilent: _organ,
        HelpGiven: _help,
        LetterReached: _letter,
        LetterReturned: _letter,
        LetterResent: _letter,
        ThirdPartyTold: _told,
        CorrectionReceived: _corrected,
        Registered: _registered,
        FeeNoticed: _fee,
        FeePaid: _fee,
        Replied: _reply,
        DisputeFiled: filing_lacks,
        DisputeDecided: _decided,
        ReviewProlonged: _prolonged,
        Reopened: _reopened,
    }
)
