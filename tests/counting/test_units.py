"""The parts of counting that a case in YAML cannot show."""

from datetime import date

import pytest

from counting.cases import ledger_of
from ogi.casework import DisputeKind, DisputeResult
from ogi.casework.outcomes import Precedence, precedence
from ogi.counting import (
    Choices,
    annual_report,
    closing_list_from,
    closing_list_to,
    count,
    differences,
    endings,
    questions,
)
from ogi.errors import UsageError
from ogi.form import State

GRANTED = ledger_of(
    {"came": date(2026, 3, 2), "replied": date(2026, 3, 20), "result": "D12", "by": "company"}
)
OPEN = ledger_of({"came": date(2026, 12, 2)})


def refuses(call):
    with pytest.raises(UsageError):
        call()
    return True


def test_before_2019_there_is_no_form_to_count_into():
    assert refuses(lambda: count({}, 2018))


def test_a_way_of_counting_that_is_not_on_file_is_refused():
    assert refuses(lambda: Choices(joint="some"))


def test_a_closing_list_is_kept_and_read_back():
    closing = count({"1": OPEN, "2": GRANTED}, 2026).closing
    kept = closing_list_to(closing)
    assert kept == {
        "year": 2026,
        "cases": [{"id": "1", "received_on": "2026-12-02", "columns": ["natural_person"]}],
    }
    assert closing_list_from(kept) == closing
    assert closing.by_column() == {"natural_person": 1}


def test_what_is_no_closing_list_is_refused():
    for wrong in ({}, {"year": 2025}, {"year": "x", "cases": []}, {"year": 2025, "cases": [{}]}):
        assert refuses(lambda wrong=wrong: closing_list_from(wrong))


def test_a_count_opens_with_the_list_of_the_year_before_and_no_other():
    closing = count({"1": OPEN}, 2026).closing
    assert refuses(lambda: differences(count({"1": OPEN}, 2026), closing))
    assert differences(count({"1": OPEN}, 2027), closing) == ()
    assert count({"1": OPEN}, 2027).opening == closing


def test_a_difference_names_the_case_and_where_it_stood_and_stands():
    filed = closing_list_from(
        {
            "year": 2025,
            "cases": [
                {"id": "gone", "received_on": date(2025, 12, 1), "columns": ["company"]},
                {"id": "moved", "received_on": date(2025, 12, 2), "columns": ["company"]},
            ],
        }
    )
    moved = ledger_of({"came": date(2025, 12, 2)})
    new = ledger_of({"came": date(2025, 12, 3), "by": "company"})
    found = differences(count({"moved": moved, "new": new}, 2026), filed)
    assert [(one.id, one.before, one.now, one.says) for one in found] == [
        ("gone", ("company",), (), "台账里已经没有这件申请"),
        ("moved", ("company",), ("natural_person",), "申请人类别由商业企业改为自然人"),
        (
            *("new", (), ("company",)),
            "收到申请之日是2025-12-03，到2025年底没有办结，而报送的结转清单里没有",
        ),
    ]


def test_a_dispute_that_is_not_counted_hides_no_other():
    said = {"kind": "review", "filed": date(2025, 1, 7), "result": "upheld"}
    unfiled = {"kind": "review", "decided": date(2026, 3, 2), "result": "upheld"}
    usual = {"filed": date(2026, 1, 8), "decided": date(2026, 3, 3), "result": "other"}
    ledger = ledger_of(
        {
            "came": date(2025, 3, 2),
            "dispute": [
                said | {"decided": date(2025, 3, 2)},
                unfiled,
                usual | {"kind": "review", "outcome": "维持"},
                usual | {"kind": "direct_suit", "outcome": "撤销"},
            ],
        }
    )
    counted = count({"1": ledger}, 2026)
    assert counted.behind["disputes.review.total"] == ("1",)
    assert counted.behind["disputes.direct_suit.total"] == ("1",)
    notes = [note for note in counted.notes if "维持" in note or "撤销" in note or "立案" in note]
    assert [note.partition("：")[0] for note in notes] == ["1"] * 3
    assert sum("没有写说明" in note for note in notes) == 2


def test_behind_every_number_stand_its_cases():
    counted = count({"b": GRANTED, "a": GRANTED}, 2026)
    assert counted.behind["applications.granted.company"] == ("a", "b")
    assert counted.behind["applications.granted.total"] == ("a", "b")
    assert counted.behind["applications.closed.total"] == ("a", "b")
    assert counted.cells["applications.granted.natural_person"] == 0


def test_a_count_becomes_a_report_whose_cells_are_printed():
    counted = count({"1": GRANTED}, 2026)
    report = annual_report(counted, "云川县测试局")
    assert report.title == "云川县测试局2026年政府信息公开工作年度报告"
    assert (report.organ, report.year) == ("云川县测试局", 2026)
    assert report.editions == {"applications": 2021, "disputes": 2021}
    cell = report.cells["applications.granted.company"]
    assert (cell.value, cell.text, cell.state) == (1, "1", State.PRINTED)
    assert len(report.cells) == 175 + 15
    assert annual_report(counted).title is None


def test_the_edition_of_2019_has_fewer_cells():
    assert len(count({"1": GRANTED}, 2020).cells) == 161 + 15
    assert count({"1": GRANTED}, 2020).edition == 2019


def test_an_organ_may_have_a_precedence_of_its_own():
    usual = precedence()
    own = Precedence(usual.supplied, (), usual.severed, usual.families, "本地做法")
    ledger = ledger_of(
        {
            "came": date(2026, 3, 2),
            "items": [1, 2],
            "replied": date(2026, 3, 20),
            "result": [{1: "D12", 2: "D34"}],
        }
    )
    counted = count({"1": ledger}, 2026, precedence=own)
    assert counted.cells["applications.granted.total"] == 1
    assert counted.notes == ("1：本地做法",)


def test_the_ways_in_which_disputes_end_are_those_of_the_two_laws():
    review, suit = endings(DisputeKind.REVIEW), endings(DisputeKind.DIRECT_SUIT)
    assert review["维持"].column is DisputeResult.UPHELD
    assert suit["撤销"].column is DisputeResult.CORRECTED
    assert suit["准予撤诉"].column is DisputeResult.OTHER
    assert "不予立案" in suit
    assert "不予立案" not in review
    assert endings(DisputeKind.SUIT_AFTER_REVIEW) == suit
    assert all("第" in str(one.cites) for one in review.values())


def test_the_open_questions_are_those_of_the_choices():
    assert questions().keys() == set(Choices.__slots__)
    for one in questions().values():
        assert len(one.ways) == 2
        assert one.cites
    usual = Choices()
    assert all(getattr(usual, key) == next(iter(one.ways)) for key, one in questions().items())
