"""How a reply period was counted (推算), line by line: counted or not, why, and the law."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ogi.clock.history import History, Wait, as_of
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.reply import Pause, Period, reply_period
from ogi.clock.waits import kind_of, over_on
from ogi.law import Citation, cite
from ogi.workdays import CalendarDay, notices

_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class Line:
    """A day, or days alike that follow each other, of a derivation.

    `nature` is what the days are (工作日, 调休上班, 休息日, 国庆节放假 …); `first_number` and
    `last_number` are which working days of the period they are, 0 where they do not count.
    `why` says what else there is to say, `source` where it is said.
    """

    first: date
    last: date
    nature: str
    counts: bool
    first_number: int = 0
    last_number: int = 0
    why: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a last day was reached: the lines, day by day without a gap, and the last day."""

    lines: tuple[Line, ...]
    due: date | None


def derive(history: History, on: date, place: Jurisdiction) -> Derivation:
    """Return the derivation of the reply period as it stands on a day."""
    known = as_of(history, on)
    until = known.ended_on or on
    period = reply_period(known, place, until)
    if period is None:
        return Derivation((), None)
    lines = [*_broken_off(known, period, until), *_counted(known, period, until, place)]
    return Derivation(tuple(_grouped(lines)), period.due)


def _broken_off(history: History, period: Period, until: date) -> Iterator[Line]:
    """Yield the lines of the periods that were broken off, up to where the next begins."""
    why, source = history.receipt, cite(history.receipt_cites)
    for former in period.former:
        assert former.broken_by
        kind, over = kind_of(former.broken_by), former.broken_by.over_on
        yield _start(former.start, why, source)
        first, last = former.start + _DAY, over - _DAY if over else until
        said = f"{kind.label}，期限自{kind.done}的次日起重新计算"
        if first <= last:
            yield Line(first, last, "不计入", False, why=said, source=str(kind.cites))
        why, source = kind.done, kind.cites


def _start(day: date, why: str, source: Citation) -> Line:
    return Line(day, day, "起算", False, why=f"{why}，当日不计", source=str(source))


def _counted(history: History, period: Period, until: date, place: Jurisdiction) -> Iterator[Line]:
    """Yield the lines of the period that runs, and one for the days that it is overdue."""
    due = period.due or period.provisional_due
    if due is None:
        return
    why, source = history.receipt, cite(history.receipt_cites)
    if period.former and (wait := period.former[-1].broken_by):
        why, source = kind_of(wait).done, kind_of(wait).cites
    if history.received_on is None:
        why = "到件，没有确认收到，谨慎从到件之日起算"
    yield from (_start(period.start, why, source), *_days(history, period, due, place))
    if late := place.calendar.lenient.count(due, until):
        first = due + _DAY
        yield Line(first, until, "逾期", False, why=f"逾期{late}个工作日")


def _days(history: History, period: Period, due: date, place: Jurisdiction) -> Iterator[Line]:
    """Yield a line a day, from the day after the start up to the last day."""
    number, rule = 0, place.law.provision(history.period, period.start).cites
    for day in place.calendar.lenient.days(period.start, due):
        pause = _pause_on(day.day, period.pauses)
        nature, holiday = _nature(day)
        if not day.counts:
            yield Line(day.day, day.day, nature, False, source=holiday)
        elif pause:
            waits = _lasting(day.day, pause, place)
            why = "、".join(dict.fromkeys(_said(wait) for wait in waits))
            source = "、".join(dict.fromkeys(str(kind_of(one).cites) for one in waits))
            yield Line(day.day, day.day, nature, False, why=f"{why}，不计入", source=source)
        else:
            number += 1
            last = day.day == due
            why = _added(number, period) + ("，期限届满" if last else "")
            source = str(rule) if last else holiday
            yield Line(day.day, day.day, nature, True, number, number, why.strip("，"), source)


def _pause_on(day: date, pauses: tuple[Pause, ...]) -> Pause | None:
    return next((one for one in pauses if one.since < day <= one.until), None)


def _lasting(day: date, pause: Pause, place: Jurisdiction) -> list[Wait]:
    """Return the waits of a pause that leave out one of its days."""
    return [
        wait for wait in pause.waits if wait.asked_on < day <= (over_on(wait, place) or pause.until)
    ]


def _said(wait: Wait) -> str:
    label = kind_of(wait).label
    return f"{label}（{wait.who}）" if wait.who else label


def _added(number: int, period: Period) -> str:
    """Say of a working day that it stands beyond the period that the law gives."""
    return "延长的工作日" if number > period.workdays else ""


def _nature(day: CalendarDay) -> tuple[str, str]:
    """Return what a day is, and the notice that makes it so where it is no usual day."""
    weekend = day.day.isoweekday() > _FRIDAY
    if day.provisional and (day.counts or weekend):
        return ("工作日（暂推）" if day.counts else "休息日（暂推）"), ""
    if day.provisional:
        return day.why, str(cite(_FIXED))
    if day.counts:
        return ("调休上班", _notice(day.day)) if weekend else ("工作日", "")
    usual = weekend and not day.why.endswith("放假")
    return ("休息日", "") if usual else (day.why, _notice(day.day))


_FRIDAY = 5
_FIXED = "holidays-2024/2"


def _notice(day: date) -> str:
    """Return the title of the notice that names a day; its own year's comes first."""
    named = [one for one in notices() if day in one.rest or day in one.work]
    named.sort(key=lambda one: one.year != day.year)
    return named[0].title if named else ""


def _grouped(lines: list[Line]) -> Iterator[Line]:
    """Yield the lines with days alike that follow each other put into one."""
    held: Line | None = None
    for line in lines:
        if held and _alike(held, line):
            held = replace(held, last=line.last, last_number=line.last_number)
        else:
            if held:
                yield held
            held = line
    if held:
        yield held


def _alike(one: Line, other: Line) -> bool:
    return (one.nature, one.counts, one.why, one.source) == (
        other.nature,
        other.counts,
        other.why,
        other.source,
    ) and other.first - one.last == _DAY
