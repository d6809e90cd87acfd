"""Which letters are due on a day (tests/cases/letters/due.yaml)."""

import pytest

from letters.cases import ledger_for, load
from ogi.letters import next_letters

CASES = load("due")


@pytest.mark.parametrize("name", CASES)
def test_the_letters_that_are_due_are_those_of_a_case(name):
    case = CASES[name]
    assert case["article"]
    found = next_letters(ledger_for(case), case["day"])
    told = [[one.form.code if one.form else "", one.by] for one in found]
    assert told == case["due"]
    assert all(one.why for one in found)


def test_a_letter_names_the_party_it_is_for():
    found = next_letters(ledger_for(CASES["each_third_party_and_the_applicant"]), found_on())
    told = {one.party for one in found if one.form and one.form.code == "P05"}
    assert told == {"甲公司", "乙公司"}


def found_on():
    return CASES["each_third_party_and_the_applicant"]["day"]
