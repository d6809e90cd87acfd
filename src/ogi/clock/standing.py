"""How the clock of a case stands on a day: running, stopped, broken off or over."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from ogi.clock.doubts import Doubt, doubts
from ogi.clock.history import History, Wait, as_of
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.reply import Period, reply_period
from ogi.clock.waits import asked_late, kind_of, over_on, pauses, rule_for


class ClockState(Enum):
    """How a clock stands.

    UNSETTLED  the day of receipt is not settled; nothing runs
    RUNNING    working days are counted
    PAUSED     the time is left out; what is left stays as it is
    BROKEN     the period begins anew when what is waited for comes
    ENDED      the reply went out, or the case was over otherwise
    """

    UNSETTLED = "unsettled"
    RUNNING = "running"
    PAUSED = "paused"
    BROKEN = "broken"
    ENDED = "ended"

    @property
    def label(self) -> str:
        """The word officials see."""
        return _LABELS[self]


_LABELS = {
    ClockState.UNSETTLED: "收到之日待定",
    ClockState.RUNNING: "计算中",
    ClockState.PAUSED: "停止计算",
    ClockState.BROKEN: "待重新计算",
    ClockState.ENDED: "已结束",
}


@dataclass(frozen=True, slots=True)
class Clock:
    """The clock of a case on a day.

    `due` is the last day on which the organ may answer, None while it is not known; while
    the clock is paused, it is the day that holds if the pause is over today. `left` and
    `overdue` are working days; `waits` is what is waited for. `doubts` are steps whose effect
    is doubtful. `notes` are Chinese sentences on these, on what is practice and not law, and
    on what could not be taken into account. `provisional_due` is the last day as far as it
    can be told while the holidays of its year are not on file.
    """

    on: date
    state: ClockState
    period: Period | None
    due: date | None
    left: int | None = None
    overdue: int = 0
    waits: tuple[Wait, ...] = ()
    ended_on: date | None = None
    ending: str = ""
    provisional_years: tuple[int, ...] = ()
    provisional_due: date | None = None
    doubts: tuple[Doubt, ...] = ()
    notes: tuple[str, ...] = ()


def clock_on(history: History, on: date, place: Jurisdiction) -> Clock:
    """Return how a clock stands at the end of a day, from what was known then."""
    return clock_as_known(as_of(history, on), on, place)


def clock_as_known(known: History, on: date, place: Jurisdiction) -> Clock:
    """Return how a clock stands at the end of a day, from a history as it was known then."""
    until = known.ended_on or on
    period = reply_period(known, place, until)
    due = period.due if period else None
    calendar = place.calendar.lenient
    waits = () if known.ended_on else tuple(_lasting(known, on, place))
    found = tuple(doubts(known, on, place, period))
    return Clock(
        on=on,
        state=_state(known, period, waits, place),
        period=period,
        due=due,
        left=calendar.count(on, due) if due and not known.ended_on else None,
        overdue=calendar.count(due, until) if due else 0,
        waits=waits,
        ended_on=known.ended_on,
        ending=known.ending,
        provisional_years=_provisional(period, place),
        provisional_due=period.provisional_due if period else None,
        doubts=found,
        notes=(*(one.says for one in found), *_notes(known, period, place, until)),
    )


def _lasting(history: History, on: date, place: Jurisdiction) -> Iterator[Wait]:
    for wait in history.waits:
        end = over_on(wait, place)
        if end is None or on < end:
            yield wait


def _state(
    history: History, period: Period | None, waits: tuple[Wait, ...], place: Jurisdiction
) -> ClockState:
    if history.ended_on:
        return ClockState.ENDED
    if period is None or history.received_on is None:
        return ClockState.UNSETTLED
    if period.broken_by:
        return ClockState.BROKEN
    if any(pauses(wait, place) for wait in waits):
        return ClockState.PAUSED
    return ClockState.RUNNING


def _provisional(period: Period | None, place: Jurisdiction) -> tuple[int, ...]:
    due = (period.due or period.provisional_due) if period else None
    return place.calendar.provisional_years(period.start, due) if period and due else ()


def _notes(
    history: History, period: Period | None, place: Jurisdiction, until: date
) -> Iterator[str]:
    yield from _law_notes(history, place)
    if period is None:
        return
    yield from _undetermined(period, place, until)
    used = {one for one, _ in period.extended}
    for extension in history.extensions:
        if extension.told_on and extension not in used and period.due:
            yield (
                f"{extension.told_on}的延长不在计算中的期限之内，没有计入；"
                "延长要在期限届满前告知申请人"
            )
    for extension, added in period.extended:
        if added < extension.workdays:
            yield f"{extension.decided_on}延长{extension.workdays}个工作日，只计法定的{added}个"


def _undetermined(period: Period, place: Jurisdiction, until: date) -> Iterator[str]:
    """Yield what is unknown of the holidays that a period touches."""
    if period.due:
        yield from place.calendar.caveats(period.start, period.due)
    elif period.provisional_due:
        past = "，已经过去" if until > period.provisional_due else ""
        yield (
            f"{period.unknown}年的放假安排尚未收录，答复期限待定；"
            f"除去法定节日暂推为{period.provisional_due}{past}"
        )
    elif period.unknown:
        yield f"没有收录{period.unknown}年的放假安排或者那时的规定，答复期限待定"


def _law_notes(history: History, place: Jurisdiction) -> Iterator[str]:
    """Yield what the provisions for the waits say of themselves, each once."""
    said: set[str] = set()
    for wait in history.waits:
        kind = kind_of(wait)
        names = [kind.restarts, kind.pauses]
        if asked_late(wait, history.received_on, place):
            names.append(kind.late)
        for rule in (rule_for(wait, name, place) for name in names):
            if rule and rule.note and rule.note not in said:
                said.add(rule.note)
                yield rule.note
