"""How a clock stands, beyond what the cases of the law say."""

from datetime import date

import pytest

from ogi.clock import ClockState, Extension, History, Jurisdiction, Wait, clock_on, derive
from ogi.workdays import WorkCalendar

PLACE = Jurisdiction()
FRIDAY = date(2026, 9, 18)
ASKED = Wait(kind="correction", asked_on=date(2026, 9, 21), until=date(2026, 10, 12))


def test_a_correction_that_did_not_come_is_still_waited_for():
    clock = clock_on(History(received_on=FRIDAY, waits=(ASKED,)), date(2026, 11, 2), PLACE)
    assert clock.waits == (ASKED,)
    assert clock.state is ClockState.BROKEN


def test_who_is_done_with_waits_for_nobody():
    history = History(
        received_on=FRIDAY, waits=(ASKED,), ended_on=date(2026, 10, 20), ending="撤回"
    )
    clock = clock_on(history, date(2026, 11, 2), PLACE)
    assert (clock.waits, clock.state, clock.left) == ((), ClockState.ENDED, None)
    assert (clock.ended_on, clock.ending) == (date(2026, 10, 20), "撤回")


def test_who_was_asked_today_is_waited_for_and_who_answered_today_is_not():
    wait = Wait(kind="organ", asked_on=date(2026, 9, 22), over_on=date(2026, 9, 24))
    history = History(received_on=FRIDAY, waits=(wait,))
    seen = [
        (day, clock_on(history, date(2026, 9, day), PLACE).state.value) for day in (21, 22, 23, 24)
    ]
    assert seen == [(21, "running"), (22, "paused"), (23, "paused"), (24, "running")]


@pytest.mark.notices_until(2026)
def test_a_provisional_year_is_told():
    history = History(received_on=date(2026, 12, 15))
    place = Jurisdiction(WorkCalendar(provisional=True))
    clock = clock_on(history, date(2026, 12, 16), place)
    assert clock.provisional_years == (2027,)
    assert clock.notes == ("2027年的放假安排尚未收录，暂按周一至周五、除去法定节日推算，结果待定",)
    natures = {line.nature for line in derive(history, date(2026, 12, 16), place).lines}
    assert {"工作日", "工作日（暂推）", "休息日（暂推）"} <= natures


def test_a_year_on_file_has_nothing_provisional():
    assert clock_on(History(received_on=FRIDAY), FRIDAY, PLACE).provisional_years == ()


def test_what_is_practice_and_not_law_is_told_once():
    waits = tuple(
        Wait(kind="reasons", asked_on=date(2026, 9, day), until=date(2026, 9, 30))
        for day in (21, 22)
    )
    clock = clock_on(History(received_on=FRIDAY, waits=waits), date(2026, 9, 23), PLACE)
    assert clock.notes == ("条例没有规定要求说明理由对答复期限的影响；默认不停止计算，可以配置",)


def test_every_state_of_a_clock_has_a_chinese_word():
    assert len({state.label for state in ClockState}) == len(ClockState)


def test_the_derivation_says_what_was_waited_for_on_each_day():
    history = History(
        received_on=FRIDAY,
        waits=(
            Wait(
                kind="third_party",
                asked_on=date(2026, 9, 21),
                over_on=date(2026, 9, 23),
                who="甲公司",
            ),
            Wait(kind="organ", asked_on=date(2026, 9, 22), over_on=date(2026, 9, 24)),
        ),
        extensions=(Extension(decided_on=FRIDAY, told_on=date(2026, 9, 25), workdays=1),),
    )
    lines = derive(history, date(2026, 9, 25), PLACE).lines
    said = {line.first: line.why for line in lines if line.why}
    assert said[date(2026, 9, 18)] == "收到申请，当日不计"
    assert said[date(2026, 9, 22)] == "征求第三方意见（甲公司），不计入"
    assert said[date(2026, 9, 23)] == "征求第三方意见（甲公司）、征求其他行政机关意见，不计入"
    assert said[date(2026, 9, 24)] == "征求其他行政机关意见，不计入"
    assert lines[-1].why == "延长的工作日，期限届满"
    assert lines[-1].source == "《中华人民共和国政府信息公开条例》第三十三条第二款"


