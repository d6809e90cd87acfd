"""A fill-in workbook, filled by a script as by hand: cells found by their names."""

import io
from collections.abc import Mapping

import openpyxl

from ogi.form import edition
from ogi.writing.template import form_workbook

ORGAN, YEAR = "report.organ", "report.year"
TEXTS = {
    "一、总体情况": ("全年收到申请3件，均已按期答复。", "没有发生责任追究的情形。"),
    "五、存在的主要问题及改进情况": ("公开不够及时，明年改进。",),
    "六、其他需要报告的事项": ("没有收取信息处理费。",),
}


def filled(year: int, cells: Mapping[str, object], report_year: int) -> bytes:
    """Return the workbook of an edition with these cells filled in and the texts written."""
    book = openpyxl.load_workbook(io.BytesIO(form_workbook(edition(year))))
    named = {ORGAN: "云岭县林业局", YEAR: report_year, **cells}
    for name, value in named.items():
        cell(book, name).value = value
    for sheet, texts in TEXTS.items():
        for row, text in enumerate(texts, 2):
            book[sheet].cell(row, 1).value = text
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def cell(book: openpyxl.Workbook, name: str):
    ((sheet, reference),) = book.defined_names[name].destinations
    return book[sheet][reference.replace("$", "")]
