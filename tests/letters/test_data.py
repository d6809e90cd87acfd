"""The data of letters come through the strict door, and a place may add letters of its own."""

from dataclasses import replace

import pytest

from letters.cases import DAY, USUAL, ledger_for
from ogi.data import of_place
from ogi.errors import DataFileError
from ogi.letters import Letter, compose, letter_forms
from ogi.letters.numbering import number_of

ASKED = {"act": "third_party_asked", "day": "2026-09-07"}
NUMBERED = {"application_number": "2026-0017"}
OWN = """\
title: 政府信息公开申请转办告知书
when: 申请转由本机关下属单位答复
to: applicant
records: replied
tells: [D63]
mark: 公转
cites: [ogi-2019/10]
needs: [reason]
body:
  - 经审查，{{ reason }}。根据{{ basis }}，现予告知。
"""


def written(folder, text):
    forms = folder / "letters" / "forms"
    forms.mkdir(parents=True, exist_ok=True)
    (forms / "R90.yaml").write_text(text, encoding="utf-8")
    return folder


def test_a_place_may_add_a_letter(tmp_path):
    with of_place(written(tmp_path, OWN)):
        assert letter_forms()["R90"].title == "政府信息公开申请转办告知书"
        made = compose("R90", ledger_for({}), USUAL, DAY, {"理由": "由所属单位保存"})
    assert isinstance(made, Letter)
    assert "由所属单位保存" in made.paragraphs[1]
    assert made.number == "云自然资公转〔2026〕17号"
    assert "R90" not in letter_forms()


@pytest.mark.parametrize(
    ("right", "slip", "line"),
    [
        ("needs: [reason]", "need: [reason]", 8),
        ("needs: [reason]", "needs: [reasen]", 8),
        ("records: replied", "records: replyed", 4),
        ("to: applicant", "to: applicants", 3),
        ("tells: [D63]", "tells: [D93]", 5),
        ("tells: [D63]", "tells: []", 4),
        ("records: replied", "records: extended", 5),
        ("ogi-2019/10", "ogi-2091/10", 7),
        ("{{ reason }}", "{{ raeson }}", 10),
        ("{{ reason }}", "{{ reason }", 10),
        ("{{ reason }}", "{{ reason.kind_of }}", 10),
        ("{{ reason }}", "{{ reason | uper }}", 10),
        ("{{ reason }}", "{{ reason.__class__ }}", 10),
        ("{{ reason }}", "{{ range(9) }}", 10),
        ("{{ reason }}", "{% include 'x' %}", 10),
        ("{{ reason }}", "{{ places }}", 10),
        ("{{ reason }}", "{{ parts }}", 10),
    ],
)
def test_a_slip_in_a_letter_is_refused_with_its_line(tmp_path, right, slip, line):
    folder = written(tmp_path, OWN.replace(right, slip))
    with of_place(folder), pytest.raises(DataFileError) as refused:
        letter_forms()
    assert refused.value.faults[0].line == line
    assert refused.value.faults[0].file.endswith("R90.yaml")


def test_every_slip_of_a_letter_is_told_at_once_and_what_was_meant(tmp_path):
    slips = {"needs: [reason]": "need: [reason]", "{{ basis }}": "{{ basiss }}", "D63": "D36x"}
    text = OWN
    for right, slip in slips.items():
        text = text.replace(right, slip)
    with of_place(written(tmp_path, text)), pytest.raises(DataFileError) as refused:
        letter_forms()
    said = {one.line: one.says for one in refused.value.faults}
    assert said == {
        5: "没有叫“D36x”的办理结果；是不是“D36”？",
        8: "这里没有“need”这一项；是不是“needs”？",
        10: "没有“basiss”这一要素；是不是“basis”？",
    }


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ("", "没有“basis”可印"),
        ("remedy: reply\n", "要写明随哪个办理行为出具"),
    ],
)
def test_a_letter_that_goes_with_nothing_rests_on_nothing(tmp_path, more, says):
    text = OWN.replace("records: replied\n", more)
    text = text.replace("cites: [ogi-2019/10]\n", "").replace("tells: [D63]\n", "")
    with of_place(written(tmp_path, text)), pytest.raises(DataFileError, match=says):
        letter_forms()


def test_a_letter_about_an_act_that_did_not_happen_is_not_issued(tmp_path):
    text = OWN.replace("records: replied\n", "acts: [fee_noticed]\n").replace("tells: [D63]\n", "")
    with of_place(written(tmp_path, text)):
        made = compose("R90", ledger_for({}), USUAL, DAY, {"理由": "由所属单位保存"})
    assert "台账没有登记收费通知" in str(made)


def test_no_two_letters_of_a_case_share_a_number():
    parties = [
        {"act": "third_party_asked", "day": "2026-09-07", "party": f"第{n}公司"} for n in "一二三"
    ]
    ledger = ledger_for({"more": parties})
    numbers = {
        number_of(
            letter_forms()["P05"], USUAL, ledger, act, {"application_number": "2026-0017"}, DAY
        )
        for act in ledger[2:]
    }
    assert len(numbers) == len(parties)


def test_a_pattern_without_marks_still_tells_letters_apart():
    organ = replace(USUAL, number_pattern="{code}〔{year}〕{serial}号")
    ledger = ledger_for(
        {
            "more": [
                {
                    "act": "correction_asked",
                    "day": "2026-09-07",
                    "points": ["写明年份"],
                    "until": "2026-09-29",
                }
            ]
        }
    )
    numbers = [
        number_of(letter_forms()[code], organ, ledger, act, NUMBERED, DAY)
        for code, act in (("P01", ledger[1]), ("P02", ledger[2]), ("R12", None))
    ]
    assert numbers == ["云自然资〔2026〕17号", "云自然资〔2026〕17-2号", "云自然资〔2026〕17-3号"]
