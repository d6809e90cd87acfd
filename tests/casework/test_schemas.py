"""The schemas of the acts: what a form can be drawn from, and the published JSON Schema."""

import json

import jsonschema
from conftest import ROOT
from docket.walks import walks

from ogi.casework import ACTS, act_schemas, ledger_schema, ledger_to
from ogi.casework.afterwards import DisputeKind

SCHEMA = ROOT / "docs" / "reference" / "ledger.schema.json"


def test_the_published_schema_is_that_of_the_acts(golden):
    golden(SCHEMA, json.dumps(ledger_schema(), ensure_ascii=False, indent=1) + "\n")


def test_every_ledger_of_a_walk_keeps_the_schema():
    schema = jsonschema.Draft202012Validator(ledger_schema())
    for reached in walks(600, seed=5):
        if reached.acts:
            assert list(schema.iter_errors(ledger_to(reached.acts))) == []


def test_the_schema_knows_what_is_no_field():
    schema = jsonschema.Draft202012Validator(ledger_schema())
    for act in ({"act": "confirmed"}, {"act": "confirmed", "day": "2026-09-18", "colour": "红"}):
        assert list(schema.iter_errors({"acts": [act]}))


def test_every_act_can_be_drawn_as_a_form():
    assert act_schemas().keys() == ACTS.keys()
    for act in act_schemas().values():
        assert act.label
        assert act.fields[0].name == "day"
        assert [one.name for one in act.fields[-3:]] == ["by", "note", "id"]
        assert all(one.label and one.kind for one in act.fields)


def test_a_choice_has_its_words_and_a_group_its_fields():
    filed = {one.name: one for one in act_schemas()["dispute_filed"].fields}
    assert filed["kind"].required
    assert dict(filed["kind"].choices) == {one.value: one.label for one in DisputeKind}
    (results,) = (one for one in act_schemas()["replied"].fields if one.kind == "group")
    assert results.many
    assert [one.name for one in results.fields if one.required] == ["item", "outcome"]