def test_the_derivation_of_a_broken_period_says_what_it_waits_for():
    history = History(received_on=FRIDAY, waits=(ASKED,))
    lines = derive(history, date(2026, 9, 30), PLACE).lines
    assert [(line.first, line.last, line.nature) for line in lines] == [
        (FRIDAY, FRIDAY, "起算"),
        (date(2026, 9, 19), date(2026, 9, 30), "不计入"),
    ]
    assert lines[1].why == "补正，期限自收到补正的次日起重新计算"


def test_the_derivation_of_a_new_period_begins_with_the_old_one():
    came = Wait(kind="correction", asked_on=date(2026, 9, 21), over_on=date(2026, 9, 24))
    lines = derive(History(received_on=FRIDAY, waits=(came,)), date(2026, 9, 30), PLACE).lines
    assert [(line.first, line.last) for line in lines[:3]] == [
        (FRIDAY, FRIDAY),
        (date(2026, 9, 19), date(2026, 9, 23)),
        (date(2026, 9, 24), date(2026, 9, 24)),
    ]
    assert lines[2].why == "收到补正，当日不计"


def test_days_that_are_overdue_are_a_line_of_their_own():
    lines = derive(History(received_on=FRIDAY), date(2026, 10, 26), PLACE).lines
    assert (lines[-1].first, lines[-1].last) == (date(2026, 10, 23), date(2026, 10, 26))
    assert lines[-1].why == "逾期2个工作日"


def test_nothing_is_derived_before_receipt_is_settled():
    derivation = derive(History(received_on=None), FRIDAY, PLACE)
    assert (derivation.lines, derivation.due) == ((), None)


def test_a_derivation_from_the_first_line_to_the_last():
    notice = "国务院办公厅关于2026年部分节假日安排的通知"
    law = "《中华人民共和国政府信息公开条例》"
    lines = derive(History(received_on=FRIDAY), date(2026, 9, 30), PLACE).lines
    assert [
        (f"{line.first:%m-%d}", f"{line.last:%m-%d}", line.nature, line.first_number, line.source)
        for line in lines
    ] == [
        ("09-18", "09-18", "起算", 0, f"{law}第三十一条"),
        ("09-19", "09-19", "休息日", 0, ""),
        ("09-20", "09-20", "调休上班", 1, notice),
        ("09-21", "09-24", "工作日", 2, ""),
        ("09-25", "09-27", "中秋节放假", 0, notice),
        ("09-28", "09-30", "工作日", 6, ""),
        ("10-01", "10-07", "国庆节放假", 0, notice),
        ("10-08", "10-09", "工作日", 9, ""),
        ("10-10", "10-10", "调休上班", 11, notice),
        ("10-11", "10-11", "休息日", 0, ""),
        ("10-12", "10-16", "工作日", 12, ""),
        ("10-17", "10-18", "休息日", 0, ""),
        ("10-19", "10-21", "工作日", 17, ""),
        ("10-22", "10-22", "工作日", 20, f"{law}第三十三条第二款"),
    ]
    assert [line.why for line in lines if line.why] == ["收到申请，当日不计", "期限届满"]
    assert [line.counts for line in lines] == [line.first_number > 0 for line in lines]


def test_a_correction_that_came_the_day_after_leaves_no_days_between():
    came = Wait(kind="correction", asked_on=FRIDAY, over_on=date(2026, 9, 19))
    lines = derive(History(received_on=FRIDAY, waits=(came,)), date(2026, 9, 30), PLACE).lines
    assert [(line.first.day, line.nature) for line in lines[:3]] == [
        (18, "起算"),
        (19, "起算"),
        (20, "调休上班"),
    ]


def test_the_days_of_an_extension_are_told_from_those_of_the_law():
    told = Extension(decided_on=FRIDAY, workdays=2, told_on=FRIDAY)
    lines = derive(History(received_on=FRIDAY, extensions=(told,)), FRIDAY, PLACE).lines
    assert [(line.first_number, line.last_number, line.why) for line in lines[-4:]] == [
        (17, 20, ""),
        (21, 21, "延长的工作日"),
        (0, 0, ""),
        (22, 22, "延长的工作日，期限届满"),
    ]
