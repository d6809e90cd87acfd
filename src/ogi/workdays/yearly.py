"""The yearly notices on holidays (节假日安排的通知), one YAML file a year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import yaml

from ogi.errors import DataFileError

_FRIDAY = 5
_LONGEST = 21  # days of rest in one span; more is a slip of the pen
_KEYS = {"notice", "source", "rest", "work"}


@dataclass(frozen=True)
class Notice:
    """What the notice for a year says: the days of rest by holiday, and those worked in lieu.

    A notice may alter days of the year before, as that for 2019 did with 2018-12-29.
    """

    year: int
    title: str
    source: str
    rest: Mapping[date, str]
    work: frozenset[date]


@cache
def notices() -> tuple[Notice, ...]:
    """Return every notice on file, oldest first; the years follow each other without a gap.

    Raises DataFileError when a file is wrong or a year between two others is missing.
    """
    folder = files("ogi.workdays") / "data"
    names = sorted(one.name for one in folder.iterdir() if one.name.endswith(".yaml"))
    found = tuple(_read(name, (folder / name).read_text(encoding="utf-8")) for name in names)
    for before, after in pairwise(found):
        if after.year != before.year + 1:
            raise DataFileError(f"no notice between those for {before.year} and {after.year}")
    return found


def read_notice(year: int, text: str) -> Notice:
    """Return the notice for a year from its YAML text; raises DataFileError."""
    data = load_yaml(text)
    if not isinstance(data, dict) or set(data) - _KEYS or {"notice", "rest", "work"} - set(data):
        raise DataFileError(f"the notice for {year} must have notice, rest, work; may have source")
    if not isinstance(data["rest"], dict) or not isinstance(data["work"], list):
        raise DataFileError(f"the notice for {year} must have spans in rest and days in work")
    rest = spread(data["rest"], f"the notice for {year}")
    for day in (*data["work"], *rest):
        if type(day) is not date or abs(day.year - year) > 1:
            raise DataFileError(f"the notice for {year} names {day}, no day near that year")
    work = frozenset(data["work"])
    if both := sorted(work & set(rest)):
        raise DataFileError(f"the notice for {year} has {both[0]} both at rest and at work")
    if idle := sorted(day for day in work if day.isoweekday() <= _FRIDAY):
        raise DataFileError(f"the notice for {year} has {idle[0]} worked in lieu; it is a weekday")
    return Notice(year, data["notice"], data.get("source", ""), MappingProxyType(rest), work)


def load_yaml(text: str) -> Any:
    """Return what a YAML text holds, by the fast loader where there is one.

    Raises DataFileError when it is no YAML.
    """
    try:
        return yaml.load(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (yaml.YAMLError, ValueError) as error:
        raise DataFileError(f"this is no YAML: {error}") from error


def spread(spans: Mapping[str, Any], where: str) -> dict[date, str]:
    """Return the holiday of each day from spans of first and last days by holiday."""
    return {day: name for name, span in spans.items() for day in _days(name, span, where)}


def _days(name: str, span: Any, where: str) -> Iterator[date]:
    if not isinstance(span, list) or [type(day) for day in span] != [date, date]:
        raise DataFileError(f"{where}: {name} must be [first day, last day], not {span!r}")
    first, last = span
    if not 0 <= (last - first).days <= _LONGEST:
        raise DataFileError(f"{where}: {name} ends before it begins, or lasts too long")
    for step in range((last - first).days + 1):
        yield first + timedelta(step)


def _read(name: str, text: str) -> Notice:
    year = name.removesuffix(".yaml")
    if not year.isdecimal():
        raise DataFileError(f"ogi/workdays/data/{name} is not named by its year")
    return read_notice(int(year), text)
