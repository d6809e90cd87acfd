"""The sample report, printed by four programs in eight layouts, is read back exactly."""

import pytest

from ogi.form import edition
from ogi.reading import read_bytes, read_document
from ogi.reading.document import TextBlock

from .conftest import Print
from .producers import PRODUCERS
from .sample import ORGAN, SENTENCES, YEARS, figures, printed_tables
from .sources import LAYOUTS

EVERY = [(year, layout) for layout in LAYOUTS for year in (2021,)] + [(2019, "ruled")]
RULED = [
    (2021, "ruled"),
    (2021, "two_columns"),
    (2021, "landscape"),
    (2021, "booklet"),
    (2019, "ruled"),
]


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize(("year", "layout"), EVERY)
def test_every_figure_is_read_as_printed(
    printed: Print, producer: str, year: int, layout: str
) -> None:
    report = read_bytes(printed(producer, year, layout))
    expected = figures(edition(year))
    assert {a: c.value for a, c in report.cells.items()} == expected
    assert [a for a, c in report.cells.items() if c.doubts] == []
    assert (report.organ, report.year) == (ORGAN, YEARS[year])


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize(("year", "layout"), EVERY)
def test_running_text_is_read_in_order(
    printed: Print, producer: str, year: int, layout: str
) -> None:
    document = read_document(printed(producer, year, layout))
    text = "".join(block.text for block in document.blocks if isinstance(block, TextBlock))
    at = [text.find(sentence) for sentences in SENTENCES.values() for sentence in sentences]
    assert -1 not in at
    assert at == sorted(at)


@pytest.mark.parametrize("producer", PRODUCERS)
@pytest.mark.parametrize(("year", "layout"), RULED)
def test_a_ruled_table_keeps_its_grid_over_pages(
    printed: Print, producer: str, year: int, layout: str
) -> None:
    tables = list(read_document(printed(producer, year, layout)).tables())
    expected = printed_tables(edition(year), figures(edition(year)))
    assert len(tables) == len(expected)
    for table, wanted in zip(tables[1:], expected[1:], strict=True):
        read = {(c.text, c.row, c.column, c.rowspan, c.colspan) for c in table.cells}
        assert read == {(c.text, c.row, c.column, c.rowspan, c.colspan) for c in wanted.cells}
        assert table.exact


@pytest.mark.parametrize("producer", PRODUCERS)
def test_every_cell_has_its_place_on_a_page(printed: Print, producer: str) -> None:
    data = printed(producer, 2021, "ruled")
    pages = {page.number: page for page in read_document(data).pages}
    for address, cell in read_bytes(data).cells.items():
        assert cell.place is not None, address
        assert cell.place.page in pages, address
        assert cell.place.box is not None, address
        left, top, right, bottom = cell.place.box
        page = pages[cell.place.page]
        assert 0 <= left < right <= page.width, address
        assert 0 <= top < bottom <= page.height, address
