"""A table of values as a file that a spreadsheet opens, whatever the values are."""

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any

from ogi.expression import expression
from ogi.writing.characters import clean

_FORMULA = expression(r"\s*[=+@＝＋－＠-]|\t")  # wide signs too: Excel in Chinese knows them
_LONGEST = 32_000


def table_csv(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Return CSV with the mark by which Excel and WPS know UTF-8.

    A text that a spreadsheet would run as a formula gets an apostrophe before it.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_plain(head) for head in heads])
    for row in rows:
        writer.writerow([_plain(value) for value in row])
    return ("\ufeff" + out.getvalue()).encode("utf-8", "replace")


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, int | float):
        return str(value)
    text = cell_text(str(value))
    return f"'{text}" if _FORMULA.match(text) else text


def table_xlsx(heads: Sequence[str], rows: Iterable[Sequence[Any]]) -> bytes:
    """Return a workbook of one sheet with a frozen head and a filter; no text is a formula."""
    import xlsxwriter

    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        sheet = book.add_worksheet("表")
        bold = book.add_format({"bold": True, "bg_color": "#eceae4", "bottom": 1})
        for column, head in enumerate(heads):
            sheet.write_string(0, column, cell_text(head), bold)
        last = 0
        for last, row in enumerate(rows, 1):
            for column, value in enumerate(row):
                put(sheet, last, column, value)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, max(last, 1), max(len(heads) - 1, 0))
        sheet.autofit()
    return out.getvalue()


def put(
    sheet: Any, row: int, column: int, value: Any, text: Any = None, number: Any = None
) -> None:
    """Write a value into a cell: a number as a number, anything else as text, nothing as blank."""
    if value is None or value == "":
        sheet.write_blank(row, column, None, text)
    elif isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        sheet.write_number(row, column, value, number)
    else:
        sheet.write_string(row, column, cell_text(str(value)), text)


def cell_text(text: str) -> str:
    """Return a text as a cell can hold it."""
    return clean(text.replace("\r", ""), "\ufffd")[:_LONGEST]
