"""The yearly notices on holidays (节假日安排的通知), one YAML file a year."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from types import MappingProxyType

from ogi.data import Fault, Struct, fault, from_data, load_each

_FILES = "workdays/*.yaml"
_FRIDAY = 5
_LONGEST = 21  # days of rest in one span; more is a slip of the pen

Span = tuple[date, date]


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


class NoticeFile(Struct):
    """The notice for a year as its file gives it: spans of rest, and days worked in lieu."""

    year: str
    notice: str
    rest: dict[str, Span]
    work: tuple[date, ...]
    source: str = ""

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong: a span, a day far from the year, or one that does both."""
        if not self.year.isdecimal():
            yield (), "文件名应当是年份，四位数字"
            return
        resting = set()
        for name, span in self.rest.items():
            yield from wrong_span(span, "rest", name)
            yield from self._far(span, "rest", name)
            resting |= set(days_of(span))
        yield from self._far(self.work, "work")
        for at, day in enumerate(self.work):
            if day.isoweekday() <= _FRIDAY:
                yield ("work", at), f"{day} 是周一至周五，不会是调休上班"
            if day in resting:
                yield ("work", at), f"{day} 既写了放假，又写了上班"

    def _far(self, days: tuple[date, ...], *keys: str) -> Iterator[Fault]:
        for at, day in enumerate(days):
            if abs(day.year - int(self.year)) > 1:
                yield (*keys, at), f"{day} 不在{self.year}年前后"


def wrong_span(span: Span, *keys: str | int) -> Iterator[Fault]:
    """Yield that a span ends before it begins, or lasts too long."""
    first, last = span
    if not 0 <= (last - first).days <= _LONGEST:
        yield keys, f"{first} 至 {last} 不对：止日在起日之前，或者放假太长"


def days_of(span: Span) -> Iterator[date]:
    """Yield the days of a span, the first and the last among them."""
    first, last = span
    return (first + timedelta(step) for step in range((last - first).days + 1))


@from_data
def notices() -> tuple[Notice, ...]:
    """Return every notice on file, oldest first; the years follow each other without a gap.

    Raises DataFileError when a file is wrong or a year between two others is missing.
    """
    found = tuple(map(_notice, load_each(_FILES, NoticeFile, key="year").values()))
    for before, after in pairwise(found):
        if after.year != before.year + 1:
            says = f"缺少{before.year + 1}年的通知，{after.year}年的还不能用"
            raise fault(_FILES.replace("*", str(after.year)), ("notice",), says)
    return found


def _notice(file: NoticeFile) -> Notice:
    rest = {day: name for name, span in file.rest.items() for day in days_of(span)}
    return Notice(
        int(file.year), file.notice, file.source, MappingProxyType(rest), frozenset(file.work)
    )
