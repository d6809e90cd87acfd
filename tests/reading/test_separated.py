"""A sheet saved as CSV is read as the sheet is; commas in a text make no sheet."""

import random

import pytest
from reading.damage import draw_cells, print_tables
from reading.printing import as_csv, parts_of

from ogi.form import edition
from ogi.reading import read_bytes, read_document

TITLE = "云川市测试局2023年政府信息公开工作年度报告"


@pytest.fixture
def drawn():
    return draw_cells(edition(2021), random.Random(11))


@pytest.fixture
def sheet(drawn):
    return as_csv(parts_of(print_tables(edition(2021), drawn), TITLE)).decode("utf-8-sig")


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-16"])
@pytest.mark.parametrize("separator", [",", ";"])
def test_a_sheet_of_any_separator_and_encoding_is_read(sheet, drawn, separator, encoding):
    report = read_bytes(sheet.replace(",", separator).encode(encoding))
    assert {address: cell.value for address, cell in report.cells.items()} == drawn
    assert not any(cell.doubts for cell in report.cells.values())


def test_a_cell_of_several_lines_is_one_cell(sheet, drawn):
    report = read_bytes(sheet.replace("\n行政许可,", '\n"行政\n许可",').encode())
    assert (
        report.cells["proactive.licensing.decisions"].value
        == drawn["proactive.licensing.decisions"]
    )


def test_a_thousand_in_quotes_is_one_number(sheet):
    start = sheet.index("\n规章,")
    row = sheet[start + 1 : sheet.index("\n", start + 1)]
    cells = row.split(",")
    cells[1] = '"1,234"'
    report = read_bytes(sheet.replace(row, ",".join(cells)).encode())
    assert report.cells["proactive.rules.issued"].value == 1234


def test_a_blank_cell_of_a_sheet_is_blank(sheet):
    start = sheet.index("\n规章,")
    row = sheet[start + 1 : sheet.index("\n", start + 1)]
    cells = row.split(",")
    cells[2] = ""
    report = read_bytes(sheet.replace(row, ",".join(cells)).encode())
    assert report.cells["proactive.rules.repealed"].value is None


@pytest.mark.parametrize(
    "text",
    [
        "收到申请,答复申请,结转申请,复议,诉讼各若干件。\n没有其他。",
        "甲,乙,丙,丁,戊",
        '甲,乙,丙,丁,"戊\n己',
    ],
)
def test_commas_of_a_text_make_no_sheet(text):
    document = read_document(text.encode())
    assert not list(document.tables())
