"""The worksheets of an XLSX, read from its parts.

An own reader: python-calamine lays a sheet out in full, so that a damaged or malicious
one takes all the memory there is, and aborts the process, which no caller can catch.
"""

import re
from dataclasses import dataclass, field

from lxml import etree

from ogi.errors import DamagedError, UnsupportedFormatError
from ogi.expression import expression
from ogi.reading.archive import Archive, open_archive
from ogi.reading.asides import (
    REST,
    ZERO,
    asides,
    column_number,
    fill_rest,
    named_cells,
    stands_aside,
)
from ogi.reading.limits import Limits
from ogi.reading.serials import Formats
from ogi.reading.sheets import Area, Sheet

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_WORKBOOK = "xl/workbook.xml"
_REFERENCE = expression(r"([A-Z]{1,3})(\d{1,7})")
_ON = ("1", "true")
_LAST_ROW, _LAST_COLUMN = 1_048_575, 16_383


@dataclass(slots=True)
class _Book:
    strings: list[str] = field(default_factory=list)
    formats: Formats = field(default_factory=Formats)
    is_stale: bool = False  # results are to be worked out when the file is opened
    asides: dict[str, list[Area]] = field(default_factory=dict)
    named: dict[str, tuple[str, int, int]] = field(default_factory=dict)
    rest: str = ""  # what the blanks of a form are said to be


def read_xlsx(data: bytes, limits: Limits) -> list[Sheet]:
    """Read the worksheets of an XLSX."""
    archive = open_archive(data, limits)
    if "xl/workbook.bin" in archive.entries:
        raise UnsupportedFormatError("暂不能读取XLSB文件。用Excel或者WPS另存为XLSX后再读。")
    workbook = archive.xml(_WORKBOOK)
    if workbook is None:
        raise DamagedError("文件已损坏：其中没有工作表的目录。用Excel或者WPS打开后另存再读。")
    targets = _targets(archive)
    book = _Book(_strings(archive, targets), _formats(archive, targets, workbook))
    names = workbook.findall(f"{S}definedNames/{S}definedName")
    book.asides, book.named = asides(names), named_cells(names)
    calculation = workbook.find(f"{S}calcPr")
    book.is_stale = calculation is not None and calculation.get("fullCalcOnLoad") in _ON
    sheets = [
        _sheet(archive, entry, part, book, limits)
        for entry in workbook.iterfind(f"{S}sheets/{S}sheet")
        for kind, part in [targets.get(entry.get(_ID, ""), ("worksheet", ""))]
        if kind == "worksheet"
    ]
    if not sheets:
        raise DamagedError("文件已损坏：其中没有工作表。用Excel或者WPS打开后另存再读。")
    if book.rest == ZERO:
        fill_rest(sheets, book.named)
    return sheets


def _sheet(
    archive: Archive, entry: etree._Element, part: str, book: _Book, limits: Limits
) -> Sheet:
    sheet = Sheet(entry.get("name", ""), entry.get("state", "visible") == "visible")
    root = archive.xml(part)
    if root is None:
        raise DamagedError(
            f"文件已损坏：工作表“{sheet.name}”的内容不在文件里。用Excel或者WPS打开后另存再读。"
        )
    if sheet.is_visible:
        _read_sheet(sheet, root, book, limits)
    return sheet


def _targets(archive: Archive) -> dict[str, tuple[str, str]]:
    """Return for each relation of the workbook its kind and the part it points to."""
    relations = archive.xml("xl/_rels/workbook.xml.rels")
    found: dict[str, tuple[str, str]] = {}
    for relation in relations if relations is not None else ():
        target = relation.get("Target", "")
        part = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        found[relation.get("Id", "")] = relation.get("Type", "").rpartition("/")[2], part
    return found


def _part(
    archive: Archive, targets: dict[str, tuple[str, str]], kind: str
) -> etree._Element | None:
    part = next((part for found, part in targets.values() if found == kind), f"xl/{kind}.xml")
    return archive.xml(part)


def _strings(archive: Archive, targets: dict[str, tuple[str, str]]) -> list[str]:
    root = _part(archive, targets, "sharedStrings")
    return [] if root is None else [_text(item) for item in root.iterfind(f"{S}si")]


