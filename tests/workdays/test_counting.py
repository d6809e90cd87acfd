"""What the yearly notices make of days, and counting over them."""

from datetime import date, timedelta

import pytest

from ogi.data import Locality, of_place
from ogi.errors import UnknownYearError, UsageError
from ogi.workdays import WorkCalendar, notices
from ogi.workdays.statutory import statutory_days

from .cases import cases, named

DAY = timedelta(1)
CALENDAR = WorkCalendar()


def days_of(year, calendar=CALENDAR):
    return list(calendar.days(date(year, 1, 1) - DAY, date(year, 12, 31)))


@pytest.mark.parametrize(("name", "case"), named("workdays/adding"))
def test_so_many_working_days_end_on_that_day(name, case):
    made = {number: CALENDAR.add(case["from"], number) for number in case["add"]}
    assert made == case["add"]


@pytest.mark.parametrize(("name", "case"), named("workdays/days"))
def test_a_day_counts_or_not_and_says_why(name, case):
    one = CALENDAR.day(case["day"])
    assert (one.counts, one.why) == (case["counts"], case["why"])
    assert CALENDAR.is_workday(case["day"]) is case["counts"]
    assert not one.provisional


@pytest.mark.parametrize(("year", "case"), named("workdays/years"))
def test_a_year_has_exactly_the_exceptions_of_its_notices(year, case):
    days = days_of(int(year))
    off = [f"{one.day:%m-%d}" for one in days if not one.counts and one.day.isoweekday() < 6]
    work = [f"{one.day:%m-%d}" for one in days if one.counts and one.day.isoweekday() > 5]
    assert off == case["rest"]
    assert work == case["work"]
    assert CALENDAR.count(days[0].day - DAY, days[-1].day) == case["workdays"]


def test_every_notice_of_the_package_has_a_year_in_the_cases():
    with of_place(Locality()):
        noticed = {one.year for one in notices()}
    lacking = noticed - {*map(int, cases("workdays/years"))}
    assert not lacking, f"write the exceptions of {lacking} into tests/cases/workdays/years.yaml"


def test_the_first_day_is_not_counted_and_the_last_is():
    assert CALENDAR.count(date(2026, 9, 18), date(2026, 9, 18)) == 0
    assert CALENDAR.count(date(2026, 9, 18), date(2026, 9, 21)) == 2
    assert CALENDAR.count(date(2026, 9, 21), date(2026, 9, 18)) == 0
    assert CALENDAR.count(date(2026, 12, 31), date(2026, 12, 31)) == 0
    assert [one.day.day for one in CALENDAR.days(date(2026, 9, 18), date(2026, 9, 20))] == [19, 20]


@pytest.mark.parametrize(
    ("day", "following", "before"),
    [
        (date(2026, 10, 1), date(2026, 10, 8), date(2026, 9, 30)),
        (date(2026, 9, 20), date(2026, 9, 20), date(2026, 9, 20)),
        (date(2018, 12, 30), date(2019, 1, 2), date(2018, 12, 29)),
    ],
)
def test_the_nearest_working_days_of_a_day(day, following, before):
    assert CALENDAR.first_on_or_after(day) == following
    assert CALENDAR.last_on_or_before(day) == before


def test_fewer_than_no_working_days_cannot_be_added():
    with pytest.raises(UsageError, match="-1 working days"):
        CALENDAR.add(date(2026, 9, 18), -1)


@pytest.mark.notices_until(2026)
@pytest.mark.parametrize(
    ("ask", "year"),
    [
        (lambda: CALENDAR.is_workday(date(2027, 1, 4)), 2027),
        (lambda: CALENDAR.is_workday(date(2017, 12, 29)), 2017),
        (lambda: CALENDAR.add(date(2026, 12, 24), 6), 2027),
        (lambda: CALENDAR.add(date(2026, 12, 31), 1), 2027),
        (lambda: CALENDAR.add(date(2017, 12, 30), 1), 2017),
        (lambda: CALENDAR.add(date(2030, 5, 1), 1), 2030),
        (lambda: CALENDAR.add(date(9999, 12, 31), 1), 9999),
        (lambda: CALENDAR.add(date(2026, 1, 1), 10**9), 2027),
        (lambda: CALENDAR.count(date(2026, 12, 1), date(2027, 1, 1)), 2027),
        (lambda: CALENDAR.count(date(2017, 12, 1), date(2018, 1, 5)), 2017),
        (lambda: CALENDAR.first_on_or_after(date(2027, 2, 1)), 2027),
        (lambda: list(CALENDAR.days(date(2026, 12, 30), date(2027, 1, 2))), 2027),
    ],
)
def test_a_year_without_a_notice_is_refused(ask, year):
    with pytest.raises(UnknownYearError, match=f"no holiday notice is on file for {year}") as found:
        ask()
    assert found.value.year == year
    assert found.value.says.startswith(f"{year}年的节假日安排尚未收录")


