"""Digits that run together are cut only where the form leaves a way."""

from ogi.reading.matching.fused import cuts

ROW = {6: (0, 1, 2, 3, 4, 5)}
THREE_GROUPS = {4: (0, 1, 2, 3), 9: (5, 6, 7, 8), 14: (10, 11, 12, 13)}


def test_one_digit_for_each_cell_leaves_one_way():
    assert cuts(["1000001"], 7, ROW) == [("1", "0", "0", "0", "0", "0", "1")]


def test_the_sum_decides_where_a_number_ends():
    assert cuts(["530010054"], 7, ROW) == [("53", "0", "0", "1", "0", "0", "54")]


def test_several_ways_that_add_up_are_all_returned():
    assert set(cuts(["220000022"], 7, ROW)) == {
        ("22", "0", "0", "0", "0", "0", "22"),
        ("2", "20", "0", "0", "0", "0", "22"),
    }


def test_a_number_does_not_begin_with_zero():
    assert cuts(["0051"], 3, {}) == [("0", "0", "51")]


def test_white_space_is_a_border():
    assert cuts(["180", "000018"], 7, ROW) == [("18", "0", "0", "0", "0", "0", "18")]


def test_a_sign_is_a_border():
    assert cuts(["40-38"], 3, {}) == [("4", "0", "-38"), ("40", "-3", "8")]


def test_a_unit_stays_with_the_last_number():
    assert ("12", "3400.5元") in cuts(["123400.5元"], 2, {})


def test_three_groups_that_stand_on_one_line_are_cut_by_their_sums():
    line = "20103" + "1300013" + "00000"
    assert cuts([line], 15, THREE_GROUPS) == [
        ("2", "0", "1", "0", "3", "13", "0", "0", "0", "13", "0", "0", "0", "0", "0")
    ]


def test_digits_that_cannot_add_up_are_not_cut():
    assert cuts(["1000009"], 7, ROW) == []


def test_too_few_digits_are_not_cut():
    assert cuts(["100001"], 7, ROW) == []
