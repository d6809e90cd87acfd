"""The register of organs that report (机构登记册): who reports to whom, from when to when."""

import csv
import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Literal

from msgspec.structs import asdict
from rapidfuzz.fuzz import ratio
from rapidfuzz.process import extractOne

from ogi.data import Struct, from_data, load
from ogi.errors import ReadingError
from ogi.expression import expression
from ogi.form.organs import organ_key, same_organ

_DAY = expression(r"(\d{4})(?:\D+(\d{1,2})(?:\D+(\d{1,2}))?)?\D*")
_SUGGESTED = 70  # per cent of likeness from which a name is worth suggesting


@dataclass(frozen=True, slots=True)
class RegisteredOrgan:
    """An organ of the register; it reports on a year if it exists at the end of it.

    `since` and `until` are the first and the last day it exists, None where unlimited.
    """

    name: str
    code: str = ""
    level: str = ""
    superior: str = ""
    since: date | None = None
    until: date | None = None
    aliases: tuple[str, ...] = ()
    region: str = ""

    def reports_on(self, year: int) -> bool:
        """Say whether it exists on 31 December of the year: a successor reports for others."""
        end = date(year, 12, 31)
        return (self.since is None or self.since <= end) and (
            self.until is None or self.until >= end
        )


@dataclass(frozen=True)
class OrganRegister:
    """A register; an organ may stand in it several times, for several periods."""

    organs: tuple[RegisteredOrgan, ...]

    def named(self, name: str | None) -> tuple[RegisteredOrgan, ...]:
        """Return the entries with this name or alias, blanks and widths left out of account."""
        return self._by_name.get(organ_key(name), ())

    def due(self, year: int, superior: str = "") -> tuple[RegisteredOrgan, ...]:
        """Return who reports on a year, only to this superior where one is named."""
        return tuple(
            one for one in self.organs if one.reports_on(year) and reports_to(one, superior)
        )

    def like(self, name: str | None) -> str:
        """Return the registered name most like one that is not there, empty if none is."""
        names = [one.name for one in self.organs]
        found = extractOne(name or "", names, scorer=ratio, score_cutoff=_SUGGESTED)
        return str(found[0]) if found else ""

    @cached_property
    def _by_name(self) -> Mapping[str, tuple[RegisteredOrgan, ...]]:
        known: dict[str, tuple[RegisteredOrgan, ...]] = {}
        for one in self.organs:
            for name in {organ_key(one.name), *map(organ_key, one.aliases)}:
                known[name] = (*known.get(name, ()), one)
        return known


def reports_to(organ: RegisteredOrgan, superior: str) -> bool:
    """Say whether an organ reports to a superior; where none is written, nothing speaks against."""
    return not superior or not organ.superior or same_organ(organ.superior, superior)


def read_register(data: bytes) -> OrganRegister:
    """Read a register from the bytes of a CSV file, in UTF-8 or GB18030.

    Raises ReadingError, with the line, where it is not one.
    """
    try:
        rows = list(csv.reader(io.StringIO(_decoded(data), newline="")))
    except csv.Error as error:
        raise ReadingError("登记册不是CSV文件，或者有一格长得不合情理。核对后另存再用") from error
    if not rows:
        raise ReadingError("登记册是空的。第一行写列名，至少要有“机构名称”")
    columns = _columns(rows[0])
    return OrganRegister(tuple(_organs(rows, columns)))


def _decoded(data: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise ReadingError("登记册不是UTF-8或GB18030编码的文本，另存为CSV再用")


def _columns(head: list[str]) -> dict[str, int]:
    heads = {organ_key(name): number for number, name in reversed(list(enumerate(head)))}
    columns = {
        key: next((heads[name] for name in names if name in heads), -1)
        for key, names in asdict(_data().columns).items()
    }
    for key in _data().required:
        if columns[key] < 0:
            raise ReadingError(f"登记册第1行没有“{_data().columns.name[0]}”一列")
    return columns


def _organs(rows: list[list[str]], columns: Mapping[str, int]) -> Iterator[RegisteredOrgan]:
    for line, row in enumerate(rows[1:], 2):
        entry = {key: row[n].strip() if 0 <= n < len(row) else "" for key, n in columns.items()}
        if not entry["name"]:
            continue
        yield RegisteredOrgan(
            entry["name"],
            entry["code"],
            entry["level"],
            entry["superior"],
            _day(entry["since"], line, (1, 1)),
            _day(entry["until"], line, (12, 31)),
            tuple(one.strip() for one in re.split(r"[;；、|]", entry["aliases"]) if one.strip()),
            entry["region"],
        )


def _day(text: str, line: int, rest: tuple[int, int]) -> date | None:
    """Read a day; a year alone begins on its first day and ends on its last."""
    if not text:
        return None
    found = _DAY.fullmatch(text)
    try:
        if found is None:
            raise ValueError(text)
        year, month, day = found.groups()
        if not day:
            day = str(rest[1]) if not month or rest == (1, 1) else str(_last_day(year, month))
        return date(int(year), int(month or rest[0]), int(day))
    except ValueError as error:
        raise ReadingError(f"登记册第{line}行的日期“{text}”读不懂，写成2024-03-01") from error


def _last_day(year: str, month: str) -> int:
    following = date(int(year) + int(month) // 12, int(month) % 12 + 1, 1)
    return date.fromordinal(following.toordinal() - 1).day


class Columns(Struct):
    """What the heads of the columns may be called; the first name is the one to write."""

    name: tuple[str, ...]
    code: tuple[str, ...]
    level: tuple[str, ...]
    superior: tuple[str, ...]
    since: tuple[str, ...]
    until: tuple[str, ...]
    aliases: tuple[str, ...]
    region: tuple[str, ...]


class RegisterFile(Struct):
    """What data/register.yaml says of a register."""

    columns: Columns
    required: tuple[Literal["name"], ...]


@from_data
def _data() -> RegisterFile:
    return load("rollup/register.yaml", RegisterFile)
