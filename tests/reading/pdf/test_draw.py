"""The cells of a report are drawn on its pages, each as it was read."""

from dataclasses import replace

import pytest

from ogi.errors import UnsupportedFormatError
from ogi.form import AnnualReport, Cell, Doubt, State
from ogi.place import Place
from ogi.reading import read_bytes
from ogi.reading.draw import DOUBT, READ, draw

from .conftest import Print
from .handmade import pdf, text

PAGE = pdf([text(20, 20, "x"), text(20, 20, "y")])
HERE = Place(page=1, box=(100, 100, 200, 140))


def _colours(report: AnnualReport, page: int = 1) -> set[str]:
    _, picture = draw(PAGE, report)[page - 1]
    found = picture.getcolors(100_000)
    assert found is not None
    return {"#{:02x}{:02x}{:02x}".format(*colour) for _, colour in found}


def test_a_cell_that_was_read_has_a_blue_frame() -> None:
    report = AnnualReport(cells={"a": Cell(12, "12", State.PRINTED, HERE)})
    assert READ in _colours(report)
    assert DOUBT not in _colours(report)
    assert READ not in _colours(report, page=2)


def test_a_doubt_has_a_broken_violet_frame() -> None:
    sure = AnnualReport(cells={"a": Cell(None, "", State.BLANK, HERE)})
    doubt = Cell(12, "12", State.PRINTED, HERE, doubts=(Doubt("shift", "可能错位"),))
    doubted = AnnualReport(cells={"a": doubt})
    assert READ not in _colours(doubted)
    assert DOUBT in _colours(doubted)
    assert _edge(doubted) < _edge(sure)


def _edge(report: AnnualReport) -> int:
    """Count the violet points on the left edge of the cell, where nothing is written."""
    _, picture = draw(PAGE, report)[0]
    violet = tuple(bytes.fromhex(DOUBT[1:]))
    return sum(picture.getpixel((203, y)) == violet for y in range(200, 282))


def test_a_cell_without_a_value_has_a_violet_frame() -> None:
    report = AnnualReport(cells={"a": Cell(None, "", State.UNREADABLE, HERE)})
    assert DOUBT in _colours(report)


def test_a_cell_without_a_place_is_left_out() -> None:
    nowhere = Cell(12, "12", State.PRINTED, replace(HERE, box=None))
    assert READ not in _colours(AnnualReport(cells={"a": nowhere}))


def test_only_documents_with_pages_are_drawn() -> None:
    with pytest.raises(UnsupportedFormatError, match="PDF"):
        draw("一、总体情况".encode(), AnnualReport())


def test_every_page_of_a_printed_report_is_drawn(printed: Print) -> None:
    data = printed("typst", 2021, "ruled")
    drawn = draw(data, read_bytes(data), scale=1.0)
    assert [number for number, _ in drawn] == [1, 2]
    assert drawn[0][1].size == (596, 842)
