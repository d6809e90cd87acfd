"""How a case stands: what its samples say, and what its deadlines were."""

from datetime import date, timedelta

import pytest
from conftest import ROOT

from docket.walks import place_of, role_of, walks
from ogi.casework import (
    Applicant,
    ApplicantClass,
    Channel,
    DeliveryWay,
    Item,
    case_table,
    load_ledger,
    progress,
)
from ogi.casework.intake import Arrived, Confirmed, Registered
from ogi.casework.replying import (
    Delivered,
)
from ogi.clock import Jurisdiction
from ogi.docket import (
    allowed,
    asked_by_several,
    astray,
    deadlines,
    derivation,
    history,
    past_deadlines,
    refusals,
    repeated_applications,
    standing,
    standings,
)
from ogi.law import Law, OrganRules

LEDGERS = {
    path.stem: load_ledger(path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / "samples" / "ledgers").glob("*.yaml"))
}
FRIDAY = date(2026, 9, 18)


@pytest.mark.parametrize("name", LEDGERS)
def test_the_sample_ledgers_keep_the_law(name):
    assert [str(one) for one in astray(LEDGERS[name])] == []


def test_the_deadlines_a_case_had_before_are_told_with_their_causes():
    past = past_deadlines(LEDGERS["third-party-and-extension"], date(2026, 10, 30))
    assert [(one.since, one.due, one.cause) for one in past] == [
        (date(2026, 9, 18), date(2026, 10, 22), "收到申请、登记"),
        (date(2026, 9, 22), None, "征求第三方意见"),
        (date(2026, 10, 12), date(2026, 11, 4), "收到第三方意见"),
        (date(2026, 10, 28), date(2026, 11, 18), "延长答复期限"),
    ]
    told = past_deadlines(LEDGERS["third-party-and-extension"], date(2026, 11, 30))
    assert told == past


def test_waiting_for_payment_is_not_overdue():
    stands = standing(LEDGERS["paid-fee"], date(2026, 6, 2))
    assert (stands.state.label, stands.due, stands.overdue) == ("待缴费", None, 0)
    assert stands.waiting == ("等申请人：缴纳信息处理费，期限到2026年6月17日（星期三）",)


def test_why_a_case_is_overdue_says_where_it_stood():
    assert standing(LEDGERS["overdue"], date(2026, 6, 1)).why == ""
    assert standing(LEDGERS["overdue"], date(2026, 6, 10)).why == (
        "答复期限2026年6月1日（星期一）届满，当时“待保密审查”；至今没有答复，逾期7个工作日"
    )


@pytest.mark.parametrize(
    ("channel", "codes"),
    [
        (Channel.ORDINARY_POST, ["L9"]),
        (Channel.OTHER_UNIT, ["L9"]),
        (Channel.EMAIL, ["L9"]),
        (Channel.FAX, ["L9"]),
        (Channel.ONLINE, ["L1", "L3"]),
        (Channel.IN_PERSON, ["L1", "L3"]),
    ],
)
def test_what_must_be_confirmed_is_due_on_the_day_it_comes(channel, codes):
    ledger = (Arrived(on=FRIDAY, channel=channel),)
    assert [one.code for one in deadlines(ledger, FRIDAY)] == codes


@pytest.mark.parametrize("channel", Channel, ids=lambda one: one.value)
def test_receipt_is_the_day_the_channel_says(channel):
    later = FRIDAY + timedelta(3)
    ledger = (Arrived(on=FRIDAY, channel=channel), Confirmed(on=later))
    at_once = channel in (Channel.IN_PERSON, Channel.SIGNED_POST)
    assert history(ledger).received_on == (FRIDAY if at_once else later)


def test_a_place_may_stop_the_clock_where_the_law_leaves_room():
    place = Jurisdiction(law=Law({"internal_help_pauses": True}))
    plain, local = (standing(LEDGERS["overdue"], date(2026, 6, 10), one) for one in (None, place))
    assert (plain.overdue, local.overdue) == (7, 0)


