"""What an application can come to: the cases of tests/cases/outcomes."""

from datetime import date

import pytest
import yaml
from conftest import ROOT

from ogi.casework import ApplicantClass
from ogi.casework.applicants import applicants
from ogi.casework.grounds import Force, decisive_ground, ground, grounds
from ogi.casework.outcomes import (
    Precedence,
    decisive,
    outcome,
    outcomes,
    precedence,
    review_first,
)
from ogi.errors import UsageError
from ogi.form import Edition, editions, row_in
from ogi.letters import letter_form

FOLDER = ROOT / "tests" / "cases" / "outcomes"
SINGLE, SEVERAL = (
    yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    for name in ("outcomes", "several")
)
# `row` of a case is that of these editions, `row_2019` that of one; a row may not have been there.
KNOWN, NO_ROW = (2019, 2021), "没有这一行"
LAST_DAY_BEFORE, FIRST_DAY = date(2023, 12, 31), date(2024, 1, 1)


@pytest.mark.parametrize("name", SINGLE)
def test_an_outcome_is_what_a_case_says(name):
    case = SINGLE[name]
    made = outcome(case["code"])
    cited = [*map(str, made.cites), *(str(ground(key).cites) for key in made.grounds)]
    assert any(_short(case["article"]) in one for one in cited), cited
    for form in editions():
        label = case.get(f"row_{form.year}", case["row"])
        if form.year in KNOWN or f"row_{form.year}" in case:
            assert _label(made.row, form).startswith(label)
    assert letter_form(made.letter).name == case["letter"]
    given = case.get("grounds", [])
    assert (review_first(made.code, given, FIRST_DAY) is not None) is case["review_first"]
    assert review_first(made.code, given, LAST_DAY_BEFORE) is None


def _short(article: str) -> str:
    """The article without the name of its instrument, or the number of a document."""
    names = {"条例": "", "国办函〔2020〕109号": "《政府信息公开信息处理费管理办法》"}
    for name, full in names.items():
        if article.startswith(f"{name}第"):
            return full + article.removeprefix(name)
    return "" if article.startswith("国办公开办函") else article


def _label(row: str, form: Edition) -> str:
    found = row_in("applications", row, form)
    return form.tables["applications"].row(found).label if found else NO_ROW


def packaged() -> list[Edition]:
    """The editions of the package; a place may have others."""
    folder = ROOT / "src" / "ogi" / "form" / "data"
    return [one for one in editions() if (folder / f"{one.year}.yaml").exists()]


def test_the_cases_name_every_outcome():
    assert {case["code"] for case in SINGLE.values()} == outcomes().keys()


@pytest.mark.parametrize("name", SEVERAL)
def test_one_of_several_decides(name):
    case = SEVERAL[name]
    if "results" in case:
        found = decisive(case["results"])
        assert found.recorded == tuple(dict.fromkeys(case["results"]))
    else:
        found = decisive_ground(case["grounds"], case.get("order", ()))
        assert found.recorded == tuple(case["grounds"])
    assert found.code == case["decisive"]
    assert bool(found.note) is case["practice"]


def test_every_row_of_results_is_reached_by_an_outcome_in_every_edition():
    for form in packaged():
        rows = {one.key for one in form.tables["applications"].rows}
        reached = {row_in("applications", one.row, form) for one in outcomes().values()} - {None}
        assert reached == rows - {"received", "carried_in", "closed", "carried_out"}


def test_every_class_of_applicants_has_a_column_in_every_edition():
    assert set(applicants()) == set(ApplicantClass)
    for form in editions():
        columns = [one.key for one in form.tables["applications"].rows[0].columns]
        assert [one.column for one in applicants().values()] == columns[:-1]


def test_every_ground_leads_to_an_outcome_and_back():
    for one in grounds().values():
        assert one.code in outcome(one.outcome).grounds
        assert one.proof, "the file must hold some proof"
        assert one.force.label
    assert {one.force for one in grounds().values()} == set(Force)


def test_an_organ_may_have_a_precedence_of_its_own():
    usual = precedence()
    own = Precedence(usual.supplied, (), usual.severed, tuple(reversed(usual.families)), "本地做法")
    assert decisive(["D12", "D34"], own).code == "D34"
    assert decisive(["D12", "D34"], own).note == "本地做法"


def test_an_outcome_or_a_ground_that_is_not_on_file_is_refused():
    for call in (lambda: outcome("D99"), lambda: ground("E99"), lambda: decisive([])):
        with pytest.raises(UsageError):
            call()
    with pytest.raises(UsageError):
        decisive_ground([])


def test_the_family_of_an_outcome_is_the_group_of_the_form():
    assert outcome("D41a").family_term == "无法提供"
