"""The data files of the clock are refused when they are wrong, and agree with the law on file."""

from datetime import date

import pytest

from ogi.clock import Jurisdiction, Wait, reply_due, wait_kinds
from ogi.clock.dates import next_dates
from ogi.clock.due_date import date_rules, read_date_rules
from ogi.clock.history import History
from ogi.clock.terms import last_day_of
from ogi.clock.waits import kind_of, read_wait_kinds
from ogi.errors import DataFileError, UsageError
from ogi.law import provision
from ogi.workdays import WorkCalendar

CORRECTION = {
    "label": "补正",
    "from": "申请人",
    "done": "收到补正",
    "restarts": "correction_restarts",
    "code": "L2",
    "cites": "ogi-2019/30",
}


def _without(*keys, **more):
    return {"odd": {key: one for key, one in CORRECTION.items() if key not in keys} | more}


def test_a_wait_as_it_should_be():
    assert read_wait_kinds({"correction": CORRECTION})["correction"].done == "收到补正"


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        (_without("label"), "needs label"),
        (_without(colour="red"), "no other keys"),
        (_without(period="a_fortnight"), "unknown provisions"),
        (_without("restarts", "done"), "either restart the period or pause it"),
        (_without(pauses="consultation_pauses"), "either restart the period or pause it"),
        (_without("done"), "what ends it"),
        (_without(cites="no-such-law/3"), "no instrument"),
    ],
)
def test_a_wrong_wait_is_refused(data, wrong):
    with pytest.raises(DataFileError, match=wrong):
        read_wait_kinds(data)


def test_a_wait_of_no_kind_is_refused():
    odd = History(
        received_on=date(2026, 9, 18), waits=(Wait(kind="lunch", asked_on=date(2026, 9, 21)),)
    )
    with pytest.raises(UsageError, match="no wait is called 'lunch'"):
        reply_due(odd)


def test_a_date_of_an_unknown_provision_is_refused():
    with pytest.raises(DataFileError, match="a_fortnight"):
        read_date_rules({"L1": {"label": "补正", "whose": "本机关", "provision": "a_fortnight"}})


def test_every_date_says_what_it_rests_on_and_what_follows():
    day = date(2026, 9, 21)
    waits = tuple(
        Wait(kind=kind, asked_on=date(2026, 9, 20), reached_on=day)
        for kind in ("third_party", "organ")
    )
    history = History(received_on=date(2026, 9, 18), waits=waits)
    said = {
        one.code: (one.whose, str(one.cites), one.then, one.since)
        for one in next_dates(history, date(2026, 9, 22), Jurisdiction())
    }
    law = "《中华人民共和国政府信息公开条例》"
    assert said["L6"] == ("其他行政机关", f"{law}第三十四条", "视为同意公开", day)
    assert said["L5"][:2] == ("第三方", f"{law}第三十二条")
    assert said["L3"][:2] == ("本机关", f"{law}第三十三条第二款")
    assert said["L1"][:2] == ("本机关", f"{law}第三十条")


def test_a_date_that_is_not_known_says_why():
    fee = Wait(kind="fee", asked_on=date(2026, 9, 21))
    history = History(received_on=date(2026, 9, 18), waits=(fee,))
    why = {one.code: one.why for one in next_dates(history, date(2026, 9, 22), Jurisdiction())}
    assert why == {"L1": "", "L7": "没有记载签收之日", "L3": "等缴纳信息处理费"}


def test_the_soonest_date_comes_first_and_what_is_not_known_last():
    waits = (
        Wait(kind="third_party", asked_on=date(2026, 9, 21), who="甲公司"),
        Wait(kind="organ", asked_on=date(2026, 9, 21), reached_on=date(2026, 9, 21)),
    )
    history = History(received_on=date(2026, 9, 18), waits=waits)
    dates = next_dates(history, date(2026, 9, 22), Jurisdiction())
    assert [one.code for one in dates] == ["L1", "L6", "L3", "L5"]
    assert dates[-1].label == "提出意见（甲公司）"


def test_every_wait_with_a_number_has_its_date():
    assert {kind.code for kind in wait_kinds().values()} - {""} <= set(date_rules())


def test_every_wait_is_known_by_its_own_key():
    for key in wait_kinds():
        assert kind_of(Wait(kind=key, asked_on=date(2026, 9, 21))).key == key


@pytest.mark.parametrize(
    ("name", "start", "last"),
    [
        ("review_period", date(2025, 11, 3), date(2026, 1, 4)),  # a Friday off, then worked
        ("suit_period", date(2025, 8, 31), date(2026, 2, 28)),  # worked in lieu
        ("suit_period", date(2025, 12, 8), date(2026, 6, 8)),
        ("suit_after_review_period", date(2026, 6, 1), date(2026, 6, 16)),
        ("publication_period", date(2026, 9, 18), date(2026, 10, 22)),
        pytest.param(  # a Sunday of a year without a notice
            *("suit_period", date(2026, 8, 29), date(2027, 3, 1)),
            marks=pytest.mark.notices_until(2026),
        ),
    ],
)
def test_a_period_in_days_months_or_working_days_has_its_last_day(name, start, last):
    assert last_day_of(start, provision(name, start), WorkCalendar()) == last


def test_what_is_no_period_has_no_last_day():
    with pytest.raises(UsageError, match="no period of a case"):
        last_day_of(date(2026, 9, 18), provision("page_size", date(2026, 9, 18)), WorkCalendar())


def test_nothing_is_due_before_receipt_is_settled():
    assert reply_due(History(received_on=None), Jurisdiction()) is None
