"""The workbook to fill in: nothing filled in, labels locked, every cell named."""

import io

import openpyxl
import pytest
from place import invented

from ogi.data import of_place
from ogi.form import State, edition
from ogi.reading import read_bytes
from ogi.writing.equations import REST, references
from ogi.writing.template import form_workbook

from .filling import TEXTS, cell, filled

YEARS = {2019: 2020, 2021: 2023}


@pytest.fixture(scope="module", params=sorted(YEARS))
def year(request):
    return request.param


@pytest.fixture(scope="module")
def book(year):
    return openpyxl.load_workbook(io.BytesIO(form_workbook(edition(year))))


def test_every_cell_of_the_form_is_named_empty_and_unlocked(book, year):
    for address in edition(year).addresses:
        assert cell(book, address).value is None
        assert not cell(book, address).protection.locked


def test_labels_are_locked_on_every_sheet_without_a_password(book):
    for sheet in book:
        assert sheet.protection.sheet
        assert not sheet.protection.password
        assert all(one.protection.locked for row in sheet for one in row if one.value is not None)


def test_every_cell_takes_only_what_belongs_there(book, year):
    kinds = {
        form.address(row, column): column.kind
        for form in edition(year).tables.values()
        for row in form.rows
        for column in row.columns
    }
    for address, kind in kinds.items():
        at = cell(book, address)
        (rule,) = [
            one for one in at.parent.data_validations.dataValidation if at.coordinate in one.cells
        ]
        assert rule.type == ("decimal" if kind == "amount" else "whole")
        assert (int(rule.formula1) < 0) == (kind == "change")
        assert rule.prompt
        assert rule.error
        assert rule.allow_blank


def test_every_printed_relation_is_a_formula_beside_the_table(book):
    formulas = [one.value for sheet in book for row in sheet for one in row if one.data_type == "f"]
    assert sum("第一项加第二项之和" in one for one in formulas) == 7
    assert sum("各类申请人之和" in one for one in formulas) >= 23
    assert sum("尚未审结之和" in one for one in formulas) == 3
    assert all("COUNT" in one for one in formulas if "相差" in one), "a blank is not judged"


def test_filled_in_it_reads_back_without_what_stands_beside_the_tables(year):
    form = edition(year)
    cells = {address: number % 50 for number, address in enumerate(form.addresses)}
    blank = set(form.addresses[::9])
    for address in form.addresses:
        if address.endswith("amount"):
            cells[address] = 412.635
        if address.endswith("items_change"):
            cells[address] = -18
    cells.update(dict.fromkeys(blank))
    read = read_bytes(filled(year, cells, YEARS[year]))
    assert set(read.editions.values()) == {year}
    assert {
        address: None if one.value is None else float(one.value)
        for address, one in read.cells.items()
    } == cells
    assert {read.cells[address].state for address in blank} == {State.BLANK}
    texts = ["\n".join(paragraphs) for paragraphs in TEXTS.values()]
    assert [read.sections[key].text for key in ("overview", "problems", "other")] == texts
    assert not read.stray


@pytest.mark.parametrize(("said", "blank"), [("其余填0", 0), ("照空着", None), (None, None)])
def test_blanks_are_zeros_only_where_whoever_fills_in_says_so(year, said, blank):
    form = edition(year)
    typed = form.addresses[::5]
    read = read_bytes(filled(year, {**dict.fromkeys(typed, 4), REST: said}, YEARS[year]))
    values = {address: one.value for address, one in read.cells.items()}
    assert values == {address: 4 if address in typed else blank for address in form.addresses}
    remarks = [one for one in read.remarks if "读作0" in one]
    assert bool(remarks) == (said == "其余填0")
    assert not read.stray


def test_every_total_is_reckoned_beside_or_below_its_table(book, year):
    formulas = {
        one.value: one
        for sheet in book
        for row in sheet
        for one in row
        if one.data_type == "f" and "SUM(" in one.value and "相差" not in one.value
    }
    form = edition(year)
    totals = {
        equation
        for table in form.tables.values()
        for relation in table.relations
        for equation in relation.equations
        if {*equation.left, *equation.right} <= {*form.addresses}  # no column of a report's own
    }
    assert len(formulas) == len(totals)
    assert all(one.startswith("=IF(COUNT(") for one in formulas), "nothing typed is no total"


def test_the_same_form_is_the_same_bytes(year):
    assert form_workbook(edition(year)) == form_workbook(edition(year))


def test_neighbouring_cells_are_one_range():
    assert references([(3, 4), (3, 5), (3, 6)]) == "E4:G4"
    assert references([(9, 1), (2, 1), (3, 1)]) == "B3:B4,B10"


def test_a_form_without_a_year_is_read_in_one_edition_whatever_edition_comes_later(year):
    with of_place(invented()):
        form = edition(year)
        cells = {address: number % 50 for number, address in enumerate(form.addresses)}
        read = read_bytes(filled(year, cells, YEARS[year]))
    assert set(read.editions.values()) == {year}
