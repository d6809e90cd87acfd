"""A year's working days on the terminal: months side by side, days of rest and work marked."""

from calendar import monthcalendar
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, Any

from ogi.cli.folding import columns
from ogi.cli.screen import Screen
from ogi.workdays import CalendarDay, WorkCalendar, notices

if TYPE_CHECKING:
    from rich.text import Text

_WEEKDAYS = "一二三四五六日"
_REST, _WORK = "休", "班"
_DAY_WIDTH = len("31") + columns(_REST) + len(" ")
_MONTH_WIDTH = _DAY_WIDTH * len(_WEEKDAYS)
_GAP = "   "
_PLAIN_WIDTH = 80
_DAY = timedelta(1)

Piece = tuple[str, str]  # a text and its style


def show_year(working: WorkCalendar, year: int, screen: Screen) -> None:
    """Print the months of a year, and below them its holidays and its days worked in lieu."""
    days = {one.day: one for one in _days_of(working, year)}
    screen.line(f"{year}年　工作日{sum(one.counts for one in days.values())}天", "bold")
    screen.line(f"{_REST} 放假　{_WORK} 调休上班", "dim")
    months = [_month(year, month, days) for month in range(1, 13)]
    for row in _rows(months, screen.console.width if screen.terminal else _PLAIN_WIDTH):
        screen.line()
        for line in zip_longest(*row, fillvalue=()):
            screen.show(_text(line))
    screen.line()
    for remark in _remarks(working, year, days):
        screen.line(remark)


def year_json(working: WorkCalendar, year: int) -> dict[str, Any]:
    """Return a year as plain JSON values."""
    days = list(_days_of(working, year))
    return {
        "year": year,
        "workdays": sum(one.counts for one in days),
        "notices": [one.title for one in _notices(year)],
        "provisional": any(one.provisional for one in days),
        "days": [
            {"day": one.day.isoformat(), "counts": one.counts, "why": one.why} for one in days
        ],
    }


def _days_of(working: WorkCalendar, year: int) -> Iterator[CalendarDay]:
    return working.days(date(year, 1, 1) - _DAY, date(year, 12, 31))


def _notices(year: int) -> list[Any]:
    return [
        one
        for one in notices()
        if one.year == year or any(day.year == year for day in {*one.rest, *one.work})
    ]


def _rows(months: list[list[list[Piece]]], width: int) -> Iterator[list[list[list[Piece]]]]:
    side_by_side = max(1, min(4, (width + len(_GAP)) // (_MONTH_WIDTH + len(_GAP))))
    for first in range(0, len(months), side_by_side):
        yield months[first : first + side_by_side]


def _month(year: int, month: int, days: dict[date, CalendarDay]) -> list[list[Piece]]:
    """Return the lines of a month: its name, the days of the week, its weeks."""
    own = [one for one in days.values() if one.day.month == month]
    name = f"{month}月（工作日{sum(one.counts for one in own)}天）"
    head = "".join(f"{letter}{' ' * (_DAY_WIDTH - columns(letter))}" for letter in _WEEKDAYS)
    weeks = [
        [_piece(days.get(date(year, month, number)) if number else None) for number in week]
        for week in monthcalendar(year, month)
    ]
    return [[(name, "bold")], [(head, "dim")], *weeks]


def _piece(one: CalendarDay | None) -> Piece:
    if one is None:
        return " " * _DAY_WIDTH, ""
    usual = one.day.weekday() < _WEEKDAYS.index("六")
    mark, style = "  ", "" if one.counts else "dim"
    if one.counts and not usual:
        mark, style = _WORK, "cyan"
    elif not one.counts and one.why.endswith("放假"):
        mark, style = _REST, "red"
    return f"{one.day.day:>2}{mark} ", style


def _text(line: tuple[Any, ...]) -> "Text":
    from rich.text import Text

    text = Text()
    for number, pieces in enumerate(line):
        taken = 0
        for words, style in pieces:
            text.append(words, style)
            taken += columns(words)
        if number < len(line) - 1:
            text.append(" " * (_MONTH_WIDTH - taken) + _GAP)
    return text


def _remarks(working: WorkCalendar, year: int, days: dict[date, CalendarDay]) -> Iterator[str]:
    rest = [one for one in days.values() if not one.counts and one.why.endswith("放假")]
    for why, group in groupby(rest, key=lambda one: one.why):
        span = [one.day for one in group]
        until = f"至{_said(span[-1])}" if len(span) > 1 else ""
        yield f"{why.removesuffix('放假')}：{_said(span[0])}{until}"
    worked = [one.day for one in days.values() if one.counts and one.why.endswith("调休上班")]
    if worked:
        yield f"调休上班：{'、'.join(_said(day) for day in worked)}"
    for notice in _notices(year):
        yield f"依据：{notice.title}"
    for caveat in working.caveats(date(year, 1, 1) - _DAY, date(year, 12, 31)):
        yield f"说明：{caveat}"


def _said(day: date) -> str:
    return f"{day.month}月{day.day}日（周{_WEEKDAYS[day.weekday()]}）"
