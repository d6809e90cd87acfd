"""What recognition is unsure of is doubted unless the relations of the form confirm it."""

from dataclasses import replace

import pytest

from ogi.form import AnnualReport, Cell, Equation, State, edition
from ogi.place import Place
from ogi.reading.document import Document, Recognised, TableBlock, TableCell
from ogi.reading.matching import match
from ogi.reading.matching.unsure import with_unsure

ADDRESS = "applications.granted.company"
COLUMNS = (
    "natural_person",
    "company",
    "research_body",
    "public_interest_body",
    "legal_service_body",
    "other_body",
    "total",
)


@pytest.fixture
def document() -> Document:
    """Table three as a scan prints it: 12 granted to companies, nothing else."""
    table = edition(2021).tables["applications"]
    cells: list[TableCell] = []
    for at, row in enumerate(table.rows):
        cells.append(_cell(row.label, at, 0))
        for column, kind in enumerate(COLUMNS, start=1):
            counts = row.key in ("received", "granted", "closed") and kind in ("company", "total")
            cells.append(_cell("12" if counts else "0", at, column))
    return Document("image", (TableBlock(tuple(cells), len(table.rows), len(COLUMNS) + 1),))


def _cell(text: str, row: int, column: int) -> TableCell:
    place = Place(page=1, table=1, row=row + 1, column=column + 1)
    return TableCell(text, row, column, place=place, recognised=Recognised(0.99))


def read(document: Document, text: str, *said: Recognised, address: str = ADDRESS) -> AnnualReport:
    """Read the table with another text in one cell, or another opinion of it."""
    place = match(document).cells[address].place
    (table,) = document.tables()
    cells = tuple(
        replace(cell, text=text, recognised=said[0] if said else None)
        if cell.place == place
        else cell
        for cell in table.cells
    )
    return match(replace(document, blocks=(replace(table, cells=cells),)))


def test_sure_figures_that_agree_with_the_relations_are_not_doubted(document: Document) -> None:
    assert not any(cell.doubts for cell in match(document).cells.values())


def test_unsure_figures_are_taken_where_the_relations_confirm_them(document: Document) -> None:
    cell = read(document, "12", Recognised(0.6, ("72",))).cells[ADDRESS]
    assert (cell.value, cell.doubts) == (12, ())


def test_unsure_figures_that_break_a_relation_are_doubted(document: Document) -> None:
    cell = read(document, "13", Recognised(0.6)).cells[ADDRESS]
    assert cell.value == 13
    assert [doubt.kind for doubt in cell.doubts] == ["recognised"]


def test_sure_figures_are_doubted_where_the_runner_up_fits_the_relations(
    document: Document,
) -> None:
    cell = read(document, "72", Recognised(0.99, ("12",))).cells[ADDRESS]
    assert cell.value == 72
    (doubt,) = cell.doubts
    assert doubt.candidates == ("72", "12")


def test_a_report_that_is_wrong_itself_is_read_as_printed(document: Document) -> None:
    cell = read(document, "72", Recognised(0.99, ("71",))).cells[ADDRESS]
    assert (cell.value, cell.doubts) == (72, ())


def test_two_readings_that_differ_are_settled_by_the_relations_and_said(document: Document) -> None:
    cell = read(document, "72", Recognised(0.0, ("12",))).cells[ADDRESS]
    (doubt,) = cell.doubts
    assert (cell.value, doubt.settled, set(doubt.candidates)) == (12, True, {"72", "12"})


def test_two_readings_that_both_break_the_relations_leave_the_cell_open(document: Document) -> None:
    cell = read(document, "72", Recognised(0.0, ("92",))).cells[ADDRESS]
    assert (cell.value, cell.state) == (None, State.UNREADABLE)
    assert cell.doubts[-1].candidates == ("72", "92")


def test_ink_in_a_blank_cell_is_not_a_blank(document: Document) -> None:
    cell = read(document, "", Recognised(0.0)).cells[ADDRESS]
    assert (cell.value, cell.state) == (None, State.UNREADABLE)
    assert any(doubt.kind == "recognised" for doubt in cell.doubts)


def test_a_blank_without_ink_stays_a_blank(document: Document) -> None:
    assert read(document, "").cells[ADDRESS].state is State.BLANK


def judged(*cells: tuple[str, Recognised]) -> list[bool]:
    """Tell which of some cells are doubted; the first must equal the sum of the others."""
    addresses = [f"table.row.{index}" for index in range(len(cells))]
    places = [Place(page=1, table=1, row=1, column=index + 1) for index in range(len(cells))]
    held = {
        address: Cell(int(text), text, State.PRINTED, place)
        if text
        else Cell(state=State.BLANK, place=place)
        for address, (text, _), place in zip(addresses, cells, places, strict=True)
    }
    relation = Equation("R000", "", (addresses[0],), tuple(addresses[1:]))
    texts = {place: cell for place, cell in zip(places, cells, strict=True) if cell[0]}
    return [bool(cell.doubts) for cell in with_unsure(held, [relation], texts).values()]


SURE, UNSURE = Recognised(0.99), Recognised(0.6)


def test_two_unsure_figures_do_not_confirm_one_another() -> None:
    assert judged(("5", SURE), ("5", UNSURE), ("0", SURE)) == [False, False, False]
    assert judged(("5", SURE), ("5", UNSURE), ("0", UNSURE)) == [False, True, True]


def test_a_long_number_beside_a_blank_is_suspected_unless_its_sum_holds() -> None:
    assert judged(("12", SURE), ("12", SURE), ("", SURE)) == [False, False, False]
    assert judged(("3", SURE), ("12", SURE), ("", SURE)) == [False, True, False]
