"""Every case of adding up says what its file expects."""

import pytest

from ogi.findings import Outcome
from ogi.form import State
from ogi.rollup import compare_with

from .made import Case, cases, full, merged, report

EXPECTS = {"added", "left_out", "missing", "sums", "lacks", "doubts", "apart", "complete"}
DESCRIBES = {"why", "reports", "superior", "register", "year", "form"}


@pytest.mark.parametrize("case", cases("merging"), ids=str)
def test_reports_add_up_as_the_case_says(case: Case) -> None:
    assert set(case.data) <= EXPECTS | DESCRIBES
    made, expects = merged(case), case.data
    assert made.is_complete is expects["complete"], made.state()
    if "added" in expects:
        assert [one.organ for one in made.added] == expects["added"]
    assert {one.source: one.why.value for one in made.left_out} == expects.get("left_out", {})
    assert [one.name for one in made.missing] == expects.get("missing", [])
    for address, text in expects.get("sums", {}).items():
        assert made.report.cells[full(address)].text == text, address
    for address, organs in expects.get("lacks", {}).items():
        shares = made.parts(full(address))
        assert [one.part.organ for one in shares if one.value is None] == organs
        assert all(one.why for one in shares if one.value is None)
    for address, says in expects.get("doubts", {}).items():
        assert [doubt.says for doubt in made.report.cells[full(address)].doubts] == [says]
    apart = {a: total.value for one in made.apart for a, total in one.totals.items()}
    for address, value in expects.get("apart", {}).items():
        assert apart[full(address)] == value


@pytest.mark.parametrize("case", cases("merging"), ids=str)
def test_an_incomplete_cell_is_never_a_figure(case: Case) -> None:
    made = merged(case)
    for address in made.incomplete():
        cell = made.report.cells[address]
        assert cell.value is None, address
        assert cell.doubts or cell.state is State.ABSENT


@pytest.mark.parametrize("case", cases("against"), ids=str)
def test_a_consolidated_report_is_compared_as_the_case_says(case: Case) -> None:
    verdict = compare_with(report(**case.data["against"]), merged(case))
    assert [one.message for one in verdict.findings] == case.data.get("finds", [])
    assert all(one.advice and one.source and one.cells for one in verdict.findings)
    assert all(one.severity.value == case.data.get("severity", "error") for one in verdict.findings)
    if case.data.get("kept"):
        assert verdict.outcome is Outcome.KEPT, verdict
    assert case.data.get("cannot_say", "") in verdict.reason
    if "missing" in case.data:
        assert case.data["missing"] in verdict.missing
