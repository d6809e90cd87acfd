"""Every letter of the set, as it goes out and as it is kept back."""

import io
import re
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from jinja2 import Environment, meta

from letters.cases import COMPLETE, load, made, text_of
from ogi.letters import (
    Letter,
    Unissued,
    elements,
    letter_form,
    letter_forms,
    letter_paper,
    needed_by_all,
)
from ogi.letters.shared import common
from ogi.writing import print_paper

GOLDENS = Path(__file__).parent / "goldens"
OFFICIAL = {"correction_lapse", "third_party_period", "third_party_silence", "organ_period"} | {
    "organ_silence", "fee_payment_period", "fee_lapse", "you", "basis", "subject", "content",
    "application", "parts",
}  # fmt: skip
CASES = {
    f"{name}: {key}": case
    for name in ("remedies", "withheld", "kept_back", "days", "wording", "ledger")
    for key, case in load(name).items()
}


@pytest.mark.parametrize("code", letter_forms())
def test_a_complete_letter_reads_as_before(code, golden):
    letter = made(code, {})
    assert isinstance(letter, Letter), str(letter)
    printed = print_paper(letter_paper(letter), "txt").decode()
    golden(GOLDENS / f"{code}.txt", printed)


@pytest.mark.parametrize("code", letter_forms())
def test_a_letter_has_every_element_that_the_norms_ask_for(code):
    letter = made(code, {})
    assert isinstance(letter, Letter)
    text = text_of(letter)
    assert letter.form.title in letter_paper(letter).title
    assert all((letter.number, letter.organ, letter.day, letter.addressee))
    assert "（印章）" in print_paper(letter_paper(letter), "txt").decode()
    if letter.form.to == "applicant":
        assert "青石路18号地块的用地批复" in text
    if letter.form.remedy:
        assert "申请行政复议" in text
        assert "提起行政诉讼" in text
        assert re.search("《.*》第.*条|国办公开办函|档案法", text)
    else:
        assert "行政复议" not in text


@pytest.mark.parametrize("code", letter_forms())
def test_a_letter_that_lacks_a_fact_is_not_issued(code):
    for name in COMPLETE[code].get("facts", {}):
        key = next((one.key for one in elements().values() if one.name == name), name)
        kept = made(code, {"without": [name]})
        if key in letter_form(code).needs:
            assert isinstance(kept, Unissued)
            assert elements()[key] in kept.missing


@pytest.mark.parametrize("code", letter_forms())
def test_what_a_letter_prints_is_what_it_needs(code):
    form = letter_form(code)
    named = set()
    opening = [common().opening] if form.to == "applicant" else []
    for text in (*opening, *form.body):
        named |= meta.find_undeclared_variables(Environment().parse(text))
    known = {*form.needs, *form.may, *needed_by_all(form.to)}
    known |= {key for group in form.one_of for key in group}
    assert named <= known | OFFICIAL


@pytest.mark.parametrize("code", COMPLETE)
def test_a_letter_cites_the_article_of_its_case(code):
    letter = made(code, {})
    assert isinstance(letter, Letter)
    article = COMPLETE[code]["article"].removeprefix("条例").removesuffix("第三款")
    article = re.sub(r"^国办函〔2020〕109号", "", article)
    cited = "".join(map(str, letter.form.cites)) + "".join(map(str, letter.cites))
    assert article in cited


def marked(name: str) -> object:
    """A case, with the year whose notice on holidays was the last on file where it says so."""
    year = CASES[name].get("notices_until")
    return pytest.param(name, marks=[pytest.mark.notices_until(year)] if year else [])


@pytest.mark.parametrize("name", list(map(marked, CASES)))
def test_a_letter_is_as_a_case_says(name):
    case = CASES[name]
    assert case["article"]
    letter = made(case["letter"], case)
    if "missing" in case or "trouble" in case:
        assert isinstance(letter, Unissued)
        assert [one.name for one in letter.missing] == case.get("missing", [])
        assert len(letter.troubles) == len(case.get("trouble", []))
        for found, wanted in zip(letter.troubles, case.get("trouble", []), strict=True):
            assert wanted in found
        assert str(letter)
        return
    assert isinstance(letter, Letter), str(letter)
    text = text_of(letter)
    for wanted in case.get("says", []):
        assert wanted in text
    for unwanted in case.get("says_not", []):
        assert unwanted not in text
    for note in case.get("notes", []):
        assert any(note in one for one in letter.notes)


def test_a_letter_prints_in_every_format_of_papers():
    letter = made("R03", {})
    assert isinstance(letter, Letter)
    for kind in ("docx", "html", "txt", "md"):
        assert print_paper(letter_paper(letter), kind)


def test_the_slip_to_be_sent_back_begins_a_page():
    letter = made("P05", {})
    assert isinstance(letter, Letter)
    with zipfile.ZipFile(io.BytesIO(print_paper(letter_paper(letter), "docx"))) as word:
        assert b"<w:pageBreakBefore/>" in word.read("word/document.xml")
    with pypdfium2.PdfDocument(print_paper(letter_paper(letter), "pdf")) as pages:
        texts = [page.get_textpage().get_text_range() for page in pages]
    assert texts[-1].lstrip().startswith("附：第三方意见回复单")


def test_the_slip_of_an_inquiry_is_filled_as_far_as_it_is_known():
    letter = made("P05", {})
    assert isinstance(letter, Letter)
    printed = print_paper(letter_paper(letter), "txt").decode()
    assert "第三方意见回复单" in printed
    assert "| 第三方 | 青石置业有限公司 |" in printed
