"""A report that was written as JSON, by this library or by hand."""

import json
from decimal import Decimal

import pytest

from ogi.errors import DamagedError
from ogi.form import State
from ogi.reading import read_bytes
from ogi.reading.detect import detect

TOTAL = "applications.received.total"
CHARGES = "proactive.charges.amount"


def written(**changed):
    plain = {
        "title": "云岭县林业局2023年政府信息公开工作年度报告",
        "organ": "云岭县林业局",
        "year": 2023,
        "editions": {"applications": 2021},
        "cells": {TOTAL: 3},
        "sections": {"overview": "全年收到申请3件。\n均已答复。", "other": None},
    }
    return json.dumps({**plain, **changed}, ensure_ascii=False).encode()


def test_json_is_known_by_its_content():
    assert detect(written()) == "json"
    assert detect(b'{"file": "a.pdf", "title": null}') == "json"
    assert detect(b'{"html": "<table><tr><td>1</td></tr></table>"}') != "json"


def test_values_alone_are_enough():
    read = read_bytes(written(cells={TOTAL: 3, "applications.received.company": None}))
    assert read.cells[TOTAL].value == 3
    assert read.cells["applications.received.company"].state is State.BLANK
    assert [one.text for one in read.sections["overview"].paragraphs] == [
        "全年收到申请3件。",
        "均已答复。",
    ]
    assert "other" not in read.sections


def test_a_decimal_is_read_digit_by_digit():
    data = written(cells={}).replace(b'"cells": {}', f'"cells": {{"{CHARGES}": 412.6350}}'.encode())
    assert read_bytes(data).cells[CHARGES].value == Decimal("412.6350")
    assert read_bytes(data).cells[CHARGES].text == "412.6350"


@pytest.mark.parametrize(
    "changed",
    [
        {"cells": {"applications.received.nobody": 1}},
        {"cells": {TOTAL: "3"}},
        {"cells": {TOTAL: True}},
        {"cells": [3]},
        {"editions": {"applications": 2035}},
        {"editions": {"nothing": 2021}},
        {"year": "2023"},
        {"title": 5},
        {"details": {TOTAL: {"value": 4, "text": "4", "state": "printed"}}},
        {"details": {TOTAL: {"value": 3, "text": "3", "state": "guessed"}}},
        {"headings": [{"text": "一、总体情况"}]},
    ],
)
def test_what_contradicts_the_form_or_itself_is_refused(changed):
    with pytest.raises(DamagedError, match="JSON"):
        read_bytes(written(**changed))


def test_a_file_cut_short_is_refused():
    with pytest.raises(DamagedError, match="语法"):
        read_bytes(written()[:-9])
