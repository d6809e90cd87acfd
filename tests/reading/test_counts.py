"""What a cell prints is kept: numbers, marks, units and annotations."""

from decimal import Decimal

import pytest

from ogi.reading.counts import read_count


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", 0),
        ("　　12 ", 12),
        ("１２", 12),
        ("1,024", 1024),
        ("1，024", 1024),
        ("4068.208", Decimal("4068.208")),
        ("18.8710", Decimal("18.8710")),
        ("+10", 10),
        ("-18", -18),
        ("−18", -18),
        ("减少3", -3),
        ("零", 0),
    ],
)
def test_a_printed_number_is_read_as_printed(text, value):
    count = read_count(text)
    assert count is not None
    assert count.value == value


@pytest.mark.parametrize("mark", ["/", "—", "-", "——", "无", "不涉及", "不适用", "N/A"])
def test_a_mark_that_stands_for_nothing_is_not_zero(mark):
    count = read_count(mark)
    assert count is not None
    assert count.value is None


@pytest.mark.parametrize(
    "text", ["", "5.", "5、", "1.属于国家秘密", "2023年", "12月31日", "007", "1○"]
)
def test_what_is_no_number_is_not_read_as_one(text):
    assert read_count(text) is None


@pytest.mark.parametrize(
    ("text", "value", "note"),
    [
        ("22（其中修订16件）", 22, "（其中修订16件）"),
        ("55(含自然失效29件)", 55, "(含自然失效29件)"),
        ("251000元", 251000, "元"),
        ("3件", 3, "件"),
    ],
)
def test_what_stands_beside_a_number_is_kept_with_it(text, value, note):
    count = read_count(text)
    assert count is not None
    assert (count.value, count.note) == (value, note)


def test_white_space_between_digits_is_noticed():
    count = read_count("1 0")
    assert count is not None
    assert count.spaced
