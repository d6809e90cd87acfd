"""Every number of the running text ends as held, as differing, or as not compared, and why."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from benchmarks.accusing import FOLDER, _load, report_of
from ogi.checks import APART, FATES, account

REPORTS = _load(FOLDER / "reports.yaml")
SOUND = [(name, text) for name, texts in _load(FOLDER / "sound.yaml").items() for text in texts]


def fates(text: str, name: str = "bureau") -> list[tuple[str, str]]:
    numbers = account(report_of(REPORTS[name], text))
    return [(one.text, one.fate) for one in numbers if one.text in text]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("新收政府信息公开申请30件，办结33件。", [("30件", "held"), ("33件", "differs")]),
        ("2023年收到信息公开申请36件。", [("2023", APART), ("36件", APART)]),
        ("信息公开申请30件，占60%。", [("30件", "held"), ("60%", "differs")]),
    ],
)
def test_a_number_has_one_fate(text: str, wanted: list[tuple[str, str]]) -> None:
    assert fates(text) == wanted


def test_what_is_not_compared_says_why() -> None:
    (number,) = (
        one
        for one in account(report_of(REPORTS["bureau"], "信访事项14件，均已办结。"))
        if one.text == "14件"
    )
    assert number.fate == APART
    assert number.why


@given(st.sampled_from(SOUND))
def test_no_number_is_left_out(case: tuple[str, str]) -> None:
    name, text = case
    plain = re.sub(r"[{}]", "", text)
    report = report_of(REPORTS[name], plain)
    numbers = account(report)
    printed = [p.text for p in report.sections["overview"].paragraphs]
    for one in numbers:
        assert one.fate in FATES
        assert one.why
        assert printed[one.paragraph - 1][one.start : one.end].strip()
    for number, paragraph in enumerate(printed, 1):
        told = "".join(paragraph[one.start : one.end] for one in numbers if one.paragraph == number)
        digits = re.sub(r"\D", "", paragraph)
        assert re.sub(r"\D", "", told) == digits
