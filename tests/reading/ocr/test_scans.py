"""Samples printed to pictures, spoilt, and read back: nothing wrong without a doubt.

OGI_SCANS=all reads every sample in every state; without it a few are enough.
"""

import io
import json
import os
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from reading.test_nothing_lost import placed, read

from ogi.form import AnnualReport
from ogi.reading import read_bytes, read_document
from ogi.reading.document import TableBlock
from ogi.reading.evaluation import Score, compare
from ogi.reading.limits import Limits

from . import spoiling
from .spoiling import KINDS, as_pdf, as_picture, as_tiff, printed

SAMPLES = Path(__file__).parents[3] / "samples"
NAMES = ("printed-by-browser", "landscape", "mixed-editions")
FEW = (
    ("printed-by-browser", 200, "scanned"),
    ("mixed-editions", 150, "scanned"),
    ("landscape", 200, "faint"),
    ("printed-by-browser", 200, "photographed"),
    ("printed-by-browser", 200, "covered"),
    ("mixed-editions", 200, "sealed_and_scanned"),
    ("landscape", 150, "sealed_and_copied"),
)
MANY = tuple((name, dpi, kind) for name in NAMES for dpi in (150, 200, 300) for kind in KINDS)
CASES = MANY if os.environ.get("OGI_SCANS") == "all" else FEW
RIGHT_AT_200 = 0.995


@cache
def pages(name: str, dpi: int) -> list[spoiling.Picture]:
    return printed((SAMPLES / name / "source.pdf").read_bytes(), dpi)


def score(name: str, report: AnnualReport) -> Score:
    truth = json.loads(
        (SAMPLES / name / "truth.json").read_text(encoding="utf-8"), parse_float=Decimal
    )
    return compare(name, report, truth)


def values_on(page: int, report: AnnualReport) -> dict[str, int | Decimal | None]:
    return {
        address: cell.value
        for address, cell in report.cells.items()
        if cell.place is not None and cell.place.page == page
    }


@cache
def second_page() -> dict[str, int | Decimal | None]:
    """What stands on the second page of a sample, by its text."""
    return values_on(2, read_bytes((SAMPLES / "mixed-editions" / "source.pdf").read_bytes()))


@pytest.mark.parametrize(("name", "dpi", "kind"), CASES)
def test_a_scan_is_read_without_a_silent_error(name: str, dpi: int, kind: str) -> None:
    report = read_bytes(as_tiff(map(KINDS[kind], pages(name, dpi)), dpi))
    result = score(name, report)
    assert not result.silent, result.faults
    if dpi == 200 and kind != "sealed_and_copied":
        assert result.right >= RIGHT_AT_200 * result.cells, result.faults


@pytest.mark.parametrize("kind", ["clean", "scanned", "photographed", "covered"])
@pytest.mark.parametrize("page", [0, 1])
def test_every_character_that_is_recognised_has_a_place(page: int, kind: str) -> None:
    document = read_document(as_picture(KINDS[kind](pages("mixed-editions", 150)[page]), "PNG"))
    assert placed(document) == read(document)
    if kind == "clean":
        digits = Counter(filter(str.isdecimal, text_of("mixed-editions", page)))
        assert digits
        assert digits - read(document) == Counter()


def text_of(name: str, page: int) -> str:
    """Return what a page of a sample prints."""
    document = read_document((SAMPLES / name / "source.pdf").read_bytes())
    blocks = [*document.blocks]
    parts = [c for b in blocks for c in (b.cells if isinstance(b, TableBlock) else (b,))]
    return "".join(part.text for part in parts if part.place and part.place.page == page + 1)


def test_the_organ_and_the_year_are_read_from_a_photograph() -> None:
    page = spoiling.photographed(pages("mixed-editions", 150)[0])
    report = read_bytes(as_picture(page, "JPEG"))
    assert (report.organ, report.year) == ("汀泽县人民政府", 2023)
    assert report.source.format == "image"


def test_a_page_that_lies_on_its_side_is_turned() -> None:
    page = spoiling.on_its_side(spoiling.scanned(pages("mixed-editions", 150)[1]))
    report = read_bytes(as_picture(page, "PNG"))
    assert values_on(1, report) == second_page()


def test_a_seal_over_the_table_does_not_hide_it() -> None:
    report = read_bytes(as_picture(spoiling.sealed(pages("mixed-editions", 150)[1]), "PNG"))
    assert values_on(1, report) == second_page()


def test_what_a_seal_in_grey_lies_on_is_doubted_unless_the_sums_confirm_it() -> None:
    page = pages("mixed-editions", 200)[0]
    plain = read_bytes(as_picture(page, "PNG"))
    copied = read_bytes(as_picture(spoiling.sealed_and_copied(page), "PNG"))
    address = "proactive.penalties.decisions"
    assert not plain.cells[address].doubts
    assert copied.cells[address].doubts
    assert not copied.cells["proactive.rules.issued"].doubts


def test_a_spread_is_two_pages_in_order() -> None:
    spread = spoiling.side_by_side(pages("mixed-editions", 150))
    report = read_bytes(as_picture(spread, "PNG"))
    result = score("mixed-editions", report)
    assert (result.right, result.silent) == (result.cells, 0)
    assert {cell.place.page for cell in report.cells.values() if cell.place} == {1}


def test_a_pdf_may_mix_text_and_scans() -> None:
    text = pdfium.PdfDocument((SAMPLES / "mixed-editions" / "source.pdf").read_bytes())
    scan = pdfium.PdfDocument(as_pdf([spoiling.scanned(pages("mixed-editions", 150)[1])], 150))
    mixed = pdfium.PdfDocument.new()
    mixed.import_pages(text, [0])
    mixed.import_pages(scan)
    out = io.BytesIO()
    mixed.save(out)
    for document in (mixed, scan, text):
        document.close()
    report = read_bytes(out.getvalue())
    result = score("mixed-editions", report)
    assert (result.right, result.silent) == (result.cells, 0)
    assert report.source.format == "pdf"
    assert values_on(2, report) == second_page()


def test_of_a_long_scan_the_first_pages_are_read_and_the_rest_is_said() -> None:
    data = as_pdf([pages("mixed-editions", 150)[1]] * 3, 150)
    report = read_bytes(data, limits=Limits(pages=2, scans=1))
    assert values_on(1, report) == second_page()
    assert any("共3页，其中2页图像" in remark for remark in report.remarks)
