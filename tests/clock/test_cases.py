"""The cases of tests/cases/clock: what the law says of a day, in YAML."""

from datetime import date
from itertools import pairwise

import pytest
from workdays.cases import by_name

from clock.by_hand import due_by_hand
from clock.cases import KNOWN, history_of, load_cases
from ogi.clock import Jurisdiction, clock_on, derive, next_dates, reply_due
from ogi.law import Law
from ogi.workdays import WorkCalendar

CASES = load_cases()
LAWS = ("条例第", "国", "法释", "行政", "民事", "全国", "指导")
EXPECTED = {"due", "left", "overdue", "state", "dates", "notes", "seen", "place", "notices_until"}


def _place(case):
    return Jurisdiction(WorkCalendar(), Law(case.get("place", {})))


@pytest.mark.parametrize("name", by_name(CASES))
def test_the_law_says_so_of_this_case(name):
    case = CASES[name]
    history, place = history_of(case), _place(case)
    assert set(case) <= KNOWN | EXPECTED
    assert not set(case) & (EXPECTED - {"due", "place", "notices_until"}) or "seen" in case
    if "seen" not in case:
        assert reply_due(history, place) == case["due"]
        return
    clock = clock_on(history, case["seen"], place)
    seen = {
        "due": clock.due,
        "left": clock.left,
        "overdue": clock.overdue,
        "state": clock.state.value,
        "notes": list(clock.notes),
        "dates": {one.code: one.day for one in next_dates(history, case["seen"], place)},
    }
    assert {key: seen[key] for key in seen if key in case} == {
        key: case[key] for key in seen if key in case
    }


@pytest.mark.parametrize("name", CASES)
def test_every_case_names_its_article(name):
    assert CASES[name]["article"].startswith(LAWS)


def _countable(case):
    """Cases whose last day can be counted on the fingers."""
    plain = not {"place", "delayed", "ordered", "reasons", "help"} & set(case)
    done = all(wait.over_on or wait.reached_on for wait in history_of(case).waits)
    return plain and done and "received" in case and "seen" not in case


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if _countable(case)])
def test_counting_on_the_fingers_gives_the_same_day(name):
    case = CASES[name]
    assert due_by_hand(history_of(case), _place(case)) == case["due"]


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if case.get("due")])
def test_the_derivation_ends_on_the_last_day_without_a_gap(name):
    case = CASES[name]
    on = case.get("seen", date(2026, 12, 31))
    derivation = derive(history_of(case), on, _place(case))
    lines = derivation.lines
    assert all((b.first - a.last).days == 1 for a, b in pairwise(lines))
    if "seen" in case:
        assert derivation.due == case["due"]
    numbered = [line for line in lines if line.counts]
    assert numbered[-1].last == derivation.due
    assert [line.first_number for line in numbered] == [
        1,
        *(line.last_number + 1 for line in numbered[:-1]),
    ]


def test_there_are_cases_enough():
    assert len(CASES) >= 45
