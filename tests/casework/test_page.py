"""The diagram and the table of the documentation are drawn from the table of a case."""

import re
from xml.etree import ElementTree

from ogi.casework import ACTS, case_table
from tools.casework_page import PLACES, casework_page, diagram


def test_every_state_has_its_place_in_the_diagram():
    table = case_table()
    assert set(PLACES) == set(table.states)
    drawn = re.findall(r">([^<>]+)</text>", diagram(table))
    assert {state.label for state in table.states.values()} <= set(drawn)


def test_the_diagram_is_well_formed():
    assert ElementTree.fromstring(diagram(case_table())).tag.endswith("svg")


def test_every_act_and_every_need_stands_on_the_page():
    page = casework_page()
    assert all(f"| `{key}` |" in page for key in ACTS)
    assert page.count("| 补正告知 |") == 2 + len(case_table().moves["correction_asked"].needs)
    assert "{" not in page
