"""A report with what a check says of it, one of many (检查清单)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from ogi.findings import Finding, Outcome, Severity, Verdict
from ogi.form import AnnualReport, State
from ogi.form.wording import table_name
from ogi.writing.json import worst_first
from ogi.writing.tally import FAMILIES
from ogi.writing.wording import PREVIOUS, edition_of

UNGROUPED = "其他"
TABLES = ("表二", "表三", "表四")


@dataclass(frozen=True)
class Audit:
    """A report and the verdicts on it; `page` leads to its own page, where there is one.

    Without a report, `trouble` is the Chinese sentence on why it could not be read.
    """

    name: str
    report: AnnualReport | None = None
    verdicts: tuple[Verdict, ...] = ()
    trouble: str = ""
    page: str = ""

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every finding, the gravest first, those somebody answers for last."""
        return worst_first(self.verdicts)

    def number(self, severity: Severity) -> int:
        """Count the findings of a severity that nobody answers for."""
        return sum(one.severity is severity and not one.accepted for one in self.findings)

    @property
    def accepted(self) -> int:
        """Count the findings that somebody answers for."""
        return sum(one.accepted is not None for one in self.findings)

    @property
    def doubted(self) -> int:
        """Count the cells that were read with a doubt."""
        cells = self.report.cells.values() if self.report else ()
        return sum(bool(one.doubts) and one.state is not State.UNREADABLE for one in cells)

    @property
    def unread(self) -> int:
        """Count the cells that could not be read."""
        cells = self.report.cells.values() if self.report else ()
        return sum(one.state is State.UNREADABLE for one in cells)

    @property
    def organ(self) -> str:
        """What to call the organ: its name, else the name of the file."""
        return (self.report.organ if self.report else "") or self.name


@dataclass(frozen=True, slots=True)
class Totals:
    """The sums over many reports."""

    reports: int
    failed: int
    clean: int
    errors: int
    warnings: int
    notes: int
    accepted: int
    doubted: int
    unread: int


def totals(audits: Sequence[Audit]) -> Totals:
    """Add up what was found; a report without errors, warnings and doubts is clean."""
    read = [one for one in audits if one.report is not None]
    return Totals(
        reports=len(read),
        failed=len(audits) - len(read),
        clean=sum(is_clean(one) for one in read),
        errors=sum(one.number(Severity.ERROR) for one in read),
        warnings=sum(one.number(Severity.WARNING) for one in read),
        notes=sum(one.number(Severity.NOTE) for one in read),
        accepted=sum(one.accepted for one in read),
        doubted=sum(one.doubted for one in read),
        unread=sum(one.unread for one in read),
    )


def is_clean(audit: Audit) -> bool:
    """Tell whether there is nothing to do about a report."""
    graver = audit.number(Severity.ERROR) + audit.number(Severity.WARNING)
    return audit.report is not None and not (graver or audit.doubted or audit.unread)


def group_of(finding: Finding, report: AnnualReport | None = None) -> str:
    """Return the column of the overview that a finding stands in: 表三, 文字, 格式 …"""
    if finding.code[:1] != "R":
        return FAMILIES.get(finding.code[:1], UNGROUPED)
    for address in finding.cells:
        own = address.removeprefix(PREVIOUS)
        return table_name(own.partition(".")[0], edition_of(own, report))
    return UNGROUPED


def groups(audits: Iterable[Audit]) -> tuple[str, ...]:
    """Return the columns of the overview: the tables of the form, then the families of rules."""
    named = {group_of(one, audit.report) for audit in audits for one in audit.findings}
    families = tuple(name for key, name in FAMILIES.items() if key != "R")
    extra = sorted(named - {*TABLES, *families})
    shown = [name for name in families if name in named or name != FAMILIES["C"]]
    return (*TABLES, *shown, *extra)


def is_judged(audit: Audit, group: str) -> bool:
    """Tell whether anything was compared in a column of the overview."""
    if audit.report is None:
        return False
    tables = {table_name(key, edition_of(key, audit.report)) for key in audit.report.editions}
    if group in TABLES:
        return group in tables
    letters = {letter for letter, name in FAMILIES.items() if name == group}
    judged = (Outcome.KEPT, Outcome.BROKEN)
    return any(one.code[:1] in letters and one.outcome in judged for one in audit.verdicts)


def codes(audits: Iterable[Audit]) -> Iterator[str]:
    """Yield the codes of the rules that found something, each once, in order."""
    yield from sorted({one.code for audit in audits for one in audit.findings})
