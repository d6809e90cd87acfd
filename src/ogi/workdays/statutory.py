"""Holidays fixed by regulation (法定节日): off in every year, with a notice or without one."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Annotated

from msgspec import Meta

from ogi.data import Reference, Struct, fault, from_data, load
from ogi.law import Citation

_MONTH_DAY = r"^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"


class Holiday(Reference):
    """A holiday whose day the almanac gives for every year."""

    what = "节日"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the holidays of the first year of the almanac."""
        return next(iter(_almanac().values()))


class HolidayRule(Struct):
    """The days of rest from a day on: by month and day, and by steps from the almanac's day."""

    cites: Citation
    fixed: dict[str, tuple[Annotated[str, Meta(pattern=_MONTH_DAY)], ...]]
    by_table: dict[Holiday, tuple[int, ...]]


@from_data
def statutory_days(year: int) -> Mapping[date, str]:
    """Return the days of a year that are off by regulation, each with its holiday.

    None before the regulation on file, or after the last year of the almanac.

    >>> statutory_days(2027)[date(2027, 1, 1)]
    '元旦'
    """
    rules = [rule for since, rule in sorted(_rules().items()) if since.year <= year]
    return dict(_days(year, rules[-1])) if rules and year in _almanac() else {}


def last_year() -> int:
    """Return the last year whose holidays can be told."""
    return max(_almanac())


def _days(year: int, rule: HolidayRule) -> Iterator[tuple[date, str]]:
    for name, month_days in rule.fixed.items():
        for month_day in month_days:
            yield date.fromisoformat(f"{year}-{month_day}"), name
    for name, steps in rule.by_table.items():
        for step in steps:
            yield _almanac()[year][name] + timedelta(step), name


@from_data
def _rules() -> dict[date, HolidayRule]:
    return load("workdays/statutory/holidays.yaml", dict[date, HolidayRule])


@from_data
def _almanac() -> dict[int, dict[str, date]]:
    name = "workdays/statutory/almanac.yaml"
    found = load(name, dict[int, dict[str, date]])
    first = next(iter(found.values()))
    for year, days in found.items():
        if days.keys() != first.keys():
            raise fault(name, (year,), f"每一年都要写{'、'.join(first)}")
        for holiday, day in days.items():
            if day.year != year:
                raise fault(name, (year, holiday), f"{day} 不在{year}年")
    return found
