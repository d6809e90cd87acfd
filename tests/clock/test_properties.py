"""What holds of every reply period, whatever happened."""

from dataclasses import replace
from datetime import date, timedelta
from types import MappingProxyType

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clock.by_hand import due_by_hand
from ogi.clock import (
    ClockState,
    Contest,
    Extension,
    History,
    Jurisdiction,
    Wait,
    as_of,
    clock_on,
    derive,
    last_day,
    next_dates,
    reply_due,
)
from ogi.workdays import Region, WorkCalendar

PLACE = Jurisdiction()
SETTINGS = settings(derandomize=True, max_examples=150, deadline=None)
DAY = timedelta(1)

received = st.dates(date(2021, 1, 4), date(2025, 12, 31))
spans = st.tuples(st.integers(0, 45), st.integers(0, 40))


@st.composite
def histories(draw, restarts=True):
    start = draw(received)
    waits = [
        Wait(
            kind=draw(st.sampled_from(("third_party", "organ"))),
            asked_on=start + after * DAY,
            over_on=start + (after + long) * DAY,
            reached_on=draw(st.sampled_from((None, start + (after + 2) * DAY))),
            who=str(number),
        )
        for number, (after, long) in enumerate(draw(st.lists(spans, max_size=4)))
    ]
    if restarts and draw(st.booleans()):
        after, long = draw(st.tuples(st.integers(0, 30), st.integers(0, 30)))
        asked = start + after * DAY
        waits.append(Wait(kind="fee", asked_on=asked, over_on=asked + long * DAY))
    extensions = tuple(
        Extension(decided_on=start + after * DAY, told_on=start + after * DAY, workdays=workdays)
        for after, workdays in draw(
            st.lists(st.tuples(st.integers(0, 60), st.integers(1, 25)), max_size=2)
        )
    )
    return History(received_on=start, waits=tuple(waits), extensions=extensions)


@SETTINGS
@given(histories())
def test_the_fold_agrees_with_counting_on_the_fingers(history):
    assert reply_due(history, PLACE) == due_by_hand(history, PLACE)


@SETTINGS
@given(histories(), st.randoms(use_true_random=False))
def test_the_order_of_recording_does_not_matter(history, chance):
    waits, extensions = list(history.waits), list(history.extensions)
    chance.shuffle(waits)
    chance.shuffle(extensions)
    shuffled = replace(history, waits=tuple(waits), extensions=tuple(extensions))
    assert reply_due(shuffled, PLACE) == reply_due(history, PLACE)


@SETTINGS
@given(histories(), st.integers(0, 40))
def test_splitting_a_pause_in_two_changes_nothing(history, at):
    split = []
    for wait in history.waits:
        middle = wait.asked_on + at * DAY
        if wait.kind != "fee" and middle < wait.over_on:
            split += [replace(wait, over_on=middle), replace(wait, asked_on=middle)]
        else:
            split.append(wait)
    assert reply_due(replace(history, waits=tuple(split)), PLACE) == reply_due(history, PLACE)


@SETTINGS
@given(histories(), st.integers(1, 19))
def test_one_more_working_day_of_extension_never_moves_the_day_earlier(history, workdays):
    told = history.received_on + 3 * DAY

    def due(days):
        more = Extension(decided_on=told, told_on=told, workdays=days)
        return reply_due(replace(history, extensions=(more,)), PLACE)

    assert due(workdays) <= due(workdays + 1)


@SETTINGS
@given(histories(restarts=False))
def test_a_longer_consultation_never_moves_the_day_earlier(history):
    longer = tuple(replace(wait, over_on=wait.over_on + DAY) for wait in history.waits)
    assert reply_due(history, PLACE) <= reply_due(replace(history, waits=longer), PLACE)


@SETTINGS
@given(histories(restarts=False), st.integers(1, 80))
def test_one_more_day_of_rest_never_moves_the_day_earlier(history, at):
    rest = MappingProxyType({history.received_on + at * DAY: "地方节日"})
    festive = Jurisdiction(WorkCalendar(Region("澜川", "", rest)))
    assert reply_due(history, PLACE) <= reply_due(history, festive)


@SETTINGS
@given(received)
def test_a_later_receipt_never_moves_the_day_earlier(start):
    days = [reply_due(History(received_on=start + n * DAY), PLACE) for n in (0, 1)]
    assert days[0] <= days[1]


@SETTINGS
@given(histories())
def test_the_last_day_is_a_working_day_after_receipt(history):
    due = reply_due(history, PLACE)
    assert due > history.received_on
    assert PLACE.calendar.is_workday(due)


@SETTINGS
@given(histories(), st.integers(0, 120))
def test_what_happens_later_does_not_change_what_was_known(history, after):
    on = history.received_on + after * DAY
    known = as_of(history, on)
    assert clock_on(known, on, PLACE) == clock_on(history, on, PLACE)
    assert as_of(known, on) == known


@SETTINGS
@given(histories(), st.integers(0, 120))
def test_the_derivation_counts_as_many_days_as_the_period_has(history, after):
    on = history.received_on + after * DAY
    clock, derivation = clock_on(history, on, PLACE), derive(history, on, PLACE)
    assert derivation.due == clock.due
    if clock.due is None:
        return
    period = clock.period
    added = sum(days for _, days in (*period.extended, *period.delayed))
    assert derivation.lines[-1].last == max(clock.due, on if clock.overdue else clock.due)
    assert max(line.last_number for line in derivation.lines) == period.workdays + added
    assert derivation.lines[0].first == history.received_on


