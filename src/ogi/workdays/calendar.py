"""Working days (工作日): which days are, and how to count them."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from ogi.data import from_data, some_from_data
from ogi.errors import UnknownYearError, UsageError
from ogi.workdays.regions import Region
from ogi.workdays.regions import region as region_on_file
from ogi.workdays.statutory import last_year, statutory_days
from ogi.workdays.yearly import notices

_WEEKDAYS = "一二三四五六日"
_WORKED_WEEKDAYS = "一二三四五"
_DAY = timedelta(1)


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """A day: whether it counts as a working day, and why (周六, 春节放假, 调休上班 …).

    `provisional` says that no notice for its year is on file.
    """

    day: date
    counts: bool
    why: str
    provisional: bool = False


@dataclass(frozen=True)
class WorkCalendar:
    """The working days of the whole country, less the holidays of a region.

    `region` is the key of a region on file, or a `Region`. A year without a notice on
    file raises UnknownYearError. If `provisional`, a year after the last notice has its
    Mondays to Fridays counted, less the holidays fixed by regulation (法定节日), and
    `provisional_years` and `days` say so: only swaps and bridging days are unknown then.

    >>> WorkCalendar().add(date(2026, 9, 18), 20)
    datetime.date(2026, 10, 22)
    """

    region: str | Region = ""
    provisional: bool = False

    @property
    def lenient(self) -> "WorkCalendar":
        """The same working days, told provisionally where no notice is on file."""
        return self if self.provisional else _lenient(self.region)

    def settles(self, after: date, until: date) -> bool:
        """Tell whether the working days after a day, up to and with another, can be stated."""
        if self.provisional:
            return True
        known = _worked(self.region, False)
        if known.first <= after.year and until.year <= known.last:
            return True
        return not self.provisional_years(after, until)

    def is_workday(self, day: date) -> bool:
        """Tell whether a day is a working day."""
        worked = _worked(self.region, self.provisional)
        worked.must_reach(day.year)
        at = bisect_left(worked.days, day.toordinal())
        return at < len(worked.days) and worked.days[at] == day.toordinal()

    def add(self, day: date, workdays: int) -> date:
        """Return the last of so many working days after a day, which itself is not counted
        (期间开始的日不计算在期间内).

        Raises UsageError when there are fewer than none.
        """
        if workdays < 0:
            raise UsageError(f"cannot count {workdays} working days")
        if workdays == 0:
            return day
        worked = _worked(self.region, self.provisional)
        worked.must_reach(day.year if day.year > worked.last else (day + _DAY).year)
        at = bisect_right(worked.days, day.toordinal()) + workdays - 1
        if at >= len(worked.days):
            raise UnknownYearError(worked.last + 1)
        return date.fromordinal(worked.days[at])

    def count(self, after: date, until: date) -> int:
        """Return how many working days there are after a day, up to and with another."""
        if until <= after:
            return 0
        worked = _worked(self.region, self.provisional)
        worked.must_reach((after + _DAY).year)
        worked.must_reach(until.year)
        first = bisect_right(worked.days, after.toordinal())
        return bisect_right(worked.days, until.toordinal()) - first

    def first_on_or_after(self, day: date) -> date:
        """Return the day itself when it is a working day, else the next one."""
        return day if self.is_workday(day) else self.add(day, 1)

    def last_on_or_before(self, day: date) -> date:
        """Return the day itself when it is a working day, else the one before it."""
        while not self.is_workday(day):
            day -= _DAY
        return day

    def days(self, after: date, until: date) -> Iterator[CalendarDay]:
        """Yield the days after a day, up to and with another."""
        for step in range((until - after).days):
            yield self.day(after + (step + 1) * _DAY)

    def day(self, day: date) -> CalendarDay:
        """Return a day with the reason why it counts or not."""
        counts = self.is_workday(day)
        week = f"周{_WEEKDAYS[day.weekday()]}"
        rest, work = _exceptions(self.region)
        if day in rest:
            return CalendarDay(day, False, f"{rest[day]}放假")
        if day in work:
            return CalendarDay(day, True, f"{week}，调休上班")
        if self.provisional_years(day - _DAY, day):
            what = f"{fixed}放假" if (fixed := statutory_days(day.year).get(day)) else week
            return CalendarDay(day, counts, f"{what}（{day.year}年放假安排未收录，暂推）", True)
        return CalendarDay(day, counts, week)

    def provisional_years(self, after: date, until: date) -> tuple[int, ...]:
        """Return the years without a notice on file that are touched after a day, up to and
        with another.
        """
        if until <= after:
            return ()
        known = notices()
        first, last = known[0].year, known[-1].year
        begin = (after + _DAY).year
        if first <= begin and until.year <= last:
            return ()
        return tuple(y for y in range(begin, until.year + 1) if not first <= y <= last)

    def caveats(self, after: date, until: date) -> tuple[str, ...]:
        """Return a Chinese sentence for each provisional year of a stretch, or for the last
        days on file, which the notice for the year to come may yet alter.
        """
        years = self.provisional_years(after, until)
        if not years and after < _unsettled_until() and until >= _unsettled_from():
            last = _unsettled_until().year
            return (
                f"{last + 1}年的放假安排尚未收录，可能改动{last}年12月底的放假和上班，收录后再核对",
            )
        return tuple(
            f"{year}年的放假安排尚未收录，暂按周一至周五、除去法定节日推算，结果待定"
            for year in years
        )


class _Worked(NamedTuple):
    """The first and the last year that can be worked out, and the ordinals of their workdays."""

    first: int
    last: int
    days: tuple[int, ...]

    def must_reach(self, year: int) -> None:
        """Raise UnknownYearError for a year that cannot be worked out."""
        if not self.first <= year <= self.last:
            raise UnknownYearError(year)


@some_from_data(64)
def _worked(place: str | Region, provisional: bool) -> _Worked:
    known = notices()
    first, last = known[0].year, known[-1].year
    if provisional:
        last = max(last, last_year())
    return _Worked(first, last, _ordinals(place, first, last))


@from_data
def _unsettled_from() -> date:
    """Return the first day of the last year on file as early as any notice altered the year
    before its own.
    """
    altered = [
        (day.month, day.day)
        for notice in notices()
        for day in (*notice.rest, *notice.work)
        if day.year < notice.year
    ]
    last = _unsettled_until()
    return last.replace(month=min(altered)[0], day=min(altered)[1]) if altered else last


@from_data
def _unsettled_until() -> date:
    return date(notices()[-1].year, 12, 31)


@some_from_data(64)
def _exceptions(place: str | Region) -> tuple[dict[date, str], frozenset[date]]:
    """Return the days of rest by holiday, and those worked in lieu."""
    rest: dict[date, str] = {}
    work: set[date] = set()
    for notice in notices():
        rest |= notice.rest
        work |= notice.work
    local = _region(place).rest if place else {}
    return {**rest, **local}, frozenset(work - set(local))


def _ordinals(place: str | Region, first_year: int, end_year: int) -> tuple[int, ...]:
    rest, work = _exceptions(place)
    first, last = date(first_year, 1, 1).toordinal(), date(end_year, 12, 31).toordinal()
    days = (date.fromordinal(ordinal) for ordinal in range(first, last + 1))
    usual = len(_WORKED_WEEKDAYS)
    fixed = {
        day
        for year in range(notices()[-1].year + 1, end_year + 1)
        for day in statutory_days(year)
        if day not in work
    }
    return tuple(
        day.toordinal()
        for day in days
        if day in work or (day.weekday() < usual and day not in rest and day not in fixed)
    )


@lru_cache(maxsize=64)
def _lenient(place: str | Region) -> WorkCalendar:
    return WorkCalendar(place, provisional=True)


def _region(place: str | Region) -> Region:
    return place if isinstance(place, Region) else region_on_file(place)
