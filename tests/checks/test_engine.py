"""How a rule becomes a verdict: evidence, the four verdicts, doubts."""

import logging
from collections.abc import Iterator

import pytest
from conftest import LOUD

from ogi.checks import CannotSay, Found, NotApplicable, Scope, Witness, rule
from ogi.checks.judge import judge
from ogi.checks.rule import Rule
from ogi.checks.witness import PREVIOUS, Notes
from ogi.errors import UsageError
from ogi.findings import Outcome, Severity
from ogi.form import AnnualReport

from .cases import report_of

RECEIVED = "applications.received"


@pytest.fixture
def quiet() -> Iterator[None]:
    """Let a rule crash as it does outside tests."""
    LOUD.setLevel(logging.CRITICAL)
    yield
    LOUD.setLevel(logging.ERROR)


def try_rule(tested: Rule, **report: object):
    return judge(tested, Witness(report_of(report)))


@rule("X001", Severity.ERROR, cites="form-2021", advice="改正。")
def one_application(report: Witness) -> Iterator[str]:
    """应有一件申请。"""
    if report[f"{RECEIVED}.total"] != 1:
        yield "不是一件"


@rule("X002", Severity.ERROR, cites="form-2021")
def one_application_of_each_kind(report: Witness) -> Iterator[Found]:
    """各类申请人应各有一件申请。"""
    for column in ("natural_person", "company"):
        with report.part():
            count = report[f"{RECEIVED}.{column}"]
            if count != 1:
                yield Found(f"{column}不是一件", value=count, expected=1)


def test_words_become_a_finding_with_all_that_is_needed_to_act_on_it() -> None:
    verdict = try_rule(one_application, cells={"received.total": 2}, year=2023)
    (finding,) = verdict.findings
    assert verdict.outcome is Outcome.BROKEN
    assert (finding.code, finding.message, finding.severity) == ("X001", "不是一件", Severity.ERROR)
    assert finding.cells == (f"{RECEIVED}.total",)
    assert [str(place) for place in finding.places] == ["第2个表"]
    assert finding.source == "国办公开办函〔2021〕30号"
    assert finding.advice == "改正。"


def test_a_rule_that_finds_nothing_is_kept() -> None:
    assert try_rule(one_application, cells={"received.total": 1}).outcome is Outcome.KEPT


def test_a_blank_cell_ends_the_judgement_and_is_named() -> None:
    verdict = try_rule(one_application, cells={"received.total": None})
    assert verdict.outcome is Outcome.UNJUDGED
    assert verdict.missing == (f"{RECEIVED}.total",)
    assert verdict.reason == "“一、本年新收政府信息公开申请数量/总计”没有数字（空白），无从判断"


def test_a_mark_that_is_no_number_is_no_value() -> None:
    verdict = try_rule(one_application, cells={"received.total": "/"})
    assert "印的不是数字" in verdict.reason


def test_a_rule_is_broken_in_one_part_and_unjudged_in_another() -> None:
    verdict = try_rule(
        one_application_of_each_kind,
        cells={"received.natural_person": None, "received.company": 3},
    )
    assert verdict.outcome is Outcome.BROKEN
    assert verdict.missing == (f"{RECEIVED}.natural_person",)
    (finding,) = verdict.findings
    assert finding.cells == (f"{RECEIVED}.company",), "the evidence is that of its part"
    assert finding.difference == 2


def test_a_doubtful_reading_is_never_an_error_of_the_report() -> None:
    verdict = try_rule(one_application, cells={"received.total": 2}, doubtful=["received.total"])
    (finding,) = verdict.findings
    assert finding.severity is Severity.NOTE
    assert finding.message == "不是一件（所据数字读取存疑，先核对原件）"


def test_a_total_names_every_cell_without_a_value() -> None:
    @rule("X003", Severity.ERROR, cites="form-2021")
    def some(report: Witness) -> Iterator[str]:
        """应有申请。"""
        if not report.total((f"{RECEIVED}.natural_person", f"{RECEIVED}.company")):
            yield "没有申请"

    verdict = try_rule(some, cells={"received.natural_person": None})
    assert verdict.missing == (f"{RECEIVED}.natural_person", f"{RECEIVED}.company")
    assert "2格没有数字（空白1格，未见1格）" in verdict.reason


def test_a_rule_may_say_that_it_cannot_say() -> None:
    @rule("X004", Severity.ERROR, cites="form-2021")
    def year_is_known(report: Witness) -> Iterator[CannotSay]:
        """应有年份。"""
        yield CannotSay("没有年份")

    verdict = try_rule(year_is_known)
    assert (verdict.outcome, verdict.reason) == (Outcome.UNJUDGED, "没有年份")


