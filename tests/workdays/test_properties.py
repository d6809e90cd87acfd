"""What holds of every day and every number of working days."""

from datetime import date, timedelta
from types import MappingProxyType

from hypothesis import given, settings
from hypothesis import strategies as st

from ogi.workdays import Region, WorkCalendar

CALENDAR = WorkCalendar()
DAYS = st.dates(date(2018, 1, 1), date(2025, 12, 31))
NUMBERS = st.integers(0, 200)
SAME = settings(derandomize=True, max_examples=200, deadline=None)


def made_region(days):
    return Region("示例州", "", MappingProxyType(dict.fromkeys(days, "示例节")))


REGIONS = st.lists(st.dates(date(2018, 1, 1), date(2026, 6, 30)), max_size=12).map(made_region)


@SAME
@given(DAYS, NUMBERS)
def test_adding_a_working_day_never_moves_a_deadline_earlier(day, number):
    assert CALENDAR.add(day, number + 1) > CALENDAR.add(day, number)


@SAME
@given(DAYS, NUMBERS)
def test_a_later_start_never_ends_earlier(day, number):
    assert CALENDAR.add(day + timedelta(1), number) >= CALENDAR.add(day, number)


@SAME
@given(DAYS, NUMBERS)
def test_counting_undoes_adding(day, number):
    assert CALENDAR.count(day, CALENDAR.add(day, number)) == number


@SAME
@given(DAYS, st.integers(0, 100), st.integers(0, 100))
def test_a_period_may_be_counted_in_two_parts(day, first, second):
    middle = CALENDAR.add(day, first)
    assert CALENDAR.add(middle, second) == CALENDAR.add(day, first + second)


@SAME
@given(DAYS, st.integers(1, 200))
def test_a_period_ends_on_a_working_day(day, number):
    last = CALENDAR.add(day, number)
    assert CALENDAR.is_workday(last)
    assert CALENDAR.first_on_or_after(last) == last
    assert CALENDAR.last_on_or_before(last) == last


@SAME
@given(DAYS, st.integers(0, 400))
def test_the_days_listed_are_the_days_counted(day, length):
    until = day + timedelta(length)
    listed = list(CALENDAR.days(day, until))
    assert len(listed) == length
    assert sum(one.counts for one in listed) == CALENDAR.count(day, until)
    assert all(one.counts is CALENDAR.is_workday(one.day) for one in listed)


@SAME
@given(REGIONS, DAYS)
def test_a_region_only_takes_working_days_away(region, day):
    local = WorkCalendar(region)
    if local.is_workday(day):
        assert CALENDAR.is_workday(day)
    if day in region.rest:
        assert not local.is_workday(day)
    elif CALENDAR.is_workday(day):
        assert local.is_workday(day)


@SAME
@given(REGIONS, DAYS, st.integers(0, 100))
def test_a_region_never_moves_a_deadline_earlier(region, day, number):
    assert WorkCalendar(region).add(day, number) >= CALENDAR.add(day, number)
