"""The list of applications as a workbook (导出台账): what the filter leaves and the person sees."""

from collections.abc import Iterator
from datetime import date
from io import BytesIO

import xlsxwriter
from django.db.models import QuerySet

from ogisite.core.models import Person
from ogisite.intake.listing import Filters, chosen, narrow
from ogisite.intake.models import Case
from ogisite.intake.policy import seen_by

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
COLUMNS = {
    "机关": 24,
    "编号": 14,
    "收件日期": 12,
    "渠道": 14,
    "申请人类型": 16,
    "申请人（遮盖）": 14,
    "申请内容": 60,
    "状态": 14,
    "答复期限": 12,
    "答复日期": 12,
    "承办人": 10,
}
MOST = 50_000


def exported(person: Person, filters: Filters, on: date) -> bytes:
    """Return the cases as an XLSX, oldest arrival first; every text is a text, never a formula."""
    made = BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(made, options) as book:
        sheet = book.add_worksheet("申请台账")
        head = book.add_format({"bold": True, "bottom": 1})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        wrap = book.add_format({"text_wrap": True, "valign": "top"})
        for at, (label, width) in enumerate(COLUMNS.items()):
            sheet.set_column(at, at, width)
            sheet.write_string(0, at, label, head)
        sheet.freeze_panes(1, 0)
        for row, case in enumerate(cases_of(person, filters, on)[:MOST].iterator(2000), 1):
            for at, value in enumerate(_cells(case)):
                if isinstance(value, date):
                    sheet.write_datetime(row, at, value, day)
                else:
                    sheet.write_string(row, at, _plain(value), wrap)
    return made.getvalue()


def cases_of(person: Person, filters: Filters, on: date) -> QuerySet[Case]:
    """Return the cases of a list, all pages of it."""
    found = narrow(seen_by(person, on), filters).filter(chosen(filters.preset, person, on))
    return found.select_related("organ", "handler").order_by("arrived_on", "pk")


def _cells(case: Case) -> Iterator[str | date]:
    yield case.organ.name
    yield case.name
    yield case.arrived_on
    yield case.channel_label
    yield case.applicant_kind_label
    yield case.applicant
    yield case.subject
    yield case.state_label
    yield case.due_on or ""
    yield case.replied_on or ""
    yield case.handler.name if case.handler else ""


def _plain(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, not even when it is saved as CSV."""
    shown = "".join(one for one in text if one.isprintable() or one == "\n")
    return "'" + shown if shown.lstrip().startswith(("=", "+", "-", "@")) else shown
