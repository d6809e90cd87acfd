"""The data files of the clock are refused when they are wrong, and agree with the law on file."""

from datetime import date

import pytest
from data.everything import Changed, path_of

from ogi.clock import Jurisdiction, Wait, reply_due, wait_kinds
from ogi.clock.date_rules import date_rules
from ogi.clock.dates import next_dates
from ogi.clock.history import History
from ogi.clock.terms import last_day_of
from ogi.clock.waits import kind_of
from ogi.data import of_place
from ogi.errors import DataFileError, UsageError
from ogi.law import provision
from ogi.workdays import WorkCalendar

WAITS = path_of("clock/waits.yaml")
DATES = path_of("clock/dates.yaml")


def _faults(path, read, old, new):
    """What is said of a data file in which something stands otherwise."""
    text = path.read_text(encoding="utf-8")
    assert old in text
    with of_place(Changed(path, text.replace(old, new, 1))), pytest.raises(DataFileError) as caught:
        read()
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "wrong"),
    [
        ("  label: 补正\n", "", "label"),
        ("  label: 补正\n", "  label: 补正\n  colour: red\n", "colour"),
        ("period: third_party_period", "period: third_party_periods", "third_party_period"),
        ("  restarts: correction_restarts\n", "", "只写一个"),
        ("  done: 收到补正\n", "", "done 在写了 restarts 时才写"),
        ("  pauses: consultation_pauses\n", "  done: 完\n  pauses: consultation_pauses\n", "done"),
        ("  within: correction_notice_period\n", "", "within 和 late 要一起写"),
        ("code: L2", "code: L99", "期限编号"),
        ("cites: ogi-2019/30", "cites: no-such-law/3", "no-such-law"),
    ],
)
def test_a_wrong_wait_is_refused(old, new, wrong):
    assert wrong in _faults(WAITS, wait_kinds, old, new)


def test_a_wait_of_no_kind_is_refused():
    odd = History(
        received_on=date(2026, 9, 18), waits=(Wait(kind="lunch", asked_on=date(2026, 9, 21)),)
    )
    with pytest.raises(UsageError, match="no wait is called 'lunch'"):
        reply_due(odd)


def test_a_date_of_an_unknown_provision_is_refused():
    slip = _faults(DATES, date_rules, "provision: suit_period", "provision: a_fortnight")
    assert "a_fortnight" in slip


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
    assert {kind.code for kind in wait_kinds().values()} - {None} <= set(date_rules())


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
