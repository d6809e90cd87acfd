"""Steps whose effect is doubtful (存疑的步骤): each named, with the day if it is judged otherwise.

A wrong step does not mend itself: the clock takes the careful reading, and says here what it
left aside, so that nobody trusts a day that rests on a letter nobody received.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from ogi.clock.history import Extension, History, Wait
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.reply import Period, begins_anew, confirm_late, reply_period
from ogi.clock.terms import in_force
from ogi.clock.waits import asked_late, kind_of, last_day, restarts
from ogi.law import Law


@dataclass(frozen=True, slots=True)
class Doubt:
    """A step whose effect is doubtful: what is said of it in Chinese, and the last day if it
    is judged the other way; None where there is none.
    """

    says: str
    due: date | None


def doubts(
    history: History, on: date, place: Jurisdiction, period: Period | None
) -> Iterator[Doubt]:
    """Yield what is doubtful in a history as it is known on a day."""
    if period is None:
        return
    for doubt in _all(history, history.ended_on or on, place, period):
        same = doubt.due is not None and doubt.due == period.due
        if not same and not _in_time_anyway(history, period, doubt):
            yield doubt


def _in_time_anyway(history: History, period: Period, doubt: Doubt) -> bool:
    """Tell whether a case was over in time however the step is judged."""
    days = [day for day in (period.due, doubt.due) if day]
    return bool(history.ended_on and days and history.ended_on <= min(days))


def _all(history: History, on: date, place: Jurisdiction, period: Period) -> Iterator[Doubt]:
    yield from _receipt(history, on, place, period)
    for extension in history.extensions:
        if extension.told_on is None:
            yield _untold(extension, history, on, place, period)
    for wait in history.waits:
        if last := asked_late(wait, history.received_on, place):
            yield _late(wait, last, history, on, place, period)
        elif wait.over_on is None and kind_of(wait).letter:
            yield from _unanswered(wait, history, on, place)


def _receipt(history: History, on: date, place: Jurisdiction, period: Period) -> Iterator[Doubt]:
    """Yield that an arrival was not confirmed on its day."""
    arrived, received = history.arrived_on, history.received_on
    if not (arrived and history.confirms) or not confirm_late(arrived, received or on, place):
        return
    if received is None:
        late = place.calendar.lenient.count(arrived, on)
        yield Doubt(
            f"{arrived}到件，应当当日与申请人确认收到，至今没有确认，已迟{late}个工作日；"
            f"谨慎从到件之日起算，期限为{said_due(period)}",
            None,
        )
        return
    careful = reply_period(replace(history, received_on=arrived), place, on)
    yield Doubt(
        f"{arrived}到件，{received}才与申请人确认收到，应当当日确认；"
        f"从到件之日起算的，期限为{said_due(careful)}，谨慎以此为准",
        careful.due if careful else None,
    )


def _untold(
    extension: Extension, history: History, on: date, place: Jurisdiction, period: Period
) -> Doubt:
    """Say that an extension was not told, so that it does not move the last day."""
    told = replace(extension, told_on=extension.decided_on)
    others = (one for one in history.extensions if one != extension)
    other = reply_period(replace(history, extensions=(told, *others)), place, on)
    return Doubt(
        f"{extension.decided_on}的延长没有记载告知申请人，没有告知不延长期限，"
        f"期限仍为{said_due(period)}；在届满前告知了的，登记告知之日，期限为{said_due(other)}",
        other.due if other else None,
    )


def _late(
    wait: Wait,
    last: date,
    history: History,
    on: date,
    place: Jurisdiction,
    period: Period,
) -> Doubt:
    """Say that a wait was asked for too late, with the day if it is judged the other way."""
    kind, anew = kind_of(wait), begins_anew(wait, history, place)
    law = Law({**place.law.overrides, str(kind.late): not anew})
    other = reply_period(history, replace(place, law=law), on)
    first, second = (other, period) if anew else (period, other)
    return Doubt(
        f"{wait.asked_on}才告知{kind.label}，应当在{last}前告知；迟发不当然重新计算期限，"
        f"谨慎以{said_due(first)}为准；自{kind.done}重新计算的，为{said_due(second)}",
        other.due if other else None,
    )


def _unanswered(wait: Wait, history: History, on: date, place: Jurisdiction) -> Iterator[Doubt]:
    """Yield that a letter left no trace, or that nothing came in its time."""
    kind = kind_of(wait)
    who = f"（{wait.who}）" if wait.who else ""
    if wait.reached_on is None:
        term = in_force("letter_trace_period", wait.asked_on, place)
        if term is None:
            return
        sent = wait.resent_on or wait.asked_on
        gone = place.calendar.lenient.count(sent, on)
        again = wait.returned_on and wait.resent_on and wait.returned_on <= wait.resent_on
        returned = None if again else wait.returned_on
        if gone <= term.number and not returned:
            return
        what = f"{returned}退回" if returned else f"没有签收记载，已过{gone}个工作日"
        others = tuple(one for one in history.waits if one != wait)
        other = reply_period(replace(history, waits=others), place, on)
        yield Doubt(
            f"{sent}{kind.label}{who}的文书{what}，应当查询或者重新送达；"
            f"没有送达的，这段时间不能扣除，期限为{said_due(other)}",
            other.due if other else None,
        )
    elif restarts(wait, place) and (last := last_day(wait, place)) and on > last:
        yield Doubt(
            f"{kind.label}的期限{last}已届满，没有记载{kind.done}，也没有登记不再处理", None
        )


def said_due(period: Period | None) -> str:
    """Say the last day of a period, or why there is none yet."""
    if period is None:
        return "待定"
    if period.due:
        return str(period.due)
    if period.provisional_due:
        return f"{period.provisional_due}（暂推）"
    return "待重新计算之日" if period.broken_by else "待定之日"