def test_the_day_before_the_first_year_on_file_may_begin_a_period():
    assert CALENDAR.add(date(2017, 12, 31), 1) == date(2018, 1, 2)
    assert CALENDAR.count(date(2017, 12, 31), date(2018, 1, 5)) == 4


@pytest.mark.notices_until(2026)
def test_a_provisional_year_counts_mondays_to_fridays_less_fixed_holidays_and_says_so():
    provisional = WorkCalendar(provisional=True)
    assert provisional.add(date(2026, 12, 24), 6) == date(2027, 1, 4)
    assert provisional.provisional_years(date(2026, 12, 24), date(2027, 1, 1)) == (2027,)
    assert provisional.provisional_years(date(2026, 12, 30), date(2026, 12, 31)) == ()
    assert provisional.provisional_years(date(2026, 12, 31), date(2026, 12, 31)) == ()
    assert provisional.provisional_years(date(2027, 5, 1), date(2027, 5, 1)) == ()
    assert provisional.provisional_years(date(2027, 12, 31), date(2028, 1, 1)) == (2028,)
    assert provisional.provisional_years(date(2026, 12, 31), date(2028, 1, 1)) == (2027, 2028)
    (caveat,) = provisional.caveats(date(2026, 12, 24), date(2027, 1, 1))
    assert caveat == "2027年的放假安排尚未收录，暂按周一至周五、除去法定节日推算，结果待定"
    one, other = provisional.day(date(2027, 1, 1)), provisional.day(date(2027, 1, 4))
    assert (one.counts, one.provisional) == (False, True)
    assert one.why == "元旦放假（2027年放假安排未收录，暂推）"
    assert (other.counts, other.provisional) == (True, True)
    assert other.why == "周一（2027年放假安排未收录，暂推）"
    assert not provisional.day(date(2027, 1, 2)).counts


@pytest.mark.notices_until(2026)
@pytest.mark.parametrize(
    ("after", "until", "said"),
    [
        (date(2026, 12, 1), date(2026, 12, 28), False),
        (date(2026, 12, 1), date(2026, 12, 29), True),
        (date(2026, 12, 30), date(2026, 12, 31), True),
        (date(2026, 12, 31), date(2026, 12, 31), False),
        (date(2025, 12, 1), date(2025, 12, 31), False),
    ],
)
def test_the_last_days_on_file_may_yet_be_altered_by_the_notice_to_come(after, until, said):
    sentence = "2027年的放假安排尚未收录，可能改动2026年12月底的放假和上班，收录后再核对"
    assert CALENDAR.caveats(after, until) == ((sentence,) if said else ())


def test_a_provisional_calendar_is_the_known_one_in_known_years():
    provisional = WorkCalendar(provisional=True)
    for year in [one.year for one in notices()]:
        assert days_of(year, provisional) == days_of(year)
    assert provisional.caveats(date(2026, 1, 1), date(2026, 11, 30)) == ()


@pytest.mark.notices_until(2026)
def test_a_provisional_calendar_reaches_as_far_as_the_almanac_and_not_before_the_first_notice():
    provisional = WorkCalendar(provisional=True)
    assert provisional.is_workday(date(2060, 12, 31))
    for ask in (
        lambda: provisional.is_workday(date(2061, 1, 3)),
        lambda: provisional.is_workday(date(2017, 12, 29)),
        lambda: provisional.add(date(2026, 1, 1), 10**6),
        lambda: provisional.add(date.max, 1),
    ):
        with pytest.raises(UnknownYearError):
            ask()


@pytest.mark.parametrize(
    "notice", [one for one in notices() if one.year >= 2025], ids=lambda one: str(one.year)
)
def test_every_notice_gives_the_days_that_are_fixed(notice):
    assert set(statutory_days(notice.year)) <= set(notice.rest)


@pytest.mark.parametrize("notice", notices(), ids=lambda one: str(one.year))
def test_the_almanac_agrees_with_every_notice_on_file(notice):
    for day, name in statutory_days(notice.year).items():
        assert name in notice.rest[day]


@pytest.mark.parametrize(
    ("year", "days"),
    [
        (2027, "01-01 02-05 02-06 02-07 02-08 04-05 05-01 05-02 06-09 09-15 10-01 10-02 10-03"),
        (2028, "01-01 01-25 01-26 01-27 01-28 04-04 05-01 05-02 05-28 10-01 10-02 10-03 10-03"),
        (2031, "01-01 01-22 01-23 01-24 01-25 04-05 05-01 05-02 06-24 10-01 10-01 10-02 10-03"),
    ],
)
def test_the_days_that_are_off_in_every_year(year, days):
    assert sorted(f"{day:%m-%d}" for day in statutory_days(year)) == sorted(set(days.split()))


def test_before_the_regulation_on_file_no_day_is_said_to_be_fixed():
    assert statutory_days(2024) == {}
    assert statutory_days(2061) == {}
