from dataclasses import replace
from decimal import Decimal

import pyarrow as pa
import pytest
from pyarrow import parquet
from writing.made import doubted, report, unreadable

from ogi.checks import check
from ogi.dataset.documents import pack_readings
from ogi.dataset.reports import report_of
from ogi.dataset.rows import exact, figures_of, report_row
from ogi.dataset.schema import READING, packed
from ogi.findings import Outcome
from ogi.form import Cell, State
from ogi.place import Place


def kept(made, verdicts=()):
    data = packed([report_row(made, verdicts)], READING)
    return parquet.read_table(pa.BufferReader(data))


@pytest.mark.parametrize("year", [2019, 2021])
def test_a_report_comes_back_from_its_row(year):
    address = "applications.received.company"
    made = report(year, cells={address: None, "applications.received.total": 1024})
    again = report_of(kept(made))
    assert again.cells == made.cells
    assert (again.organ, again.year, again.editions) == (made.organ, made.year, made.editions)
    assert {key: one.text for key, one in again.sections.items()} == {
        key: one.text for key, one in made.sections.items()
    }


def test_a_row_keeps_amounts_notes_doubts_and_places_on_pages():
    cell = Cell(
        Decimal("412.635"), "412.635元", State.PRINTED, Place(2, (1.0, 2.5, 3.0, 4.0)), "元"
    )
    cells = {
        "proactive.charges.amount": cell,
        "disputes.review.total": doubted(3, "印得模糊", "3", "8"),
        "disputes.review.upheld": unreadable("12", "1", "2"),
    }
    again = report_of(kept(report(cells=cells)))
    assert again.cells["proactive.charges.amount"] == cell
    assert again.cells["disputes.review.total"].doubts[0].says == "印得模糊"
    assert again.cells["disputes.review.upheld"].state is State.UNREADABLE


def test_a_row_keeps_what_was_found():
    made = report(cells={"applications.received.total": 5})
    row = kept(made, check(made)).to_pylist()[0]
    assert row["errors"] == sum(one["severity"] == "error" for one in row["findings"]) > 0
    assert sum(row[outcome.value] for outcome in Outcome) == len(check(made))


@pytest.mark.parametrize("value", [10**18, Decimal("0.0000001"), Decimal("NaN"), Decimal("1E30")])
def test_a_number_that_would_have_to_be_rounded_is_left_out_and_its_print_stays(value):
    assert exact(value) is None
    made = report(cells={"disputes.review.total": Cell(value, str(value), State.PRINTED)})
    cells = {cell["address"]: cell for cell in kept(made).to_pylist()[0]["cells"]}
    assert cells["disputes.review.total"]["value"] is None
    assert cells["disputes.review.total"]["text"] == str(value)


def test_text_that_is_no_text_is_written_all_the_same():
    made = replace(report(), title="标题\ud800", remarks=("半个字\ud83d",))
    assert kept(made)["title"].to_pylist() == ["标题�"]


def test_two_prints_of_one_number_are_the_same_figures():
    plain = report(cells={"disputes.review.total": Cell(1024, "1024", State.PRINTED)})
    comma = report(cells={"disputes.review.total": Cell(1024, "1,024", State.PRINTED)})
    dash = report(cells={"disputes.review.total": Cell(None, "—", State.PRINTED)})
    assert figures_of(plain) == figures_of(comma) != figures_of(dash)


def test_a_row_that_cannot_be_written_costs_no_other_row():
    known = {"content": "x", "member": "", "reader": "r", "size": 1}
    good, bad = (known | report_row(report(year), ()) for year in (2019, 2021))
    found = parquet.read_table(pa.BufferReader(pack_readings([good, bad | {"year": 10**12}])))
    assert found["kind"].to_pylist() == [None, "unexpected"]
    assert found["year"].to_pylist() == [2023, None]