def _text(item: etree._Element) -> str:
    """Return the text of a string, its runs one after the other, without readings aloud.

    What is raised beside a number is a note to it, not more of its digits.
    """
    pieces = [text.text or "" for text in item.iterfind(f"{S}t")]
    for run in item.iterfind(f"{S}r"):
        text = "".join(part.text or "" for part in run.iterfind(f"{S}t"))
        raised = run.find(f"{S}rPr/{S}vertAlign[@val='superscript']") is not None
        pieces.append(f"[{text.strip()}]" if raised and text.strip() else text)
    return "".join(pieces)


def _formats(
    archive: Archive, targets: dict[str, tuple[str, str]], workbook: etree._Element
) -> Formats:
    properties = workbook.find(f"{S}workbookPr")
    formats = Formats(from_1904=properties is not None and properties.get("date1904") in _ON)
    root = _part(archive, targets, "styles")
    if root is not None:
        for code in root.iterfind(f"{S}numFmts/{S}numFmt"):
            formats.codes[_integer(code.get("numFmtId"))] = code.get("formatCode", "")
        for style in root.iterfind(f"{S}cellXfs/{S}xf"):
            formats.styles.append(_integer(style.get("numFmtId")))
    return formats


def _integer(text: str | None) -> int:
    return int(text) if text and re.fullmatch(r"[0-9]{1,9}", text) else 0


def _read_sheet(sheet: Sheet, root: etree._Element, book: _Book, limits: Limits) -> None:
    hidden = _hidden_columns(root)
    sheet.hidden = len(hidden)
    beside = book.asides.get(sheet.name, ())
    rest = book.named.get(REST)
    number = -1
    for row in root.iterfind(f"{S}sheetData/{S}row"):
        number = _integer(row.get("r")) - 1 if row.get("r") else number + 1
        if row.get("hidden") in _ON:
            sheet.hidden += 1
            continue
        column = -1
        for cell in row.iterfind(f"{S}c"):
            at = _REFERENCE.fullmatch(cell.get("r", ""))
            column = column_number(at[1]) if at else column + 1
            if rest == (sheet.name, number, column):
                book.rest = _printed(cell, sheet, book).strip()
            if beside and stands_aside(number, column, beside):
                continue
            text = _printed(cell, sheet, book)
            if text and column not in hidden and number <= _LAST_ROW and column <= _LAST_COLUMN:
                sheet.cells[number, column] = text
        sheet.check(limits)
    for area in root.iterfind(f"{S}mergeCells/{S}mergeCell"):
        corners = [_REFERENCE.fullmatch(corner) for corner in area.get("ref", "").split(":")]
        if len(corners) == 2 and corners[0] and corners[1]:
            first, last = ((int(at[2]) - 1, column_number(at[1])) for at in corners if at)
            sheet.merged.append((first, last))


def _hidden_columns(root: etree._Element) -> set[int]:
    hidden: set[int] = set()
    for columns in root.iterfind(f"{S}cols/{S}col"):
        if columns.get("hidden") in _ON:
            last = min(_integer(columns.get("max")), _LAST_COLUMN + 1)
            hidden.update(range(max(_integer(columns.get("min")) - 1, 0), last))
    return hidden


def _printed(cell: etree._Element, sheet: Sheet, book: _Book) -> str:
    """Return what a cell prints; a formula without a sure result prints itself."""
    value, formula = cell.findtext(f"{S}v"), cell.find(f"{S}f")
    if formula is not None and (book.is_stale or not value):
        sheet.formulas += 1
        return f"={formula.text or '（公式）'}"
    kind = cell.get("t", "n")
    if kind == "inlineStr":
        inline = cell.find(f"{S}is")
        return "" if inline is None else _text(inline)
    if not value:
        return ""
    if kind == "s":
        number = _integer(value)
        return book.strings[number] if number < len(book.strings) else "\ufffd"
    if kind == "b":
        return "TRUE" if value in _ON else "FALSE"
    if kind == "d":
        return value.replace("T00:00:00", "")
    if kind != "n":
        return value
    try:
        return book.formats.shown(_integer(cell.get("s")), float(value))
    except ValueError:
        return value
