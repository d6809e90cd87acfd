"""Findings as a workbook: a row a finding to filter, and who has what, organ by rule."""

import io
from collections.abc import Sequence
from math import ceil
from typing import Any

from ogi.findings import Severity
from ogi.writing.findings.audit import Audit, codes
from ogi.writing.findings.rows import HEAD, rows
from ogi.writing.placing import breadth
from ogi.writing.plain_table import put
from ogi.writing.remarks import title_of

_WIDTHS = (26, 7, 9, 8, 30, 26, 16, 60, 9, 9, 8, 40, 40, 30, 30, 20, 30)
_PRINTED = 13  # columns of the findings that are printed: up to what they rest on
_A3, _A4 = 8, 9
_LINE = 14.0  # height of a line of text, in points
_LABELS = tuple(one.label for one in Severity)
_SUMMARY = ("机关", "年度", *_LABELS, "接受", "存疑格", "无法读取格", "文件")
_FILLS = {
    Severity.ERROR.label: "#fbeceb",
    Severity.WARNING.label: "#fdf1da",
    "没有读成": "#e8edf1",
}


def findings_xlsx(audits: Sequence[Audit]) -> bytes:
    """Return the workbook; every text is written as text, never as a formula."""
    import xlsxwriter

    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": "年度报告检查结果"})
        looks = _Looks(book)
        _summary_sheet(book, audits, looks)
        _findings_sheet(book, audits, looks)
        _matrix_sheet(book, audits, looks)
    return out.getvalue()


class _Looks:
    """The few formats that the sheets share."""

    def __init__(self, book: Any) -> None:
        base = {"font_size": 10, "valign": "top"}
        self.head = book.add_format(
            {**base, "bold": True, "bg_color": "#eceae4", "bottom": 1, "text_wrap": True}
        )
        self.above = book.add_format(
            {**base, "bold": True, "bg_color": "#eceae4", "bottom": 1, "align": "center"}
        )
        self.upright = book.add_format(
            {**base, "bg_color": "#eceae4", "bottom": 1, "rotation": 90, "text_wrap": True}
        )
        self.centred = book.add_format({**base, "align": "center"})
        self.text = book.add_format({**base, "text_wrap": True})
        self.number = book.add_format({**base, "align": "right"})
        self.sum = book.add_format({**base, "bold": True, "top": 1, "align": "right"})
        self.filled = {
            word: book.add_format({**base, "text_wrap": True, "bg_color": fill})
            for word, fill in _FILLS.items()
        }


def _put(sheet: Any, row: int, column: int, value: Any, looks: _Looks, look: Any = None) -> None:
    put(sheet, row, column, value, look or looks.text, look or looks.number)


def _summary_sheet(book: Any, audits: Sequence[Audit], looks: _Looks) -> None:
    sheet = book.add_worksheet("各机关")
    sheet.write_row(0, 0, _SUMMARY, looks.above)
    _print_on(sheet, _A4)
    for at, audit in enumerate(audits, 1):
        year = audit.report.year if audit.report else None
        counts = [audit.number(severity) for severity in Severity]
        values = [audit.organ, year, *counts, audit.accepted, audit.doubted, audit.unread]
        if audit.report is None:
            values = [audit.organ, None, "没有读成", audit.trouble, *(None,) * 4]
        for column, value in enumerate([*values, audit.name]):
            _put(sheet, at, column, value, looks)
    end = len(audits)
    if end:
        _put(sheet, end + 1, 0, "合计", looks, looks.sum)
        for column in range(2, 8):
            name = chr(ord("A") + column)
            total = sum(
                value
                for audit in audits
                if audit.report is not None and (value := _summed(audit)[column - 2])
            )
            formula = f"=SUM({name}2:{name}{end + 1})"
            sheet.write_formula(end + 1, column, formula, looks.sum, total)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 7, 9)
    sheet.set_column(8, 8, 40)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(end, 1), len(_SUMMARY) - 1)


def _print_on(sheet: Any, paper: int, heads: int = 1) -> None:
    """Set a sheet up to be printed: across, its columns on one page, its head on each."""
    sheet.set_paper(paper)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0, heads - 1)
    sheet.set_footer("&C&P / &N")


def _summed(audit: Audit) -> tuple[int, ...]:
    counts = (audit.number(severity) for severity in Severity)
    return (*counts, audit.accepted, audit.doubted, audit.unread)


def _findings_sheet(book: Any, audits: Sequence[Audit], looks: _Looks) -> None:
    sheet = book.add_worksheet("问题")
    sheet.write_row(0, 0, HEAD, looks.head)
    last = 1
    for last, row in enumerate(rows(audits), 1):
        for column, value in enumerate(row):
            filled = looks.filled.get(str(value)[:2]) or looks.filled.get(str(value))
            _put(sheet, last, column, value, looks, filled if column == 2 else None)
        sheet.set_row(last, _height(row))
    for column, width in enumerate(_WIDTHS):
        sheet.set_column(column, column, width)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, last, len(HEAD) - 1)
    sheet.print_area(0, 0, last, _PRINTED - 1)
    _print_on(sheet, _A3)


def _height(row: Sequence[object]) -> float:
    """Return how high a row has to be for the texts that are printed of it."""
    lines = (
        ceil(2.1 * breadth(str(value)) / width)
        for value, width in zip(row[:_PRINTED], _WIDTHS, strict=False)
        if isinstance(value, str)
    )
    return _LINE * max(1, *lines)


def _matrix_sheet(book: Any, audits: Sequence[Audit], looks: _Looks) -> None:
    sheet = book.add_worksheet("机关与规则")
    found = list(codes(audits))
    sheet.write_row(0, 0, ("机关", *found), looks.above)
    sheet.write_row(1, 0, ("规则说明", *map(title_of, found)), looks.upright)
    sheet.write_string(1, 0, "规则说明", looks.head)
    sheet.set_row(1, 190)
    _print_on(sheet, _A4, 2)
    for at, audit in enumerate(audits, 2):
        _put(sheet, at, 0, audit.organ, looks)
        for column, code in enumerate(found, 1):
            number = sum(one.code == code and not one.accepted for one in audit.findings)
            _put(sheet, at, column, number or None, looks, looks.centred)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, max(len(found), 1), 6)
    sheet.freeze_panes(2, 1)