@SETTINGS
@given(histories(), st.integers(0, 120))
def test_a_day_takes_one_working_day_at_most_from_what_is_left(history, after):
    on = history.received_on + after * DAY
    today, tomorrow = clock_on(history, on, PLACE), clock_on(history, on + DAY, PLACE)
    if ClockState.BROKEN in (today.state, tomorrow.state) or today.overdue or tomorrow.overdue:
        return
    if len(today.period.former) == len(tomorrow.period.former):
        assert tomorrow.left >= today.left - 1
    if today.state is tomorrow.state is ClockState.PAUSED:
        assert tomorrow.left >= today.left


@SETTINGS
@given(histories(), st.integers(0, 160))
def test_nothing_is_both_left_and_overdue(history, after):
    clock = clock_on(history, history.received_on + after * DAY, PLACE)
    assert not (clock.left and clock.overdue)
    assert clock.state is not ClockState.BROKEN or not clock.overdue


@pytest.mark.parametrize("wait", ["third_party", "organ"])
def test_an_endless_wait_has_no_last_day_until_a_day_is_named(wait):
    start = date(2026, 3, 2)
    history = History(received_on=start, waits=(Wait(kind=wait, asked_on=start + DAY),))
    assert reply_due(history, PLACE) is None
    assert reply_due(history, PLACE, on=start + 2 * DAY) is not None


any_day = st.dates(date(2008, 1, 1), date(2040, 12, 31))


@st.composite
def untidy_histories(draw):
    """Histories of any year, with letters that did not arrive and extensions nobody was told of."""
    start = draw(any_day)
    day = st.integers(0, 60).map(lambda n: start + n * DAY)
    maybe = st.one_of(st.none(), day)
    waits = tuple(
        Wait(
            kind=draw(st.sampled_from(("correction", "third_party", "organ", "reasons", "fee"))),
            asked_on=draw(day),
            over_on=draw(maybe),
            reached_on=draw(maybe),
            until=draw(maybe),
            who=str(number),
        )
        for number in range(draw(st.integers(0, 3)))
    )
    extensions = tuple(
        Extension(decided_on=draw(day), told_on=draw(maybe), workdays=10)
        for _ in range(draw(st.integers(0, 1)))
    )
    ended = draw(maybe)
    confirms = draw(st.booleans())
    return History(
        received_on=draw(maybe) if confirms else start,
        arrived_on=start,
        confirms=confirms,
        until=draw(maybe),
        ordered=draw(st.booleans()),
        waits=waits,
        extensions=extensions,
        ended_on=ended,
        replied=ended is not None,
        reached_on=draw(maybe),
        review_first=draw(st.sampled_from(("", "part", "whole"))),
        contests=(Contest(kind="review", filed_on=draw(day)),) if draw(st.booleans()) else (),
    )


@SETTINGS
@given(untidy_histories(), st.integers(0, 400), st.booleans())
def test_nothing_raises_for_any_day_and_what_is_open_says_why(history, after, provisional):
    place = Jurisdiction(WorkCalendar(provisional=provisional))
    on = history.arrived_on + after * DAY
    clock = clock_on(history, on, place)
    derive(history, on, place)
    dates = next_dates(history, on, place)
    assert all(one.day or one.why for one in dates)
    if clock.due is None and clock.period and not clock.period.broken_by:
        assert any("待定" in note for note in clock.notes)
        assert not clock.overdue
    silent = any("逾期没有答复" in one.label for one in dates)
    if history.review_first == "whole" and not silent:
        assert "L11" not in {one.code for one in dates}


@SETTINGS
@given(untidy_histories(), st.integers(0, 200))
def test_a_letter_that_did_not_arrive_never_ends_a_period(history, after):
    on = history.arrived_on + after * DAY
    for wait in as_of(history, on).waits:
        if wait.reached_on is None:
            assert last_day(wait, PLACE) is None


@SETTINGS
@given(untidy_histories(), st.integers(0, 200))
def test_an_extension_that_nobody_was_told_of_moves_nothing(history, after):
    on = history.arrived_on + after * DAY
    untold = tuple(replace(one, told_on=None) for one in history.extensions)
    without = replace(history, extensions=())
    assert reply_due(replace(history, extensions=untold), PLACE, on) == reply_due(
        without, PLACE, on
    )


@SETTINGS
@given(untidy_histories(), st.integers(0, 200), st.integers(1, 60))
def test_one_more_day_of_rest_in_any_year_never_moves_the_day_earlier(history, after, at):
    on = history.arrived_on + after * DAY
    rest = MappingProxyType({history.arrived_on + at * DAY: "地方节日"})
    festive = Jurisdiction(WorkCalendar(Region("澜川", "", rest)))
    plain = History(received_on=history.arrived_on, extensions=history.extensions)
    pair = [reply_due(plain, one, on) for one in (PLACE, festive)]
    assert None in pair or pair[0] <= pair[1]


@SETTINGS
@given(received, st.integers(1, 90))
def test_a_day_named_by_an_order_is_never_before_the_day_it_names(start, after):
    until = start + after * DAY
    ordered = History(received_on=start, ordered=True, until=until)
    due = reply_due(ordered, PLACE)
    assert due >= until
    assert PLACE.calendar.count(until, due) <= 1
