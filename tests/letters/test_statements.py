"""Every sentence of every letter, and what proves it (tests/cases/letters/statements.yaml)."""

import re
from collections.abc import Iterator

import pytest

from letters.cases import load, made
from ogi.casework import ACTS
from ogi.casework.outcomes import outcomes
from ogi.letters import Letter, Unissued, elements, letter_form, letter_forms
from ogi.letters.forms import LetterForm

STATEMENTS = load("statements")
CASES = {**load("ledger"), **load("kept_back")}
RESULT, LAW = "result", "law"


def sentences(form: LetterForm) -> Iterator[str]:
    """The sentences of a template, without what chooses between them."""
    for text in form.body:
        plain = re.sub(r"\{%.*?%\}|\s", "", text).replace("{{", "{{ ").replace("}}", " }}")
        yield from (one for one in re.split("(?<=[。；])", plain) if one)


@pytest.mark.parametrize("code", letter_forms())
def test_every_sentence_of_a_letter_has_what_proves_it(code):
    assert code in STATEMENTS, f"tests/cases/letters/statements.yaml says nothing of {code}"
    assert [one["says"] for one in STATEMENTS[code]] == list(sentences(letter_form(code)))


@pytest.mark.parametrize("code", STATEMENTS)
def test_what_proves_a_sentence_is_known(code):
    for statement in STATEMENTS[code]:
        assert statement["rests"], statement["says"]
        for one in statement["rests"]:
            act = one.removeprefix("act:")
            assert one in (RESULT, LAW) or one in elements() or act in ACTS, one


@pytest.mark.parametrize("code", STATEMENTS)
def test_without_what_proves_a_sentence_there_is_no_letter(code):
    for name in {one["refused"] for one in STATEMENTS[code] if "refused" in one}:
        case = CASES[name]
        assert isinstance(made(case["letter"], case), Unissued), name


@pytest.mark.parametrize("code", [one.code for one in letter_forms().values() if one.outcomes])
def test_a_result_is_told_by_no_letter_but_its_own(code):
    own = letter_form(code).outcomes
    others = [one for one in outcomes().values() if one.code not in own and one.code[:2] != "D2"]
    for other in others:
        result = {"item": "1", "outcome": other.code, "grounds": list(other.grounds[:1])}
        case = {"more": [{"act": "replied", "day": "2026-09-24", "results": [result]}]}
        assert isinstance(made(code, case), Unissued), other.code


@pytest.mark.parametrize("code", letter_forms())
def test_a_complete_letter_is_issued(code):
    assert isinstance(made(code, {}), Letter)
