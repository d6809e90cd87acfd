"""What an act must say for itself: the particulars that the law asks of it."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Any

from ogi.casework.acts import Act
from ogi.casework.afterwards import (
    DisputeDecided,
    DisputeFiled,
    DisputeKind,
    Reopened,
    ReviewProlonged,
)
from ogi.casework.asking import (
    CorrectionAsked,
    CorrectionReceived,
    FeeNoticed,
    FeePaid,
    HelpGiven,
    LetterReached,
    OrganAnswered,
    OrganAsked,
    OrganSilent,
    ReasonsAsked,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
)
from ogi.casework.intake import Arrived
from ogi.casework.labels import act_label
from ogi.casework.outcomes import outcomes
from ogi.casework.parties import ItemResult
from ogi.casework.replying import Extended, Replied, ReplyDelayed
from ogi.clock import in_force, last_day
from ogi.docket.needs import letters_under_way, orders_open, pending_disputes
from ogi.docket.view import CaseView
from ogi.docket.words import long_day
from ogi.law import Citation, cite

Lack = tuple[str, Citation]


def particulars(case: CaseView, act: Any) -> tuple[Lack, ...]:
    """Return what is wrong with an act itself, each with its basis; Chinese sentences."""
    asked = _ASKED.get(type(act))
    return tuple((says, cite(basis)) for says, basis in asked(case, act)) if asked else ()


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
    if act.until <= max(act.on, act.delivered_on or act.on):
        yield f"补正期限{long_day(act.until)}不晚于告知之日，不是合理期限", "ogi-2019/30"


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
    if act.party not in case.progress.awaits("third_party"):
        yield f"没有在等“{act.party}”的意见", "ogi-2019/32"
    elif isinstance(act, ThirdPartySilent):
        yield from _too_early(case, "third_party", act.party, "ogi-2019/32")


def _organ(case: CaseView, act: OrganAnswered | OrganSilent) -> Iterator[tuple[str, str]]:
    if act.organ not in case.progress.awaits("organ"):
        yield f"没有在等“{act.organ}”的意见", "ogi-2019/34"
    elif isinstance(act, OrganSilent):
        yield from _too_early(case, "organ", act.organ, "ogi-2019/34")


def _too_early(case: CaseView, kind: str, who: str, basis: str) -> Iterator[tuple[str, str]]:
    """Yield a lack when the period of the one said to be silent is not over."""
    for wait in case.history.waits:
        if (wait.kind, wait.who, wait.over_on) == (kind, who, None):
            day = last_day(wait, case.place)
            if day is None:
                yield f"没有记载“{who}”的签收之日，期限还没有起算", basis
            elif case.on <= day:
                yield f"“{who}”提出意见的期限到{long_day(day)}", basis


def _help(case: CaseView, act: HelpGiven) -> Iterator[tuple[str, str]]:
    if act.unit not in case.progress.awaits("help"):
        yield f"没有请“{act.unit}”协办", "ogi-2019/45"


def _letter(case: CaseView, act: LetterReached) -> Iterator[tuple[str, str]]:
    if (act.letter, act.party) not in set(letters_under_way(case)):
        yield "没有这件发出而未签收的文书", "service-2016"


def _fee(case: CaseView, act: FeeNoticed | FeePaid) -> Iterator[tuple[str, str]]:
    if act.amount_yuan <= 0:
        yield f"金额{act.amount_yuan}元，应当大于0", "fee-2020/6"
        return
    noticed = [one for one in case.progress.acts if isinstance(one, FeeNoticed)]
    if isinstance(act, FeePaid) and noticed and act.amount_yuan < noticed[-1].amount_yuan:
        owed = noticed[-1].amount_yuan
        yield f"缴{act.amount_yuan}元，少于收费通知的{owed}元", "fee-2020/6"


def _reply(case: CaseView, act: Replied) -> Iterator[tuple[str, str]]:
    arrived = next((one for one in case.progress.acts if isinstance(one, Arrived)), None)
    items = {item.key for item in arrived.items} if arrived else set()
    answered = {result.item for result in act.results}
    if not act.results:
        yield "没有写明答复结果", "ogi-2019/36"
    if missing := sorted(items - answered):
        yield f"申请事项{'、'.join(missing)}没有答复结果", "ogi-2019/36"
    if items and (odd := sorted(answered - items)):
        yield f"答复的事项{'、'.join(odd)}不在申请之内", "ogi-2019/36"

    for result in act.results:
        yield from _result(case, result)


def _result(case: CaseView, result: ItemResult) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the result of one item: its code, its grounds, what it takes."""
    known = outcomes().get(result.outcome)
    if known is None:
        yield f"没有“{result.outcome}”这种答复结果", "ogi-2019/36"
        return
    for ground in result.grounds:
        if ground not in known.grounds:
            yield f"“{ground}”不是{known.term}的理由", "ogi-2019/36"
    taken = _TAKES.get(result.outcome)
    if taken and not any(isinstance(one, taken[0]) for one in case.progress.acts):
        yield f"没有{act_label(taken[1])}，不能以{known.term}答复", taken[2]


# Results that another act must have come before: unclear after a correction, excessive.
_TAKES: Mapping[str, tuple[type[Act], str, str]] = MappingProxyType(
    {
        "D43": (CorrectionReceived, "correction_received", "ogi-2019/30"),
        "D54": (ReasonsAsked, "reasons_asked", "ogi-2019/35"),
    }
)


def _filed(case: CaseView, act: DisputeFiled) -> Iterator[tuple[str, str]]:
    known = {one.dispute for one in case.progress.acts if isinstance(one, DisputeFiled)}
    if act.dispute in known:
        yield f"“{act.dispute}”已经登记过", "ogi-2019/51"


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
    if act.dispute not in orders_open(case.progress.acts):
        yield f"“{act.dispute}”没有责令重新答复，或者已经重新办理", "disclosure-cases-2025/11"
    if act.until and act.until <= act.on:
        yield f"期限{long_day(act.until)}不晚于收到之日", "disclosure-cases-2025/11"


_Asked = Callable[[CaseView, Any], Iterator[tuple[str, str]]]
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
        FeeNoticed: _fee,
        FeePaid: _fee,
        Replied: _reply,
        DisputeFiled: _filed,
        DisputeDecided: _decided,
        ReviewProlonged: _prolonged,
        Reopened: _reopened,
    }
)
