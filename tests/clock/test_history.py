"""What is known of a case on a day, and which dates follow from it."""

from datetime import date

from ogi.clock import Contest, Delay, History, Jurisdiction, Wait, as_of, derive, next_dates
from ogi.clock.reply import reply_period

PLACE = Jurisdiction()
RECEIVED = date(2026, 9, 18)


def september(day: int) -> date:
    return date(2026, 9, day)


def codes(history: History, on: date) -> list[str]:
    return [one.code for one in next_dates(history, on, PLACE)]


def test_what_happened_today_is_known_and_what_is_still_to_come_is_not():
    history = History(
        received_on=RECEIVED,
        waits=(
            Wait(
                kind="correction",
                asked_on=september(21),
                reached_on=september(22),
                over_on=september(24),
            ),
        ),
        delays=(Delay(fixed_on=september(22), until=date(2026, 12, 1)),),
        contests=(Contest(kind="review", filed_on=september(22), decided_on=september(24)),),
    )
    before, then = as_of(history, september(21)), as_of(history, september(22))
    assert (before.waits[0].reached_on, before.delays, before.contests) == (None, (), ())
    assert (then.waits[0].reached_on, then.waits[0].over_on) == (september(22), None)
    assert then.delays == history.delays
    assert then.contests == (Contest(kind="review", filed_on=september(22)),)
    assert as_of(history, september(24)) == history


def test_an_application_that_needs_no_confirmation_has_nothing_due_before_it_is_received():
    assert codes(History(received_on=None, arrived_on=RECEIVED), RECEIVED) == []
    assert codes(History(received_on=None, confirms=True), RECEIVED) == []
    assert codes(History(received_on=None, arrived_on=RECEIVED, confirms=True), RECEIVED) == ["L9"]


def test_who_withdrew_has_no_remedy_and_who_had_a_reply_has():
    over = {"received_on": RECEIVED, "ended_on": september(22), "reached_on": september(23)}
    assert codes(History(**over), september(23)) == []
    assert {"L10", "L11"} <= set(codes(History(**over, replied=True), september(23)))


def test_a_suit_takes_a_review_decision_to_court_from_the_day_it_was_made():
    review = Contest(kind="review", filed_on=september(10), decided_on=september(22))

    def open_after(*others: Contest) -> bool:
        history = History(received_on=RECEIVED, contests=(review, *others))
        return "L12" in codes(history, september(28))

    assert open_after()
    assert not open_after(Contest(kind="suit_after_review", filed_on=september(22)))
    assert open_after(Contest(kind="suit_after_review", filed_on=september(21)))
    assert open_after(Contest(kind="direct_suit", filed_on=september(23)))


def test_why_a_date_is_not_known_is_said_only_where_it_is_not():
    asked = Wait(kind="third_party", asked_on=september(21))
    reached = Wait(kind="third_party", asked_on=september(21), reached_on=september(22))
    for wait, why in ((asked, "没有记载签收之日"), (reached, "")):
        dates = next_dates(History(received_on=RECEIVED, waits=(wait,)), september(23), PLACE)
        (due,) = [one for one in dates if one.code == "L5"]
        assert (due.why, due.day is None) == (why, bool(why))


def test_consultations_that_touch_are_one_pause():
    first = Wait(kind="organ", asked_on=september(21), over_on=september(23))
    second = Wait(kind="organ", asked_on=september(23), over_on=september(25))
    history = History(received_on=RECEIVED, waits=(first, second))
    (pause,) = reply_period(history, PLACE).pauses
    assert (pause.since, pause.until) == (september(21), september(25))
    assert pause.waits == (first, second)


def test_a_single_day_that_was_broken_off_stands_in_the_derivation():
    wait = Wait(kind="correction", asked_on=RECEIVED, over_on=september(20))
    lines = derive(History(received_on=RECEIVED, waits=(wait,)), september(22), PLACE).lines
    assert [(one.first, one.last) for one in lines if one.nature == "不计入"] == [
        (september(19), september(19))
    ]