def test_the_derivation_of_a_ledger_is_that_of_its_clock():
    on = date(2026, 10, 30)
    for ledger in LEDGERS.values():
        assert derivation(ledger, on).due == standing(ledger, on).due


def test_what_is_open_can_be_recorded_and_what_is_closed_cannot():
    for reached in walks(600, seed=11):
        if not reached.acts:
            continue
        *before, last = reached.acts
        place, rules = place_of(reached), OrganRules(steps=reached.steps)
        assert refusals(tuple(before), last, role_of(last), place) == ()
        offered = {
            role: {one.act: one for one in allowed(reached.acts, role, last.on, place)}
            for role in case_table().roles
        }
        for role, acts in offered.items():
            for key, one in acts.items():
                move = case_table().moves[key]
                assert not one.open or role in move.roles
                assert one.open == (one.reason == "")
                assert progress(reached.acts, rules).state in move.sources or not one.open


def test_a_role_that_is_not_in_the_table_is_refused():
    with pytest.raises(KeyError):
        allowed((), "clerk", FRIDAY)


def test_a_list_of_cases_stands_as_each_of_them_does():
    ledgers = [reached.acts for reached in walks(1500, seed=7) if reached.acts]
    on = date(2026, 10, 30)
    assert standings(ledgers, on) == tuple(standing(one, on) for one in ledgers)
    assert standings([], on) == ()


@pytest.mark.notices_until(2026)
@pytest.mark.parametrize("on", [date(2017, 3, 1), date(2027, 3, 1), date(2040, 12, 31)])
def test_nothing_raises_in_a_year_without_a_notice(on):
    for channel in Channel:
        ledger = (Arrived(on=on, channel=channel), Registered(on=on, number="1"))
        for day in (on, on + timedelta(60)):
            stands = standing(ledger, day)
            assert stands.due is None
            assert allowed(ledger, "handler", day)
            assert deadlines(ledger, day) is not None
            assert derivation(ledger, day).due is None
            assert stands.clock.period is None or "待定" in "".join(stands.clock.notes)


def _answered(number, name, asks, came, sent=None):
    who = Applicant(name=name, kind=ApplicantClass.NATURAL_PERSON)
    item = Item(key="1", asks=asks)
    arrived = Arrived(on=came, channel=Channel.IN_PERSON, applicants=(who,), items=(item,))
    return (arrived, *([Delivered(on=sent, way=DeliveryWay.DIRECT)] if sent else []))


def test_the_same_applicant_who_asks_again_for_what_was_answered_is_found():
    ledgers = {
        "1": _answered(1, "赵某", "城东片区征收补偿方案", date(2026, 3, 2), date(2026, 3, 20)),
        "2": _answered(2, "赵某", "城东片区 征收补偿方案。", date(2026, 4, 2)),
        "3": _answered(3, "钱某", "城东片区征收补偿方案", date(2026, 4, 3)),
        "4": _answered(4, "赵某", "城西片区征收补偿方案", date(2026, 4, 4)),
        "5": _answered(5, "赵某", "城东片区征收补偿方案", date(2026, 3, 10)),
    }
    (found,) = repeated_applications(ledgers)
    assert (found.ids, found.applicants) == (("1", "2"), ("赵某",))
    assert str(found.cites).endswith("第三十六条第（六）项")


def test_several_applicants_for_the_same_information_are_found_from_the_number_on_file():
    ledgers = {
        str(at): _answered(at, name, asks, date(2026, 3, at))
        for at, (name, asks) in enumerate(
            (("赵某", "补偿方案"), ("钱某", "补偿方案"), ("赵某", "名单"), ("赵某", "补偿方案")), 1
        )
    }
    (found,) = asked_by_several(ledgers, date(2026, 3, 31))
    assert (found.ids, found.applicants) == (("1", "2", "4"), ("赵某", "钱某"))
    assert asked_by_several(ledgers, date(2026, 3, 1)) == ()
    assert (
        asked_by_several(ledgers, date(2026, 3, 31), Law({"same_information_applicants": 3})) == ()
    )
