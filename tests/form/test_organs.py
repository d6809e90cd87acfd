"""Names of one organ, written one way or another (tests/cases/form/organs.yaml)."""

import doctest
from pathlib import Path

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from ogi.form import organs
from ogi.form.organs import organ_key, same_organ

CASES = yaml.safe_load(
    (Path(__file__).parents[1] / "cases" / "form" / "organs.yaml").read_text(encoding="utf-8")
)


def test_the_examples_in_the_docstrings_hold():
    assert doctest.testmod(organs).failed == 0


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_two_names_are_of_one_organ_or_not(case):
    one, other = case["names"]
    assert same_organ(one, other) is case["same"]
    assert same_organ(other, one) is case["same"]


@example("局(简称(简称))")
@given(st.text(alphabet="云岭县林业局（）()〔〕【】[]“”「」 　以下简称2２", max_size=12))
def test_the_key_of_a_key_is_the_key(name):
    assert organ_key(organ_key(name)) == organ_key(name)
