"""What is known of a case on a day, and which dates follow from it."""

from datetime import date

from ogi.clock import (
    Contest,
    Delay,
    Extension,
    History,
    Jurisdiction,
    Wait,
    as_of,
    clock_on,
    derive,
    next_dates,
)
from ogi.clock.reply import Pause, Period, reply_period
from ogi.law import cite

PLACE = Jurisdiction()
RECEIVED = date(2026, 9, 18)


def september(day: int) -> date:
    return date(2026, 9, day)


def march(day: int) -> date:
    return date(2026, 3, day)


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


def test_neither_a_later_receipt_nor_a_later_extension_or_delivery_is_known():
    history = History(
        received_on=september(22),
        extensions=(Extension(decided_on=september(22), told_on=september(23), workdays=5),),
        ended_on=september(22),
        reached_on=september(24),
        waits=(
            Wait(
                kind="organ",
                asked_on=september(18),
                over_on=september(22),
                reached_on=september(23),
            ),
        ),
    )
    known = as_of(history, september(22))
    assert as_of(history, september(21)).received_on is None
    assert (known.received_on, known.ended_on) == (september(22), september(22))
    assert ([one.told_on for one in known.extensions], known.reached_on) == ([None], None)
    assert (known.waits[0].over_on, known.waits[0].reached_on) == (september(22), None)


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


def test_a_consultation_that_was_over_before_the_period_began_anew_is_no_pause_of_it():
    consultation = Wait(kind="organ", asked_on=march(3), over_on=march(5))
    fee = Wait(kind="fee", asked_on=march(9), over_on=march(11))
    extension = Extension(decided_on=march(6), told_on=march(6), workdays=5)
    delay = Delay(fixed_on=march(8), until=date(2026, 5, 8))
    period = reply_period(
        History(
            received_on=march(2),
            waits=(fee, consultation),
            extensions=(extension,),
            delays=(delay,),
        ),
        PLACE,
    )
    former = Period(
        march(2),
        20,
        date(2026, 5, 8),
        pauses=(Pause(march(3), march(5), (consultation,), 2),),
        extended=((extension, 5),),
        delayed=((delay, 18),),
        broken_by=fee,
    )
    assert period == Period(march(11), 20, date(2026, 4, 9), former=(former,))


def test_a_period_that_began_anew_and_is_paused_has_no_last_day():
    fee = Wait(kind="fee", asked_on=march(3), over_on=march(5))
    asked = Wait(kind="organ", asked_on=march(10))
    ended = Wait(kind="organ", asked_on=march(6), over_on=march(9))
    history = History(received_on=march(2), waits=(asked, ended, fee))
    period = reply_period(history, PLACE)
    assert (period.start, period.workdays, period.due) == (march(5), 20, None)
    assert period.pauses == (Pause(march(6), march(9), (ended,), 1),)
    assert [one.broken_by for one in period.former] == [fee]
    clock = clock_on(history, march(12), PLACE)
    assert (clock.on, clock.due) == (march(12), reply_period(history, PLACE, march(12)).due)
    assert clock.due == date(2026, 4, 8)


def test_what_waits_for_the_begin_of_a_new_period_keeps_what_broke_it_off():
    asked = Wait(kind="correction", asked_on=march(4))
    period = reply_period(History(received_on=march(2), waits=(asked,)), PLACE)
    assert (period.start, period.workdays, period.due) == (march(2), 20, None)
    assert period.broken_by == asked
    dates = next_dates(History(received_on=march(2), waits=(asked,)), march(5), PLACE)
    assert [(one.code, one.why) for one in dates if one.day is None] == [
        ("L2", "没有记载签收之日"),
        ("L3", "等补正"),
    ]


def test_a_date_says_who_must_act_since_when_and_what_follows():
    asked = Wait(kind="third_party", asked_on=march(3), reached_on=march(4), who="甲公司")
    history = History(received_on=march(2), waits=(asked,))
    first, third_party, reply = next_dates(history, march(5), PLACE)
    assert (first.code, first.since, first.whose) == ("L1", march(2), "本机关")
    assert (third_party.label, third_party.day) == ("提出意见（甲公司）", date(2026, 3, 25))
    assert (third_party.whose, third_party.since) == ("第三方", march(4))
    assert third_party.cites == cite("ogi-2019/32")
    assert third_party.then == "由行政机关依照条例决定是否公开"
    assert (reply.since, reply.why, reply.then) == (
        march(2),
        "",
        "申请人可以申请行政复议或者提起行政诉讼",
    )


def test_a_derivation_says_of_every_day_why_it_counts_or_not():
    correction = Wait(kind="correction", asked_on=march(4), over_on=march(9))
    organ = Wait(kind="organ", asked_on=march(11), over_on=march(13), who="水务局")
    history = History(received_on=march(2), receipt="网上提交", waits=(correction, organ))
    ogi = "《中华人民共和国政府信息公开条例》"
    assert [
        (str(one.first)[5:], str(one.last)[5:], one.nature, one.counts, one.why, one.source)
        for one in derive(history, date(2026, 4, 15), PLACE).lines
        if one.nature != "休息日" and not (one.counts and not one.why)
    ] == [
        ("03-02", "03-02", "起算", False, "网上提交，当日不计", f"{ogi}第三十一条"),
        (
            *("03-03", "03-08", "不计入", False),
            "补正，期限自收到补正的次日起重新计算",
            f"{ogi}第三十条",
        ),
        ("03-09", "03-09", "起算", False, "收到补正，当日不计", f"{ogi}第三十条"),
        (
            *("03-12", "03-13", "工作日", False),
            "征求其他行政机关意见（水务局），不计入",
            f"{ogi}第三十三条第三款",
        ),
        (
            *("04-04", "04-06", "清明节放假", False, ""),
            "国务院办公厅关于2026年部分节假日安排的通知",
        ),
        ("04-09", "04-09", "工作日", True, "期限届满", f"{ogi}第三十三条第二款"),
        ("04-10", "04-15", "逾期", False, "逾期4个工作日", ""),
    ]


def test_a_single_day_that_was_broken_off_stands_in_the_derivation():
    wait = Wait(kind="correction", asked_on=RECEIVED, over_on=september(20))
    lines = derive(History(received_on=RECEIVED, waits=(wait,)), september(22), PLACE).lines
    assert [(one.first, one.last) for one in lines if one.nature == "不计入"] == [
        (september(19), september(19))
    ]
