"""Every rule says of its cases what its case file expects."""

from dataclasses import replace

import pytest

from ogi.checks import Rule, Scope, Witness, check, rules
from ogi.checks.judge import judge
from ogi.checks.witness import PREVIOUS, Notes
from ogi.findings import Finding, Outcome, Verdict
from ogi.form import AnnualReport, Cell, State

from .cases import Case, all_cases, report_of


@pytest.mark.parametrize("case", all_cases(), ids=lambda case: f"{case.rule}-{case.name}")
def test_a_rule_says_what_its_case_expects(case: Case) -> None:
    verdict = verdict_on(case)
    if case.expects.get("kept"):
        assert verdict.outcome is Outcome.KEPT, verdict
    if case.expects.get("not_applicable"):
        assert verdict.outcome is Outcome.NOT_APPLICABLE, verdict
        assert verdict.reason, "it says why"
    wanted = case.expects.get("finds", [])
    assert len(verdict.findings) == len(wanted), [finding.message for finding in verdict.findings]
    for finding, expected in zip(verdict.findings, wanted, strict=True):
        assert finding.advice, "a finding says what to do"
        assert finding.source, "a finding says where the law says so"
        assert_finding(finding, expected)
    missing = case.expects.get("missing", [])
    for address in [missing] if isinstance(missing, str) else missing:
        assert address in verdict.missing, verdict
    if {"missing", "cannot_say"} & set(case.expects):
        assert case.expects.get("cannot_say", "") in verdict.reason
        assert verdict.outcome is (Outcome.BROKEN if wanted else Outcome.UNJUDGED)


def verdict_on(case: Case) -> Verdict:
    verdicts = check(case.report, case.previous)
    return next(verdict for verdict in verdicts if verdict.code == case.rule)


def assert_finding(finding: Finding, expected: str | dict[str, object]) -> None:
    if isinstance(expected, str):
        assert finding.message == expected
        return
    for name, value in expected.items():
        if name == "says":
            assert str(value) in finding.message
        elif name == "severity":
            assert finding.severity.value == value, finding
        elif name in ("cells", "places"):
            assert [str(each) for each in getattr(finding, name)] == value
        else:
            assert getattr(finding, name) == value, finding


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_every_rule_has_a_case_that_keeps_and_one_that_breaks_it(rule: Rule) -> None:
    cases = [case for case in all_cases() if case.rule == rule.code]
    assert any("kept" in case.expects for case in cases)
    assert any("finds" in case.expects for case in cases)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_that_needs_a_cell_has_a_case_where_it_is_missing(rule: Rule) -> None:
    cases = [case for case in all_cases() if case.rule == rule.code]
    if any(needs_a_cell(rule, case) for case in cases):
        assert any("missing" in case.expects for case in cases)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_a_rule_that_can_have_nothing_to_compare_has_a_case_of_it(rule: Rule) -> None:
    cases = [case for case in all_cases() if case.rule == rule.code]
    if any(not_applicable(rule, report) for report in poor_reports()):
        assert any("not_applicable" in case.expects for case in cases)


def poor_reports() -> tuple[AnnualReport, ...]:
    """Reports that have little to compare."""
    named = AnnualReport(organ="青禾县统计局", year=2023, title="青禾县统计局2023年报告")
    zeros = report_of({"fill": 0, "year": 2023, "organ": "青禾县统计局"})
    return AnnualReport(), named, zeros


def not_applicable(rule: Rule, report: AnnualReport) -> bool:
    notes = Notes()
    pair = rule.scope is Scope.YEAR_PAIR
    previous = Witness(replace(report, year=2022), notes, PREVIOUS) if pair else None
    return judge(rule, Witness(report, notes), previous).outcome is Outcome.NOT_APPLICABLE


def test_nothing_holds_in_an_empty_report() -> None:
    empty = AnnualReport()
    assert not [one.code for one in check(empty, empty) if one.outcome is Outcome.KEPT]


def needs_a_cell(rule: Rule, case: Case) -> bool:
    if (rule.scope is Scope.YEAR_PAIR) != (case.previous is not None):
        return False
    blank = replace(case.report, cells=dict.fromkeys(case.report.cells, Cell(state=State.BLANK)))
    notes = Notes()
    previous = Witness(case.previous, notes, PREVIOUS) if case.previous else None
    return bool(judge(rule, Witness(blank, notes), previous).missing)


def test_every_case_file_tries_a_rule_that_exists() -> None:
    assert {case.rule for case in all_cases()} <= {rule.code for rule in rules()}
