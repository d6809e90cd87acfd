"""Ledgers come back as they went, and say everything that is wrong with them at once."""

import json
from datetime import date

import pytest
import yaml
from conftest import ROOT
from docket.walks import walks
from msgspec.structs import fields

from ogi.casework import ACTS, Channel, act_label, field_label, ledger_from, ledger_to, load_ledger
from ogi.casework.ledger import VERSION, identified
from ogi.casework.outcomes import outcome
from ogi.casework.parties import ItemResult
from ogi.casework.receipt import receipt_rule
from ogi.casework.replying import Replied
from ogi.errors import LedgerError

SAMPLES = sorted((ROOT / "samples" / "ledgers").glob("*.yaml"))


def _faults(text: str) -> tuple[str, ...]:
    with pytest.raises(LedgerError) as caught:
        load_ledger(text)
    return caught.value.faults


def test_a_ledger_comes_back_as_it_went():
    for reached in walks(3000, seed=9):
        if reached.acts:
            plain = ledger_to(reached.acts)
            assert plain["version"] == VERSION
            assert ledger_from(plain) == identified(reached.acts)
            assert ledger_to(ledger_from(plain)) == plain


def test_a_ledger_comes_back_through_yaml_and_json():
    for reached in walks(300, seed=2):
        if reached.acts:
            plain, acts = ledger_to(reached.acts), identified(reached.acts)
            assert load_ledger(yaml.safe_dump(plain, allow_unicode=True)) == acts
            assert load_ledger(json.dumps(plain, ensure_ascii=False)) == acts


def test_an_older_ledger_without_version_and_ids_is_read():
    (act,) = load_ledger("- {act: confirmed, day: 2026-09-18}")
    assert act.id == "2026-09-18-confirmed"


def test_a_derived_id_does_not_change_when_something_is_added():
    before = [{"act": "confirmed", "day": "2026-09-18"}] * 2
    more = [{"act": "registered", "day": "2026-09-17", "number": "1"}, before[0]]
    assert [act.id for act in ledger_from(before)] == [
        "2026-09-18-confirmed",
        "2026-09-18-confirmed-2",
    ]
    longer = ledger_from([*before, *more])
    assert longer[:2] == ledger_from(before)
    assert len({act.id for act in longer}) == 4


def test_a_derived_id_avoids_one_that_was_given():
    given = {"act": "confirmed", "day": "2026-09-20", "id": "2026-09-18-confirmed"}
    made = ledger_from([{"act": "confirmed", "day": "2026-09-18"}, given])
    assert [act.id for act in made] == ["2026-09-18-confirmed-2", "2026-09-18-confirmed"]


def test_two_acts_of_one_id_and_a_version_to_come_are_refused():
    assert _faults("{version: 3, acts: [{act: confirmed, day: 2026-09-18}]}") == (
        "台账的版本（version）是3，只读得了1至2",
    )
    twice = "{act: confirmed, day: 2026-09-18, id: 甲}"
    assert _faults(f"[{twice}, {twice}]") == ("有2项行为的编号（id）都是“甲”，应当各不相同",)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.stem)
def test_the_samples_can_be_read(path):
    assert load_ledger(path.read_text(encoding="utf-8"))


def test_every_fault_is_said_at_once_with_its_place():
    assert _faults(
        """
- {act: arrived, day: 2026-09-18, channel: pigeon, applicants: [{name: 李某}]}
- {act: corection, day: 2026-09-21}
- {act: fee_paid, day: soon, amount_yuan: .nan, colour: red}
- {day: 2026-09-21}
- 补正
"""
    ) == (
        "第1项“收到申请”的渠道“pigeon”应当是以下之一：in_person（当面提交）、"
        "signed_post（邮寄（签收））、ordinary_post（平常信函）、"
        "other_unit（寄给本机关其他机构或个人）、online（网上平台）、email（电子邮件）、"
        "fax（传真）、oral（口头）、other（其他公布的渠道）",
        "第1项“收到申请”的申请人第1个没有填类别（kind）",
        "第2项没有“corection”这种行为",
        "第3项“缴费”没有“colour”这一栏",
        "第3项“缴费”的日期“soon”应当是日期，如2026-09-18",
        "第3项“缴费”的金额“nan”应当是金额，如1200.00",
        "第4项没有写明是什么行为（act）",
        "第5项不是一个行为，应当写明act和day",
    )


def test_a_day_written_as_on_is_explained():
    assert _faults("- {act: confirmed, on: 2026-09-18}") == (
        "第1项“确认收到”的日期应当写在day里：YAML把on读成“是”",
        "第1项“确认收到”没有填日期（day）",
    )


@pytest.mark.parametrize(
    ("entry", "says"),
    [
        ("{act: extended, day: 2026-09-18, workdays: 十, approver: 王}", "应当是整数"),
        ("{act: extended, day: 2026-09-18, workdays: true, approver: 王}", "应当是整数"),
        ("{act: reviewed, day: 2026-09-18, approved: 1}", "应当是true或者false"),
        ("{act: confirmed, day: 2026-02-30}", "应当是日期"),
        ("{act: confirmed, day: 2026-09-18T08:00:00}", "应当是日期"),
        ("{act: joined, day: 2026-09-18, others: 2026-2}", "应当是一列"),
        ("{act: joined, day: 2026-09-18, others: [[1]]}", "应当是文字"),
        ("{act: replied, day: 2026-09-18, results: [D12]}", "应当写明各栏"),
        ("{act: fee_paid, day: 2026-09-18, amount_yuan: 一百}", "应当是金额"),
    ],
)
def test_a_value_of_the_wrong_kind_says_what_it_should_be(entry, says):
    (fault,) = _faults(f"- {entry}")
    assert says in fault


@pytest.mark.parametrize("text", ["", "acts: []", "[]", "acts: 3", "{}"])
def test_a_ledger_without_acts_is_refused(text):
    assert _faults(text) == ("没有办理行为：应当是一列行为，或者写在acts之下",)


@pytest.mark.parametrize("text", ["- {act: confirmed", "a: b: c", "\t- x"])
def test_what_is_no_yaml_says_where(text):
    (fault,) = _faults(text)
    assert "不合YAML或JSON的写法" in fault


def test_what_refers_to_elsewhere_says_where():
    (fault,) = _faults("- *nobody")
    assert fault.startswith("台账 第1行")


def test_a_ground_taken_from_the_data_is_written_as_its_code():
    given = outcome("D31").grounds
    reply = Replied(
        on=date(2026, 9, 18), results=(ItemResult(item="1", outcome="D31", grounds=given),)
    )
    (plain,) = ledger_to((reply,))["acts"]
    assert plain["results"][0]["grounds"] == ["E14a"]


def test_every_act_and_all_that_is_filled_in_has_a_chinese_word():
    for key, made in ACTS.items():
        assert act_label(key)
        for field in fields(made):
            assert field_label("day" if field.name == "on" else field.name)


@pytest.mark.parametrize("channel", Channel, ids=lambda channel: channel.value)
def test_every_channel_says_when_an_application_counts_as_received(channel):
    rule = receipt_rule(channel)
    assert rule.why.endswith("之日")
    assert str(rule.cites)
    assert channel.label
