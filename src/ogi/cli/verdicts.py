"""Findings on the terminal: worst first, each with its place, its figures, its law."""

from collections.abc import Sequence

from ogi.checks import FATES, NOT_A_QUANTITY, ToldNumber, rule_for
from ogi.cli.report import show_head
from ogi.cli.screen import Screen
from ogi.errors import UnknownRuleError
from ogi.findings import Finding, Outcome, Severity, Verdict, count_outcomes, counted_outcomes
from ogi.form import AnnualReport
from ogi.writing.json import worst_first
from ogi.writing.remarks import accepted_words, severity_of
from ogi.writing.wording import figures, place_name

_STYLES = {"error": "bold red", "warning": "yellow", "note": "cyan"}


def show_checked(
    report: AnnualReport,
    verdicts: Sequence[Verdict],
    name: str,
    shown: Sequence[str],
    verbose: bool,
    screen: Screen,
) -> None:
    """Print the head of a report and the findings of the severities shown."""
    show_head(report, name, screen)
    for finding in worst_first(verdicts):
        if finding.severity.value in shown:
            _show_finding(finding, report, screen, verbose)
    if verbose:
        _show_unjudged(verdicts, screen)


def show_counts(verdicts: Sequence[Verdict], told: Sequence[ToldNumber], screen: Screen) -> None:
    """Print what became of the numbers of the text, and how the rules judged."""
    screen.line()
    if line := numbers_told(told):
        screen.line(line, "dim")
    screen.line(summary(worst_first(verdicts), verdicts), "bold")


def _show_finding(finding: Finding, report: AnnualReport, screen: Screen, verbose: bool) -> None:
    place = next((str(place) for place in finding.places if place is not None), "")
    where = place_name(finding, report)
    word = "已接受" if finding.accepted else severity_of(finding)
    parts = [word, finding.code, where, place if place != where else ""]
    screen.line()
    style = "dim" if finding.accepted else _STYLES[finding.severity.value]
    screen.line("　".join(part for part in parts if part), style)
    screen.line(f"  {finding.message}")
    if named := figures(finding):
        screen.line("  " + "　".join(f"{name} {figure}" for name, figure in named))
    if finding.advice:
        screen.line(f"  怎么办：{finding.advice}")
    if finding.source:
        screen.line(f"  依据：{finding.source}", "dim")
    if finding.accepted:
        screen.line(f"  {accepted_words(finding)}")
    if verbose or finding.accepted:
        screen.line(f"  编号：{finding.id}", "dim")


def _show_unjudged(verdicts: Sequence[Verdict], screen: Screen) -> None:
    for verdict in verdicts:
        if verdict.reason:
            silent = verdict.outcome is Outcome.NOT_APPLICABLE
            word = (verdict.outcome if silent else Outcome.UNJUDGED).label
            screen.line()
            screen.line(f"{word}　{verdict.code}　{_title(verdict.code)}", "dim")
            screen.line(f"  {verdict.reason}", "dim")


def _title(code: str) -> str:
    try:
        return rule_for(code).title
    except UnknownRuleError:
        return ""


def numbers_told(numbers: Sequence[ToldNumber]) -> str:
    """Say in one line what became of the numbers of the running text."""
    counted = [one for one in numbers if one.why != NOT_A_QUANTITY]
    if not counted:
        return ""
    held, differs, apart = (sum(one.fate == fate for one in counted) for fate in FATES)
    return f"文字中{len(counted)}个数：{held}个对上，{differs}个不符，{apart}个没有可对照的"


def summary(findings: Sequence[Finding], verdicts: Sequence[Verdict]) -> str:
    """Say in one line how many findings there are and how the rules judged."""
    counts = [
        f"{number}个{severity.label}"
        for severity in Severity
        if (number := sum(one.severity is severity and not one.accepted for one in findings))
    ]
    if accepted := sum(one.accepted is not None for one in findings):
        counts.append(f"{accepted}个有人接受")
    tail = counted_outcomes(count_outcomes(verdicts))
    return f"{'、'.join(counts) or '没有发现问题'}；{tail}"
