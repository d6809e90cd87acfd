"""The JSON of a comparison and of a sum has the keys that the guide names."""

import re

from conftest import ROOT

from ogi.rollup import (
    compare,
    comparison_json,
    consolidate,
    consolidation_json,
    faults_of,
)

from .made import part, report

GUIDE = ROOT / "docs" / "guide" / "comparing.md"


def _documented(command: str) -> set[str]:
    text = GUIDE.read_text(encoding="utf-8")
    section = text.partition(f"`{command}` 输出一个对象")[2].partition("输出一个对象")[0]
    firsts = (line.split("|")[1] for line in section.splitlines() if line.startswith("| `"))
    return {key for first in firsts for key in re.findall(r"`([^`]+)`", first)}


def test_every_key_of_a_comparison_is_documented():
    made = comparison_json(compare(report(year=2023), report()))
    assert set(made) == _documented("ogi diff --json")


def test_every_key_of_a_sum_is_documented():
    made = consolidate([part()])
    assert set(consolidation_json(made, faults_of(made))) == _documented("ogi merge --json")
