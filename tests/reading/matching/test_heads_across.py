"""Table four: its rows stand side by side under heads that may stand in any order."""

import pytest
from reading.test_kinds import TITLE

from ogi.reading import read_bytes

COLUMNS = ("结果维持", "结果纠正", "其他结果", "尚未审结", "总计")
SWAPPED = ("结果纠正", "结果维持", "其他结果", "尚未审结", "总计")
KEYS = ("upheld", "corrected", "other", "pending", "total")
DIRECT, AFTER = "未经复议直接起诉", "复议后起诉"
REVIEWED, SUED, SUED_AFTER = (
    ("1", "2", "3", "4", "10"),
    ("5", "6", "7", "8", "26"),
    ("9", "0", "1", "1", "11"),
)


def swapped(block):
    return (block[1], block[0], *block[2:])


def read(*rows, mark="\t"):
    heading = "四、政府信息公开行政复议、行政诉讼情况"
    lines = [TITLE, "一、总体情况", "无。", heading, *(mark.join(row) for row in rows)]
    return read_bytes("\n".join(lines).encode())


def block(report, row):
    return tuple(str(report.cells[f"disputes.{row}.{key}"].value) for key in KEYS)


def doubts(report):
    kinds = {doubt.kind for c in report.cells.values() for doubt in c.doubts}
    assert not kinds or all(report.cells[f"disputes.review.{key}"].doubts for key in KEYS)
    return kinds


@pytest.mark.parametrize("mark", ["\t", " ", "|"])
@pytest.mark.parametrize("changed", [(), (0,), (1,), (2,), (0, 1, 2), (1, 2)])
def test_each_row_has_the_order_that_its_own_heads_say(mark, changed):
    heads = [SWAPPED if number in changed else COLUMNS for number in range(3)]
    values = [
        swapped(values) if number in changed else values
        for number, values in enumerate((REVIEWED, SUED, SUED_AFTER))
    ]
    second = (*heads[0], DIRECT, AFTER)
    third = (*heads[1], *heads[2])
    whole = tuple(value for row in values for value in row)
    report = read(("行政复议", "行政诉讼"), second, third, whole, mark=mark)
    assert block(report, "review") == REVIEWED
    assert block(report, "direct_suit") == SUED
    assert block(report, "suit_after_review") == SUED_AFTER
    assert doubts(report) == set()


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("行政诉讼", "行政复议"), (*COLUMNS, AFTER)),
        (("行政复议", "行政复议"), (*COLUMNS, DIRECT, DIRECT)),
        (("行政复议", "行政诉讼"), ("结果维持", "结果维持", *COLUMNS[2:], DIRECT, AFTER)),
        (("行政复议", "行政诉讼"), (*COLUMNS[:3], "总计", "总计", DIRECT, AFTER)),
    ],
)
@pytest.mark.parametrize("mark", ["\t", " "])
def test_heads_that_contradict_each_other_are_doubted(first, second, mark):
    report = read(first, second, COLUMNS * 2, (*REVIEWED, *SUED, *SUED_AFTER), mark=mark)
    assert doubts(report) == {"head"}


@pytest.mark.parametrize("second", [(*COLUMNS, DIRECT), COLUMNS[:4], (DIRECT, AFTER)])
def test_heads_of_which_some_are_lost_contradict_nothing(second):
    report = read(("行政复议", "行政诉讼"), second, COLUMNS * 2, (*REVIEWED, *SUED, *SUED_AFTER))
    assert block(report, "suit_after_review") == SUED_AFTER
    assert doubts(report) == set()
