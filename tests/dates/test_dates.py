"""Days by which reports are due and information is published."""

from datetime import date

import pytest
from workdays.cases import named

from ogi.clock import publication
from ogi.clock.publication import publication_due
from ogi.clock.reporting import report_levels, reporting_date
from ogi.errors import UnknownYearError, UsageError
from ogi.law import Law, cite
from ogi.workdays import WorkCalendar

CALENDAR = WorkCalendar()


@pytest.mark.parametrize(("name", "case"), named("dates/reporting"))
def test_a_report_is_due_on_that_day(name, case):
    law = Law(case.get("configured", {}))
    due = reporting_date(case["level"], case["year"], CALENDAR, law)
    assert (due.day, due.plan_for) == (case["day"], case["plan_for"])
    assert due.provision.cites == cite(case["cites"])
    notes = case.get("notes", [])
    assert len(due.notes) == len(notes), due.notes
    assert all(said in note for said, note in zip(notes, due.notes, strict=True)), due.notes


@pytest.mark.parametrize(("name", "case"), named("dates/publication"))
def test_something_is_published_or_withdrawn_by_that_day(name, case):
    ask = getattr(publication, f"{case['kind']}_due")
    fixed = {"fixed_on": case["fixed_on"]} if "fixed_on" in case else {}
    due = ask(case["from"], WorkCalendar(provisional=case.get("provisional", False)), **fixed)
    assert due.day == case["day"]
    assert due.provision.cites == cite(case["cites"])
    notes = case.get("notes", [])
    assert len(due.notes) == len(notes), due.notes
    assert all(said in note for said, note in zip(notes, due.notes, strict=True)), due.notes


def test_the_derivation_lists_every_day_and_ends_on_the_last():
    due = publication_due(date(2026, 9, 18), CALENDAR)
    days = list(due.derivation())
    assert days[-1].day == due.day
    assert sum(one.counts for one in days) == due.provision.value


@pytest.mark.parametrize(
    ("on", "left"),
    [
        (date(2026, 10, 21), 1),
        (date(2026, 10, 22), 0),
        (date(2026, 10, 23), -1),
        (date(2026, 10, 24), -1),
        (date(2026, 10, 26), -2),
    ],
)
def test_days_left_fall_below_none_after_the_last_day(on, left):
    assert publication_due(date(2026, 9, 18), CALENDAR).days_left(on) == left


@pytest.mark.notices_until(2026)
def test_a_day_that_cannot_be_known_is_not_made_up():
    with pytest.raises(UnknownYearError):
        publication_due(date(2026, 12, 18), CALENDAR)


def test_nothing_is_fixed_for_a_day_before_it_was_made():
    with pytest.raises(UsageError, match="before it was made"):
        publication_due(date(2026, 9, 18), CALENDAR, fixed_on=date(2026, 9, 17))
    assert publication_due(date(2026, 9, 18), CALENDAR, fixed_on=date(2026, 9, 18)).day == date(
        2026, 9, 18
    )


def test_a_day_that_another_law_fixes_keeps_what_it_is_counted_from():
    due = publication_due(date(2026, 9, 18), CALENDAR, fixed_on=date(2026, 9, 25))
    assert (due.day, due.since, due.calendar) == (date(2026, 9, 25), date(2026, 9, 18), CALENDAR)
    assert (due.days_left(date(2026, 9, 18)), due.days_left(date(2026, 9, 25))) == (5, 0)


def test_a_date_that_moves_is_still_that_of_its_level_and_year():
    due = reporting_date("county", 2025, CALENDAR, Law({"report_date_moves": True}))
    assert (due.level.key, due.report_year) == ("county", 2025)


def test_every_level_says_to_whom_it_reports():
    for level in report_levels().values():
        assert level.label
        assert "主管部门" in level.to
        due = reporting_date(level.key, 2025, CALENDAR)
        assert due.level is level
        assert due.report_year == 2025
        assert due.plan_for <= due.day
    consolidating = {key for key, one in report_levels().items() if one.consolidates}
    assert consolidating == {"county", "prefecture", "province", "vertical"}


def test_an_unknown_level_is_refused():
    with pytest.raises(UsageError, match="no level 'village'"):
        reporting_date("village", 2025, CALENDAR)


def test_a_year_before_the_form_has_no_date_for_a_county():
    with pytest.raises(UsageError, match="county_report_date"):
        reporting_date("county", 2018, CALENDAR)
