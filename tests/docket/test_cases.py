"""The cases of tests/cases/casework: what may follow what, in YAML that a jurist can read."""

import json

import pytest
import yaml
from conftest import ROOT
from workdays.cases import by_name

from ogi.casework import act_label, case_table, ledger_from
from ogi.clock import Jurisdiction
from ogi.data import read
from ogi.docket import allowed, astray, deadlines, refusals, standing
from ogi.law import Law, OrganRules
from ogi.workdays import WorkCalendar

FOLDER = ROOT / "tests" / "cases" / "casework"
CASES = {
    f"{path.stem}: {name}": case
    for path in sorted(FOLDER.glob("*.yaml"))
    for name, case in yaml.safe_load(path.read_text(encoding="utf-8")).items()
}
LAWS = ("条例第", "国", "法释", "行政", "民事", "全国", "指导")
ROLES = {name: key for key, name in case_table().roles.items()}
ACTS = {act_label(key): key for key in case_table().moves}


def _ledger(case):
    acts = []
    for line in case["ledger"]:
        acts += _several(line) if isinstance(line, str) else [_named(line)]
    return ledger_from(acts)


def _several(line):
    """A line such as `2026-09-18 登记`, or `2026-09-18 办至签发` for what goes before a reply."""
    day, name = line.split(" ", 1)
    return [_entry(f"{day} {one}") for one in ALL_OF.get(name, (name,))]


def _entry(line):
    """A line such as `2026-09-18 登记`; what an act must say is filled in as usual."""
    day, name = line.split(" ", 1)
    return {"act": ACTS[name], "day": day, **USUAL.get(ACTS[name], {})}


def _named(entry):
    (line, more), *_ = entry.items()
    return {**_entry(line), **more}


ALL_OF = {"办至签发": ("起草答复", "审核", "保密审查", "签发")}
USUAL = {
    "arrived": {"channel": "in_person"},
    "registered": {"number": "2026-1"},
    "correction_asked": {"points": ["写明年份"], "until": "2026-10-12"},
    "correction_received": {"channel": "in_person"},
    "third_party_asked": {"party": "甲公司"},
    "third_party_answered": {"party": "甲公司", "consents": False},
    "third_party_silent": {"party": "甲公司"},
    "organ_asked": {"organ": "县住建局"},
    "organ_answered": {"organ": "县住建局", "consents": True},
    "organ_silent": {"organ": "县住建局"},
    "help_asked": {"unit": "档案室"},
    "help_given": {"unit": "档案室"},
    "reasons_asked": {"until": "2026-10-12"},
    "reasons_given": {"reasonable": True},
    "fee_noticed": {"amount_yuan": "100"},
    "fee_paid": {"amount_yuan": "100"},
    "extended": {"workdays": 20, "approver": "王建国"},
    "reply_delayed": {"until": "2026-12-01"},
    "drafted": {"by": "周航"},
    "reviewed": {"approved": True, "by": "何静"},
    "legal_reviewed": {"approved": True, "by": "许宁"},
    "secrecy_reviewed": {"approved": True, "by": "郑平"},
    "replied": {"results": [{"item": "1", "outcome": "D12"}]},
    "delivered": {"way": "direct"},
    "dispute_filed": {"dispute": "甲案", "kind": "review"},
    "dispute_decided": {"dispute": "甲案", "result": "corrected", "orders_reply": True},
    "reopened": {"dispute": "甲案"},
    "amendment_asked": {"record": "户籍登记"},
    "amendment_decided": {"result": "amended"},
    "joined": {"others": ["2026-2"]},
    "split": {"into": ["2026-3"]},
    "assigned": {"handler": "周航"},
    "letter_reached": {"letter": "third_party_asked", "party": "甲公司"},
    "letter_returned": {"letter": "third_party_asked", "party": "甲公司"},
    "letter_resent": {"letter": "third_party_asked", "party": "甲公司", "way": "post"},
    "third_party_told": {"party": "甲公司", "reasons": "不公开会对公共利益造成重大影响"},
    "handed_over": {"organ": "县数据局"},
    "taken_over": {"organ": "县住建局"},
    "struck_out": {"reason": "登记错了", "by": "李敏"},
}


def _openings(case):
    role, person = ROLES[case.get("role", "承办人")], case.get("person", "")
    found = allowed(_ledger(case), role, case["seen"], _place(case), person=person)
    return {one.label: one for one in found}


def _place(case):
    """Where the organ has rules of its own: steps, who keeps apart, numbers."""
    return Jurisdiction(rules=read(json.dumps(case.get("rules", {})), OrganRules, "rules"))


@pytest.mark.parametrize("name", by_name(CASES))
def test_the_law_says_so_of_this_case(name):
    case = CASES[name]
    ledger = _ledger(case)
    if "state" in case:
        assert standing(ledger, case["seen"], _place(case)).state.label == case["state"]
    if "waiting" in case:
        assert list(standing(ledger, case["seen"], _place(case)).waiting) == case["waiting"]
    if "why" in case:
        assert standing(ledger, case["seen"], _place(case)).why == case["why"]
    _check_clock(case, ledger)
    if "warnings" in case:
        stands = standing(ledger, case["seen"], _place(case))
        assert list(stands.warnings) == case["warnings"]
    for label in case.get("open", ()):
        assert _openings(case)[label].open, _openings(case)[label].reason
    for label, reason in case.get("closed", {}).items():
        one = _openings(case)[label]
        assert (one.open, one.reason) == (False, reason)
    if "refused" in case:
        *before, last = ledger
        role = ROLES.get(case.get("role", ""), "")
        place = _place(case)
        found = refusals(tuple(before), last, role, place)
        assert [one.reason for one in found] == case["refused"]
        assert not refusals(tuple(before), last, "", place) or astray(ledger, place)


def _check_clock(case, ledger):
    """The last day, and the dates that a case names; `dates: {L11: none}` is not listed at all."""
    if not {"due", "overdue", "dates", "says"} & set(case):
        return
    place = Jurisdiction(
        WorkCalendar(provisional=case.get("provisional", False)), Law(case.get("place", {}))
    )
    stands = standing(ledger, case["seen"], place)
    assert stands.due == case.get("due", stands.due)
    assert stands.overdue == case.get("overdue", stands.overdue)
    listed = {one.code: one.day for one in deadlines(ledger, case["seen"], place)}
    for code, day in case.get("dates", {}).items():
        assert listed.get(code, "none") == day
    for part in case.get("says", ()):
        assert any(part in note for note in stands.clock.notes), stands.clock.notes
    assert case.get("says") != [] or stands.clock.notes == ()


@pytest.mark.parametrize("name", CASES)
def test_every_case_names_its_article(name):
    assert CASES[name]["article"].startswith(
        ("条例第", "国", "法释", "行政", "民事", "全国", "指导")
    )


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "refused" not in case])
def test_what_came_before_was_legal(name):
    case = CASES[name]
    assert [str(one) for one in astray(_ledger(case), _place(case))] == []
