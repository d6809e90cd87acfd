"""Provisions (规定): the values that the law sets, each dated and cited, one YAML file each."""

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from ogi.errors import DataFileError, UsageError
from ogi.law.citations import Citation, cite

Value = int | str | Decimal | tuple[Any, ...]

UNITS = frozenset(
    (
        "working_day", "day", "month", "year",  # periods
        "month_day",  # 01-31: a day of every year
        "yuan", "yuan_by_piece", "yuan_by_page", "piece",  # fees
        "times", "applicant",  # numbers
        "yes_or_no", "consequence", "window", "citation", "text",  # anything else
    )
)  # fmt: skip
_KEYS = {"term", "unit", "values", "doubtful", "configurable", "note", "last_checked"}
_VALUE_KEYS = {"value", "cites", "also"}


@dataclass(frozen=True, slots=True)
class Provision:
    """A value that the law sets, as it stands from a day on.

    `value` is in `unit`; money is a Decimal, a list a tuple, a mapping a tuple of pairs.
    `cites` says where the law says so, `also` where it is said again. `doubtful` marks what
    is practice and not the words of the law, which `note` tells in Chinese. Only what is
    `configurable` may differ from place to place; `configured` says that it does here.
    """

    name: str
    term: str
    value: Value
    unit: str
    cites: Citation
    since: date
    also: tuple[Citation, ...] = ()
    doubtful: bool = False
    configurable: bool = False
    configured: bool = False
    note: str = ""

    @property
    def number(self) -> int:
        """The value as a whole number; raises UsageError when it is none."""
        if isinstance(self.value, int):
            return self.value
        raise UsageError(f"{self.name} is {self.value!r}, which is no whole number")


@dataclass(frozen=True)
class Law:
    """The law as one place applies it: a value of its own where the law leaves room.

    >>> Law({"correction_period": 10}).provision("correction_period", date(2026, 1, 5)).value
    10

    Raises UsageError for what no place may set for itself.
    """

    overrides: Mapping[str, Value] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name, value in self.overrides.items():
            newest = _history(name)[1][-1]
            if not newest.configurable:
                raise UsageError(f"{name} is set by {newest.cites} and no place may change it")
            if type(value) is not type(newest.value):
                raise UsageError(f"{name} must be like {newest.value!r}, not {value!r}")
        object.__setattr__(self, "overrides", MappingProxyType(dict(self.overrides)))

    def provision(self, name: str, on: date) -> Provision:
        """Return a provision as it stands on a day in this place; raises UsageError."""
        found = provision(name, on)
        if name not in self.overrides:
            return found
        note = f"按本地配置；通行做法为：{_words(found.value)}"
        return replace(found, value=self.overrides[name], configured=True, note=note)


@lru_cache(maxsize=4096)
def provision(name: str, on: date) -> Provision:
    """Return a provision as it stands on a day.

    Raises UsageError when there is none of that name, or none yet on that day.

    >>> provision("reply_period", date(2026, 9, 18)).value
    20
    """
    days, versions = _history(name)
    at = bisect_right(days, on)
    if not at:
        raise UsageError(f"{name} is on file from {days[0]}, not on {on}")
    return versions[at - 1]


@cache
def provision_names() -> tuple[str, ...]:
    """Return the names of all provisions on file."""
    folder = files("ogi.law") / "data" / "provisions"
    names = (one.name for one in folder.iterdir() if one.name.endswith(".yaml"))
    return tuple(sorted(name.removesuffix(".yaml") for name in names))


def versions(name: str) -> tuple[Provision, ...]:
    """Return a provision in all its versions, oldest first; raises UsageError."""
    return _history(name)[1]


@cache
def _history(name: str) -> tuple[tuple[date, ...], tuple[Provision, ...]]:
    path = files("ogi.law") / "data" / "provisions" / f"{name}.yaml"
    if not name.isidentifier() or not path.is_file():
        raise UsageError(f"no provision {name!r} in ogi/law/data/provisions")
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    found = read_provision(name, yaml.load(path.read_text(encoding="utf-8"), loader))
    return tuple(one.since for one in found), found


def read_provision(name: str, data: Mapping[str, Any]) -> tuple[Provision, ...]:
    """Return the versions of a provision from what its file holds; raises DataFileError."""
    if unknown := set(data) - _KEYS:
        raise DataFileError(f"provision {name} has unknown keys {sorted(unknown)}")
    if missing := {"term", "unit", "values", "last_checked"} - set(data):
        raise DataFileError(f"provision {name} lacks {sorted(missing)}")
    if data["unit"] not in UNITS:
        raise DataFileError(f"provision {name} has the unknown unit {data['unit']!r}")
    if data.get("doubtful") and not data.get("note"):
        raise DataFileError(f"provision {name} is doubtful, so a note must say why")
    if not data["values"]:
        raise DataFileError(f"provision {name} has no value")
    return tuple(_version(name, since, data) for since in sorted(data["values"]))


def _version(name: str, since: date, data: Mapping[str, Any]) -> Provision:
    entry = data["values"][since]
    keys = set(entry) if isinstance(entry, dict) else set()
    if type(since) is not date or keys - _VALUE_KEYS or {"value", "cites"} - keys:
        raise DataFileError(f"each value of {name} must be dated and have value and cites")
    doubtful = data.get("doubtful", False)
    return Provision(
        name=name,
        term=data["term"],
        value=_frozen(entry["value"], data["unit"] == "yuan"),
        unit=data["unit"],
        cites=cite(entry["cites"]),
        since=since,
        also=tuple(cite(one) for one in entry.get("also", ())),
        doubtful=doubtful,
        configurable=data.get("configurable", doubtful),
        note=data.get("note", ""),
    )


def _frozen(value: Any, money: bool) -> Value:
    if isinstance(value, dict):
        return tuple((key, _frozen(one, money)) for key, one in value.items())
    if isinstance(value, list):
        return tuple(_frozen(one, money) for one in value)
    if isinstance(value, int | str):
        return Decimal(value) if money else value
    raise DataFileError(f"a provision cannot hold {value!r}")


def _words(value: Value) -> str:
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)
