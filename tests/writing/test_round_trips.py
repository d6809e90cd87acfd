"""What is written reads back as what it was, in every format."""

import os

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from ogi.form import AnnualReport, Cell, State
from ogi.reading import read_bytes
from ogi.writing import KINDS, write_report

from .made import doubted, report, section, unreadable
from .same import said
from .strategies import WORDS, reports

# The same reports every time, so that a red run is a change of the code.
EXAMPLES = int(os.environ.get("OGI_FUZZ", "8"))
SAME_EVERY_TIME = "OGI_FUZZ" not in os.environ
ALL = (*KINDS, "json")
NOTHING_ELSE = "没有其他需要报告的事项。"
RECEIVED = "applications.received.total"
MARKUP = tuple(kind for kind in KINDS if kind not in ("md", "txt"))

drawn = settings(
    max_examples=EXAMPLES,
    derandomize=SAME_EVERY_TIME,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    phases=[Phase.generate],  # a report has two hundred cells: making it smaller takes minutes
)


def back(written: AnnualReport, kind: str) -> AnnualReport:
    return read_bytes(write_report(written, kind))


@pytest.mark.parametrize("kind", ALL)
@drawn
@given(report=reports())
def test_what_is_written_reads_back(kind: str, report: AnnualReport):
    assert said(back(report, kind)) == said(report)


@pytest.mark.parametrize("kind", ALL)
def test_the_same_report_is_the_same_bytes(kind):
    assert write_report(report(), kind) == write_report(report(), kind)


@pytest.mark.parametrize("kind", ALL)
def test_a_blank_stays_a_blank(kind):
    read = back(report(cells={RECEIVED: None}), kind).cells[RECEIVED]
    assert (read.value, read.state) == (None, State.BLANK)


@pytest.mark.parametrize("kind", KINDS)
def test_a_cell_that_could_not_be_read_is_never_given_a_number(kind):
    row = {
        f"applications.granted.{one}": unreadable("693665", "6", "69")
        for one in ("natural_person", "company", "research_body")
    }
    read = back(report(cells=row), kind)
    assert all(read.cells[address].value is None for address in row)
    assert all(read.cells[address].text == "无法读取" for address in row)
    assert "6或69" in read.sections["other"].text


@pytest.mark.parametrize("kind", KINDS)
def test_a_doubted_number_keeps_its_mark_and_its_note(kind):
    read = back(report(cells={RECEIVED: doubted(6, "末位不清", "6", "8")}), kind)
    assert read.cells[RECEIVED].value == 6
    assert "?" in (read.cells[RECEIVED].note or "")
    assert "末位不清" in read.sections["other"].text


def test_json_keeps_doubts_places_and_labels():
    doubt = {RECEIVED: doubted(6, "末位不清", "6", "8")}
    written = report(cells=doubt)
    read = back(written, "json")
    assert read.cells == written.cells
    assert read.labels == written.labels
    assert said(read) == said(written)


@pytest.mark.parametrize("kind", MARKUP)
def test_rows_that_are_not_there_are_not_written(kind):
    gone = {
        address: Cell()
        for address in report().cells
        if address.startswith("applications.otherwise.fee_unpaid")
    }
    assert len(gone) == 7
    read = back(report(cells=gone), kind)
    assert {read.cells[address].state for address in gone} == {State.ABSENT}
    assert read.cells["applications.otherwise.other.total"].value == 0


@pytest.mark.parametrize("kind", KINDS)
def test_a_column_outside_the_form_is_kept(kind):
    rows = {a.rpartition(".")[0] for a in report().cells if a.startswith("applications.")}
    extras = {f"{row}.subtotal": Cell(0, "0", State.PRINTED) for row in rows}
    read = back(report(extras=extras), kind)
    assert {address: cell.value for address, cell in read.extras.items()} == dict.fromkeys(
        extras, 0
    )


def test_a_short_last_page_of_a_pdf_keeps_heading_and_text_apart():
    texts = {"overview": section("overview", *WORDS), "other": section("other", NOTHING_ELSE)}
    read = back(report(sections={**report().sections, **texts}), "pdf")
    assert read.sections["other"].text == NOTHING_ELSE
