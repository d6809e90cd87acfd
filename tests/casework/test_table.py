"""The table of what may follow what is refused when it is wrong, with all that is wrong."""

import re
from importlib.resources import files

import pytest

from ogi.casework import ACTS, case_table
from ogi.casework.table import START, read_table
from ogi.docket.needs import NEEDS
from ogi.errors import DataFileError

TEXT = (files("ogi.casework") / "data" / "table.yaml").read_text(encoding="utf-8")


def _refused(before: str, after: str) -> str:
    assert before in TEXT
    with pytest.raises(DataFileError) as caught:
        read_table(TEXT.replace(before, after, 1))
    return str(caught.value)


def test_every_act_stands_in_the_table_with_its_basis():
    table = case_table()
    assert set(table.moves) == set(ACTS)
    assert all(str(move.cites) for move in table.moves.values())


def test_every_need_of_the_table_can_be_judged():
    assert set(case_table().needs) == set(NEEDS)


def test_a_key_that_stands_twice_is_refused():
    assert "“signed”在这里写了两次" in _refused("  replied:\n    from", "  signed:\n    from")


def test_an_unknown_state_role_need_or_act_is_refused():
    assert "没有“nowhere”这个状态" in _refused("to: received\n", "to: nowhere\n")
    assert "没有“clerk”这个角色" in _refused("by: [head, leader]", "by: [clerk]")
    assert "没有“luck”这个条件" in _refused("needs: [first_reasons]", "needs: [luck]")
    assert "没有叫“pondered”的办理行为" in _refused(
        "  archived:\n    from", "  pondered:\n    from"
    )


def test_an_act_that_is_missing_is_named():
    start = TEXT.index("  archived:\n")
    end = next(at for at in range(start + 3, len(TEXT)) if re.match(r"\n(?:  )?\w", TEXT[at:]))
    assert "缺少“archived”这一办理行为" in _refused(TEXT[start:end], "")


def test_a_state_that_cannot_be_reached_is_refused():
    wrong = _refused("    to: split\n", "    to: same\n")
    assert "“split”这个状态到不了" in wrong


def test_a_state_that_leads_nowhere_is_refused():
    closed = TEXT.replace(
        "delivered, given_up, withdrawn, split, handed_over, amended", "delivered", 1
    )
    with pytest.raises(DataFileError, match="“amended”这个状态没有出路"):
        read_table(closed.replace("更正已处理, over: true", "更正已处理"))


def test_a_question_wants_all_its_answers():
    wrong = _refused("{confirms: arrived, settled: received}", "{confirms: arrived}")
    assert "acts arrived to：要对每个回答" in wrong


def test_a_need_that_no_act_has_is_refused():
    assert "没有哪一办理行为要“first_reasons”" in _refused("    needs: [first_reasons]\n", "")


def test_everything_that_is_wrong_is_said_at_once():
    text = TEXT.replace("by: [head, leader]", "by: [clerk]").replace(
        "to: received\n", "to: nowhere\n"
    )
    with pytest.raises(DataFileError, match=r"(?s)nowhere.*clerk"):
        read_table(text)


def test_an_application_and_a_request_to_correct_records_are_the_two_beginnings():
    begins = {move.act for move in case_table().moves.values() if START in move.sources}
    assert begins == {"arrived", "amendment_asked"}
