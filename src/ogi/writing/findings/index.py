"""The index page of a check of many reports: what there is to do, organ by group of rules."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import Any

from ogi.findings import Severity
from ogi.version import VERSION
from ogi.writing.findings.audit import Audit, codes, group_of, groups, is_clean, is_judged, totals
from ogi.writing.page.look import environment, style, style_hash
from ogi.writing.remarks import title_of


@dataclass(frozen=True, slots=True)
class Mark:
    """How many findings of a look stand in one box of the overview."""

    look: str
    word: str
    number: int


@dataclass(frozen=True, slots=True)
class Line:
    """A report in the overview.

    `kinds` are the filters it passes; `boxes` are its marks a group, None where nothing was
    compared; `file` is its file without the folders that all have in common.
    """

    audit: Audit
    file: str
    kinds: tuple[str, ...]
    doubts: tuple[Mark, ...]
    boxes: tuple[tuple[Mark, ...] | None, ...]


_LOOKS = {
    Severity.ERROR: "bad",
    Severity.WARNING: "warn",
    Severity.NOTE: "note",
}


def index_page(audits: Sequence[Audit]) -> bytes:
    """Return the page; like every page of a check it needs nothing beside itself."""
    return environment().get_template("index.html").render(_context(audits)).encode("utf-8")


def _context(audits: Sequence[Audit]) -> dict[str, Any]:
    shown = groups(audits)
    common = len(_folder([one.name for one in audits]))
    lines = [_line(one, one.name[common:], shown) for one in sorted(audits, key=_worst)]
    kinds = Counter(kind for line in lines for kind in line.kinds)
    years = sorted({one.report.year for one in audits if one.report and one.report.year})
    return {
        "years": f"{years[0]}—{years[-1]}" if len(years) > 1 else "".join(map(str, years)),
        "sum": totals(audits),
        "groups": shown,
        "lines": lines,
        "with_errors": kinds["error"],
        "with_warnings": kinds["warning"],
        "filters": [(key, word, kinds[key]) for key, word in _FILTERS if kinds[key]],
        "found": [(code, title_of(code), *_with(audits, code)) for code in codes(audits)],
        "version": VERSION,
        "css": style(),
        "css_hash": style_hash(),
    }


_FILTERS = (
    ("error", f"有{Severity.ERROR.label}"),
    ("warning", f"有{Severity.WARNING.label}"),
    ("doubt", "有存疑或读不出的"),
    ("failed", "没有读成"),
    ("clean", "没有问题"),
)


def _worst(audit: Audit) -> tuple[bool, int, int, int, str]:
    errors, warnings = audit.number(Severity.ERROR), audit.number(Severity.WARNING)
    doubts = audit.doubted + audit.unread
    return audit.report is not None, -errors, -warnings, -doubts, audit.organ


def _folder(names: Sequence[str]) -> str:
    """Return the folders that every name begins with, up to the last slash.

    >>> _folder(["in/镇/a.pdf", "in/局/b.pdf"]), _folder(["a.pdf"])
    ('in/', '')
    """
    folders = (name.split("/")[:-1] for name in names)
    shared = takewhile(lambda parts: len(set(parts)) == 1, zip(*folders, strict=False))
    return "".join(f"{parts[0]}/" for parts in shared)


def _line(audit: Audit, file: str, shown: Sequence[str]) -> Line:
    passed = {
        "error": audit.number(Severity.ERROR) > 0,
        "warning": audit.number(Severity.WARNING) > 0,
        "doubt": audit.doubted + audit.unread > 0,
        "failed": audit.report is None,
        "clean": is_clean(audit),
    }
    doubts = (Mark("doubt", "存疑", audit.doubted), Mark("doubt", "无法读取", audit.unread))
    return Line(
        audit,
        file,
        tuple(key for key, passes in passed.items() if passes),
        tuple(mark for mark in doubts if mark.number),
        tuple(_marks(audit, name) for name in shown),
    )


def _marks(audit: Audit, group: str) -> tuple[Mark, ...] | None:
    found = Counter(
        one.severity
        for one in audit.findings
        if not one.accepted and group_of(one, audit.report) == group
    )
    if not found and not is_judged(audit, group):
        return None
    return tuple(Mark(_LOOKS[one], one.label, found[one]) for one in Severity if found[one])


def _with(audits: Sequence[Audit], code: str) -> tuple[int, int]:
    """Return how many findings a rule has, and in how many reports."""
    numbers = [sum(one.code == code for one in audit.findings) for audit in audits]
    return sum(numbers), sum(bool(number) for number in numbers)
