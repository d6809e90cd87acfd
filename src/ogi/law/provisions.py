"""Provisions (规定): the values that the law sets, each dated and cited, one YAML file each."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Annotated, Any, Literal

from msgspec import Meta
from msgspec import field as named

from ogi.data import (
    Fault,
    Reference,
    Struct,
    convert,
    fault,
    faults_of,
    from_data,
    load,
    load_one,
    names,
    some_from_data,
)
from ogi.errors import UsageError
from ogi.law.citations import Citation, CitationText

_FILES = "law/provisions/*.yaml"

Unit = Literal[
    "working_day", "day", "month", "year",  # periods
    "month_day",  # 01-31: a day of every year
    "yuan", "yuan_by_piece", "yuan_by_page", "piece",  # fees
    "times", "applicant",  # numbers
    "yes_or_no", "consequence", "window", "citation", "text",  # anything else
]  # fmt: skip


class Tier(Struct):
    """A tier of a price (档): from which on, up to which, at what rate; a step goes on rising."""

    first: int = named(name="from")
    rate: int
    through: int | None = None
    step: int | None = None
    rise: int | None = None

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong: a tier either ends, or rises, or goes on."""
        if (self.step is None) != (self.rise is None):
            yield (), "step 和 rise 要一起写"
        if self.through is not None and (self.step is not None or self.through < self.first):
            yield ("through",), "这一档的止数不对"


Value = int | str | Decimal | tuple[str, ...] | tuple[Tier, ...]

# What the value of each unit is.
_Number = Annotated[int, Meta(ge=0)]
_SHAPES: dict[str, Any] = {
    **dict.fromkeys(
        ("working_day", "day", "month", "year", "times", "applicant", "piece"), _Number
    ),
    "month_day": Annotated[str, Meta(pattern="^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$")],
    "yuan": Decimal | _Number,
    "yuan_by_piece": tuple[Tier, ...],
    "yuan_by_page": tuple[Tier, ...],
    "yes_or_no": bool,
    "window": Literal["calendar_month"],
    "citation": tuple[CitationText, ...],
    "consequence": str,
    "text": str,
}


class Version(Struct):
    """A value of a provision as its file gives it: from its day on, and where the law says so."""

    value: Any
    cites: Citation
    also: tuple[Citation, ...] = ()


class ProvisionFile(Struct, kw_only=True):
    """A provision as its file gives it; what is practice may differ from place to place."""

    term: str
    unit: Unit
    values: Annotated[dict[date, Version], Meta(min_length=1)]
    last_checked: date
    doubtful: bool = False
    configurable: bool | None = None
    note: str = ""

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong: a value that is not of its unit, practice that is not told."""
        if self.doubtful and not self.note:
            yield ("doubtful",), "写了 doubtful，就要在 note 里说明"
        for day, version in self.values.items():
            yield from faults_of(version.value, _SHAPES[self.unit], "values", day, "value")


class ProvisionName(Reference):
    """The name of a provision on file."""

    what = "规定"

    @classmethod
    def known(cls) -> tuple[str, ...]:
        """Return the names of all provisions on file."""
        return provision_names()


class Configured(Struct):
    """A value that a place sets for itself, where the law leaves it room."""

    value: Any
    source: str = ""


@dataclass(frozen=True, slots=True)
class Provision:
    """A value that the law sets, as it stands from a day on.

    `value` is in `unit`; money is a Decimal, a list a tuple. `cites` says where the law says
    so, `also` where it is said again. `doubtful` marks what is practice and not the words of
    the law, which `note` tells in Chinese. Only what is `configurable` may differ from place
    to place; `configured` says that it does here.
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

    What is not given here is as the data of the place says (law/configured.yaml), if it has
    any. Raises UsageError for what no place may set for itself.
    """

    overrides: Mapping[str, Value] = field(default_factory=dict, hash=False)

    def __post_init__(self) -> None:
        for name, value in self.overrides.items():
            newest = versions(name)[-1]
            if not newest.configurable:
                raise UsageError(f"{name} is set by {newest.cites} and no place may change it")
            if type(value) is not type(newest.value):
                raise UsageError(f"{name} must be like {newest.value!r}, not {value!r}")
        object.__setattr__(self, "overrides", MappingProxyType(dict(self.overrides)))

    def provision(self, name: str, on: date) -> Provision:
        """Return a provision as it stands on a day in this place; raises UsageError."""
        found = provision(name, on)
        own = self.overrides if name in self.overrides else configured()
        if name not in own:
            return found
        note = f"按本地配置；通行做法为：{_words(found.value)}"
        return replace(found, value=own[name], configured=True, note=note)


@from_data
def configured() -> Mapping[str, Value]:
    """Return the values that the data of the place sets; raises DataFileError."""
    own = load("law/configured.yaml", dict[ProvisionName, Configured], default={})
    for name, entry in own.items():
        newest = versions(name)[-1]
        if not newest.configurable:
            says = f"“{newest.term}”由{newest.cites}规定，本地不能改"
            raise fault("law/configured.yaml", (name,), says)
        for keys, says in faults_of(entry.value, _SHAPES[newest.unit], name, "value"):
            raise fault("law/configured.yaml", keys, says)
    return {
        name: convert(entry.value, _SHAPES[versions(name)[-1].unit]) for name, entry in own.items()
    }


@some_from_data(4096)
def provision(name: str, on: date) -> Provision:
    """Return a provision as it stands on a day.

    Raises UsageError when there is none of that name, or none yet on that day.

    >>> provision("reply_period", date(2026, 9, 18)).value
    20
    """
    found = versions(name)
    at = bisect_right(found, on, key=lambda one: one.since)
    if not at:
        raise UsageError(f"{name} is on file from {found[0].since}, not on {on}")
    return found[at - 1]


@from_data
def provision_names() -> tuple[str, ...]:
    """Return the names of all provisions on file."""
    return tuple(names(_FILES))


@from_data
def versions(name: str) -> tuple[Provision, ...]:
    """Return a provision in all its versions, oldest first; raises UsageError."""
    if name not in provision_names():
        raise UsageError(f"no provision {name!r} in ogi/law/data/provisions")
    file = load_one(_FILES, name, ProvisionFile)
    return tuple(_version(name, file, since) for since in sorted(file.values))


def _version(name: str, file: ProvisionFile, since: date) -> Provision:
    version = file.values[since]
    return Provision(
        name=name,
        term=file.term,
        value=convert(version.value, _SHAPES[file.unit]),
        unit=file.unit,
        cites=version.cites,
        since=since,
        also=version.also,
        doubtful=file.doubtful,
        configurable=file.doubtful if file.configurable is None else file.configurable,
        note=file.note,
    )


def _words(value: Value) -> str:
    return {True: "是", False: "否"}[value] if isinstance(value, bool) else str(value)
