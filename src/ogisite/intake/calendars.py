"""Calendars (到期日历): the derivation of a case drawn as weeks, and what is due in four weeks."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from ogi.clock import Derivation, Line
from ogi.workdays import CalendarDay, WorkCalendar

_WEEK = 7


@dataclass(frozen=True, slots=True)
class DayBox:
    """A day of a calendar: the number shown, a word under it, and what it is (ui 3.12)."""

    day: date
    shown: str
    word: str
    kind: str
    count: int = 0


@dataclass(frozen=True, slots=True)
class Calendar:
    """Weeks, Monday first, and the same in words."""

    caption: str
    weeks: tuple[tuple[DayBox, ...], ...]


def case_calendar(derivation: Derivation, on: date) -> Calendar | None:
    """Return the calendar of a case, from the week of receipt to that of its last day."""
    days = {day: line for line in derivation.lines for day in _days(line)}
    if not days:
        return None
    first, last = min(days), max(max(days), derivation.due or max(days))
    boxes = [_box(day, days.get(day), derivation, on) for day in _whole_weeks(first, last)]
    due = f"，期限{_short(derivation.due)}" if derivation.due else ""
    caption = f"期限日历：{_short(first)}收到，计入的工作日编号{due}。逐日说明见“为什么是这一天”。"
    return Calendar(caption, _weeks(boxes))


def _box(day: date, line: Line | None, derivation: Derivation, on: date) -> DayBox:
    shown = _shown(day)
    if line is None:
        return DayBox(day, shown, "", "out")
    if day == derivation.due:
        return DayBox(day, shown, "期限", "end" + (" now" if day == on else ""))
    if line.counts:
        number = line.first_number + _workdays_between(line, day)
        word = f"班·{number}" if line.nature == "调休上班" else str(number)
        kind = "past" if day < on else "day"
        return DayBox(day, shown, word, kind + (" now" if day == on else ""))
    if line.first == derivation.lines[0].first:
        return DayBox(day, shown, "收到", "start")
    if _is_rest(line):
        return DayBox(day, shown, line.nature.removesuffix("放假").removesuffix("节"), "rest")
    return DayBox(day, shown, "", "stop" + (" now" if day == on else ""))


def _is_rest(line: Line) -> bool:
    return line.nature == "休息日" or line.nature.endswith("放假")


def _workdays_between(line: Line, day: date) -> int:
    """Count the days of a line before a day: a line that counts has working days only."""
    return (day - line.first).days


def _days(line: Line) -> Iterator[date]:
    day = line.first
    while day <= line.last:
        yield day
        day += timedelta(1)


def work_calendar(on: date, due: Iterable[date]) -> Calendar:
    """Return four weeks with how many cases are due on each day, last week's Monday first."""
    counts, calendar = Counter(due), WorkCalendar().lenient
    first = on - timedelta(on.weekday() + _WEEK)
    boxes = []
    for day in _whole_weeks(first, first + timedelta(4 * _WEEK - 1)):
        what = calendar.day(day)
        kind = ["rest"] if not what.counts else []
        kind += ["now"] if day == on else []
        boxes.append(DayBox(day, _shown(day), _word(what), " ".join(kind), counts[day]))
    caption = f"四周到期日历，{_short(boxes[0].day)}至{_short(boxes[-1].day)}"
    return Calendar(caption, _weeks(boxes))


def _word(day: CalendarDay) -> str:
    """Return the word under a day: the holiday, or that it is worked in lieu."""
    if day.counts:
        return "上班" if day.why == "调休上班" else ""
    return day.why.removesuffix("放假").removesuffix("节") if day.why.endswith("放假") else ""


def _whole_weeks(first: date, last: date) -> Iterator[date]:
    day = first - timedelta(first.weekday())
    end = last + timedelta(_WEEK - 1 - last.weekday())
    while day <= end:
        yield day
        day += timedelta(1)


def _weeks(boxes: list[DayBox]) -> tuple[tuple[DayBox, ...], ...]:
    return tuple(tuple(boxes[at : at + _WEEK]) for at in range(0, len(boxes), _WEEK))


def _shown(day: date) -> str:
    """Return the number of a day, with its month where one begins."""
    return f"{day.month}/{day.day}" if day.day == 1 else str(day.day)


def _short(day: date) -> str:
    return f"{day.month}月{day.day}日"
