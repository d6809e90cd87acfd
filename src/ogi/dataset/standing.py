"""Which of several reports of one organ on one year is the current one (现行), and why.

All are kept. What decides is what the documents say and how well they were read, never
the date of a file, which changes when it is copied.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from ogi.data import Struct, from_data, load
from ogi.form.organs import organ_key
from ogi.formats import format_of


@dataclass(frozen=True, slots=True)
class Listed:
    """A report as it stands in the directory: where, and what tells it from others."""

    file: str
    member: str
    content: str
    organ: str | None
    year: int | None
    title: str | None
    format: str
    figures: str
    printed: int
    doubts: int

    @property
    def name(self) -> str:
        """The path of the file, and of the member in it."""
        between = "" if self.member.startswith("#") or not self.member else "/"
        return f"{self.file}{between}{self.member}"

    @property
    def id(self) -> str:
        """The number by which the tables name the report; it depends on the path only."""
        return sha256(f"{self.file}\0{self.member}".encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Standing:
    """How a report stands among those of its organ and year; `reason` is in Chinese."""

    report: Listed
    status: str
    reason: str
    duplicate_of: str | None = None

    @property
    def current(self) -> bool:
        """Whether it is the one that counts."""
        return self.status == "current"


_Preference = tuple[Callable[[Listed], Any], Callable[[Listed], str]]


def standings(reports: Iterable[Listed]) -> Iterator[Standing]:
    """Yield how each report stands; exactly one of an organ and year is current."""
    groups: dict[tuple[Any, ...], list[Listed]] = defaultdict(list)
    for report in reports:
        groups[_group(report)].append(report)
    for group in groups.values():
        yield from _within(sorted(group, key=_rank, reverse=True))


def _group(report: Listed) -> tuple[Any, ...]:
    organ = organ_key(report.organ)
    if organ and report.year is not None:
        return organ, report.year
    return "", report.content, report.member  # of whom and when is unknown: it stands alone


def _within(ranked: list[Listed]) -> Iterator[Standing]:
    best = ranked[0]
    others: list[Listed] = []
    for number, report in enumerate(ranked[1:], 1):
        twin = next((one for one in ranked[:number] if _repeats(report, one)), None)
        if twin:
            why = f"与 {twin.name} 重复：{_likeness(report, twin)}"
            yield Standing(report, "duplicate", why, twin.id)
        else:
            others.append(report)
    why = _why(best, others, len(ranked))
    yield Standing(best, "current", why)
    for report in others:
        yield Standing(report, "superseded", f"现行的是 {best.name}：{_why(best, [report], 2)}")


def _repeats(report: Listed, other: Listed) -> bool:
    if report.content == other.content and report.member == other.member:
        return True
    same = report.printed > 0 and report.figures == other.figures
    return same and report.format != other.format


def _likeness(report: Listed, twin: Listed) -> str:
    same = report.content == twin.content
    return "文件一字节不差" if same else "各格数字相同，文件格式不同"


def _why(best: Listed, others: list[Listed], count: int) -> str:
    if count == 1:
        known = best.organ and best.year is not None
        return "只有这一份" if known else "没有读出机关或年度，不与别的报告比较"
    if not others:
        return "其余几份与它重复"
    rival = max(others, key=_rank)
    for measure, says in _PREFERENCES:
        if measure(best) != measure(rival):
            return says(best)
    return "其他条件相同，文件名排在最后"


def _rank(report: Listed) -> tuple[Any, ...]:
    return (*(measure(report) for measure, _ in _PREFERENCES), report.file, report.member)


def _is_corrected(report: Listed) -> bool:
    words = "|".join(_data().corrected)
    return bool(re.search(words, f"{report.file} {report.member} {report.title}"))


def _sureness(report: Listed) -> int:
    return format_of(report.format).sure


_PREFERENCES: tuple[_Preference, ...] = (
    (_is_corrected, lambda _: "文件名或标题写明是更正后的"),
    (lambda report: report.printed, lambda report: f"印有内容的格最多（{report.printed}格）"),
    (lambda report: -report.doubts, lambda report: f"存疑的格最少（{report.doubts}格）"),
    (_sureness, lambda report: f"文件格式读得最准（{report.format}）"),
)


class VersionsFile(Struct):
    """What data/versions.yaml says: words of a corrected report."""

    corrected: tuple[str, ...]


@from_data
def _data() -> VersionsFile:
    return load("dataset/versions.yaml", VersionsFile)
