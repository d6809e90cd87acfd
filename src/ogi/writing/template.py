"""The form as a workbook to fill in (填报表): labels locked, values checked while they are typed.

Nothing is filled in beforehand: a blank stays a blank, and a relation with a blank in it
is not judged. What stands beside the tables for whoever fills them in lies in areas named
`ogi.aside…`, which are no part of the report and are not read back.
"""

import io
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ogi.form import Edition, SectionForm
from ogi.writing.equations import REST, ZERO
from ogi.writing.filling import ASIDE, EMPTY, table_sheet
from ogi.writing.xlsx import Looks, cell_name

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_LONG_AGO = datetime(2000, 1, 1)
_PARAGRAPHS = 40  # places for paragraphs in a section of text
_TEXT_WIDTH = 92
_TITLE = '=IF(OR(report.organ="",report.year=""),"",report.organ&report.year&"{ending}")'
_ENDING = "年政府信息公开工作年度报告"
_ORGAN, _YEAR, _REST = (2, 1), (3, 1), (4, 1)  # what is filled in on the first sheet
_LEFT_BLANK = "照空着"


def form_workbook(form: Edition) -> bytes:
    """Return the workbook to fill in for an edition of the form."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"title": f"填报表（{form.year}年版）", "created": _LONG_AGO})
    looks = Looks(book)
    _title_sheet(book, form, looks)
    for section in form.sections:
        if section.content == "table":
            table = form.tables[section.key]
            table_sheet(book, _sheet(book, section.heading), table, section.heading, looks)
        else:
            _text_sheet(book, section, looks)
    book.close()
    return target.getvalue()


def _sheet(book: "Workbook", name: str) -> "Worksheet":
    sheet = book.add_worksheet(name)
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.protect("", {"format_columns": True, "format_rows": True})
    return sheet


def _title_sheet(book: "Workbook", form: Edition, looks: Looks) -> None:
    sheet = _sheet(book, "标题")
    sheet.set_column(0, 0, 16)
    sheet.set_column(1, 1, _TEXT_WIDTH - 16)
    sheet.set_row(0, 40)
    title = looks(bold=True, font_size=16, align="center")
    sheet.merge_range(0, 0, 0, 1, "", title)
    sheet.write_formula(0, 0, _TITLE.format(ending=_ENDING), title, "")
    filled = looks(border=1, locked=False, align="left")
    last = f"至{form.last_year}" if form.last_year else "起"
    for (row, column), label, name, hint in (
        (_ORGAN, "机关全称", "report.organ", "写全称，与公章一致；标题由它和年度合成"),
        (_YEAR, "报告年度", "report.year", f"四位数字；这一版格式用于{form.first_year}年度{last}"),
    ):
        sheet.write_string(row, 0, label, looks(border=1, bold=True))
        sheet.write_blank(row, column, None, filled)
        book.define_name(name, f"={cell_name('标题', row, column)}")
        sheet.data_validation(row, column, row, column, _hinted(label, hint, name))
        blank = {"type": "blanks", "format": looks.plain(bg_color=EMPTY)}
        sheet.conditional_format(row, column, row, column, blank)
    _rest(book, sheet, looks)
    notes = (
        f"填报表（{form.instrument}）。黄色的格是要填的，填了就变白；标签不能改。",
        f"没有发生的填0；不知道的空着。空着的格不参与核对，也不会当作0；\n"
        f"逐格核实都没有发生的，上面选“{ZERO}”。",
        "表旁边和下面随填随算总计（蓝色），随填随核对：哪条关系不成立，写在旁边，涉及的格变红。",
    )
    for row, note in enumerate(notes, _REST[0] + 2):
        sheet.merge_range(row, 0, row, 1, note, looks(font_color="#5C6570"))
    book.define_name(ASIDE, f"={cell_name('标题', 1, 0)}:{cell_name('', 40, 30)}")


def _rest(book: "Workbook", sheet: "Worksheet", looks: Looks) -> None:
    """Let whoever fills the form in say once what the cells left blank are."""
    row, column = _REST
    sheet.write_string(row, 0, "空着的格", looks(border=1, bold=True))
    sheet.write_blank(row, column, None, looks(border=1, locked=False, align="left"))
    book.define_name(REST, f"={cell_name('标题', row, column)}")
    offer = {
        "validate": "list",
        "source": [_LEFT_BLANK, ZERO],
        "input_title": "空着的格",
        "input_message": f"逐格核实没有发生的，选“{ZERO}”，空着的格都作0；否则{_LEFT_BLANK}",
    }
    sheet.data_validation(row, column, row, column, offer)


def _hinted(label: str, hint: str, name: str) -> dict[str, Any]:
    if name == "report.year":
        return {
            "validate": "integer",
            "criteria": "between",
            "minimum": 2008,
            "maximum": 2999,
            "input_title": label,
            "input_message": hint,
            "error_title": "报告年度",
            "error_message": "写四位数字的年度，如2024",
        }
    return {"validate": "any", "input_title": label, "input_message": hint}


def _text_sheet(book: "Workbook", section: SectionForm, looks: Looks) -> None:
    heading = section.heading
    sheet = _sheet(book, heading)
    sheet.set_column(0, 0, _TEXT_WIDTH)
    sheet.write_string(0, 0, heading, looks(bold=True, font_size=13))
    last = _PARAGRAPHS
    for row in range(1, last + 1):
        sheet.write_blank(row, 0, None, looks(locked=False, border=1, border_color="#DAD7CF"))
    hint = {"input_title": section.title[:32], "input_message": "一格写一段，文字会自动换行"}
    sheet.data_validation(1, 0, last, 0, {"validate": "any", **hint})
