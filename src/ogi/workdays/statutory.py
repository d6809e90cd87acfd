"""Holidays fixed by regulation (法定节日): off in every year, with a notice or without one."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from ogi.errors import DataFileError
from ogi.workdays.yearly import load_yaml


@cache
def statutory_days(year: int) -> Mapping[date, str]:
    """Return the days of a year that are off by regulation, each with its holiday.

    None before the regulation on file, or after the last year of the almanac.

    >>> statutory_days(2027)[date(2027, 1, 1)]
    '元旦'
    """
    rules = [rule for since, rule in sorted(_data("holidays").items()) if since.year <= year]
    return dict(_days(year, rules[-1])) if rules and year in _data("almanac") else {}


def last_year() -> int:
    """Return the last year whose holidays can be told."""
    return int(max(_data("almanac")))


def _days(year: int, rule: Mapping[str, Any]) -> Iterator[tuple[date, str]]:
    for name, month_days in rule["fixed"].items():
        for month_day in month_days:
            yield date.fromisoformat(f"{year}-{month_day}"), name
    for name, steps in rule["by_table"].items():
        for step in steps:
            yield _data("almanac")[year][name] + timedelta(step), name


@cache
def _data(name: str) -> dict[Any, Any]:
    path = files("ogi.workdays") / "data" / "statutory" / f"{name}.yaml"
    data = load_yaml(path.read_text(encoding="utf-8"))
    if not isinstance(data, dict) or not data:
        raise DataFileError(f"ogi/workdays/data/statutory/{name}.yaml holds nothing")
    return data