def test_a_rule_that_compared_nothing_does_not_apply() -> None:
    @rule("X009", Severity.ERROR, cites="form-2021")
    def of_headings(report: Witness) -> Iterator[str]:
        """标题应有编号。"""
        for heading in report.weigh(report.headings):
            if not heading.number:
                yield "没有编号"

    assert try_rule(of_headings).outcome is Outcome.NOT_APPLICABLE
    assert try_rule(of_headings).reason, "it says why"
    assert try_rule(of_headings, headings=["一、总体情况"]).outcome is Outcome.KEPT
    assert try_rule(of_headings, headings=["总体情况"]).outcome is Outcome.BROKEN


def test_a_rule_may_say_why_it_does_not_apply() -> None:
    @rule("X010", Severity.ERROR, cites="form-2021")
    def of_governments(report: Witness) -> Iterator[NotApplicable]:
        """只对政府。"""
        if not report[f"{RECEIVED}.total"]:
            yield NotApplicable("没有申请")

    verdict = try_rule(of_governments, cells={"received.total": 0})
    assert (verdict.outcome, verdict.reason) == (Outcome.NOT_APPLICABLE, "没有申请")


def test_zero_is_compared_and_a_blank_is_not() -> None:
    assert Witness(AnnualReport()).weigh(0) == 0
    for thing, compared in ((0, True), (None, False), ("", False), (False, False), ((), False)):
        witness = Witness(AnnualReport())
        witness.weigh(thing)
        assert witness.notes.compared is compared, thing


def test_a_rule_that_crashes_costs_its_own_verdict_only(
    caplog: pytest.LogCaptureFixture, quiet: None
) -> None:
    @rule("X011", Severity.ERROR, cites="form-2021")
    def crashing(report: Witness) -> Iterator[str]:
        """会出错。"""
        yield str(report.sections["nowhere"])

    notes = Notes()
    verdict = judge(crashing, Witness(report_of({}), notes))
    assert verdict.outcome is Outcome.UNJUDGED
    assert "KeyError" in verdict.reason
    assert "X011" in caplog.text, "the programmer hears of it"
    assert "Traceback" in caplog.text
    after = judge(one_application, Witness(report_of({"cells": {"received.total": 1}}), notes))
    assert after.outcome is Outcome.KEPT


def test_a_rule_that_crashes_does_so_in_tests() -> None:
    @rule("X012", Severity.ERROR, cites="form-2021")
    def crashing(report: Witness) -> Iterator[str]:
        """会出错。"""
        yield str(report.sections["nowhere"])

    with pytest.raises(KeyError):
        try_rule(crashing)


def test_a_rule_may_name_its_evidence_and_its_severity() -> None:
    @rule("X005", Severity.ERROR, cites="form-2021", advice="改正。")
    def named(report: Witness) -> Iterator[Found]:
        """自己举证。"""
        _ = report[f"{RECEIVED}.total"]
        cells = (f"{RECEIVED}.company",)
        yield Found("看这里", cells=cells, places=(), severity=Severity.NOTE, advice="")

    (finding,) = try_rule(named, cells={"received.total": 1, "received.company": 1}).findings
    assert finding.cells == (f"{RECEIVED}.company",)
    assert (finding.places, finding.severity, finding.advice) == ((), Severity.NOTE, "")


def test_cells_of_last_year_are_told_from_those_of_this_year() -> None:
    @rule("X006", Severity.ERROR, cites="form-2021", scope=Scope.YEAR_PAIR)
    def same(report: Witness, previous: Witness) -> Iterator[str]:
        """两年应相同。"""
        if report[f"{RECEIVED}.total"] != previous[f"{RECEIVED}.total"]:
            yield "不同"

    notes = Notes()
    now = Witness(report_of({"cells": {"received.total": 1}}), notes)
    before = Witness(report_of({"cells": {"received.total": 2}}), notes, PREVIOUS)
    (finding,) = judge(same, now, before).findings
    assert finding.cells == (f"{RECEIVED}.total", f"{PREVIOUS}{RECEIVED}.total")
    assert len(finding.places) == 1, "places are those of this year's document"


def test_of_the_editions_a_rule_cites_the_finding_names_the_one_in_force() -> None:
    @rule("X007", Severity.ERROR, cites=("form-2021", "form-2019", "ogi-2019/50"))
    def never_kept(report: Witness) -> Iterator[str]:
        """总不成立。"""
        yield "不成立"

    sources = {
        year: try_rule(never_kept, year=year).findings[0].source for year in (2020, 2023, None)
    }
    assert sources[2020].startswith("国办公开办函〔2019〕60号；《")
    assert sources[2023].startswith("国办公开办函〔2021〕30号；《")
    assert "60号" in sources[None]
    assert "30号" in sources[None]


def test_what_several_rules_need_is_worked_out_once() -> None:
    calls = []

    def read(report: AnnualReport) -> int:
        calls.append(report)
        return 42

    witness = Witness(AnnualReport())
    assert (witness.once(read), witness.once(read), len(calls)) == (42, 42, 1)


def test_a_rule_without_a_page_is_refused() -> None:
    with pytest.raises(UsageError, match="no docstring"):

        @rule("X008", Severity.ERROR, cites="form-2021")
        def silent(report: Witness) -> Iterator[str]:
            yield ""
