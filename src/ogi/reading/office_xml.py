"""Office documents saved as one XML file: flat OPC, Word 2003 and Excel 2003."""

import base64
import binascii
import io
import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from lxml import etree

from ogi.errors import DamagedError
from ogi.reading.archive import parse_xml
from ogi.reading.document import Document
from ogi.reading.docx import read_docx
from ogi.reading.limits import Limits
from ogi.reading.numbering import W
from ogi.reading.sheets import Sheet
from ogi.reading.workbook import document_of, read_workbook

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_OLD = "http://schemas.microsoft.com/office/word/2003/wordml"
_SS = "{urn:schemas-microsoft-com:office:spreadsheet}"
_EXCEL = "{urn:schemas-microsoft-com:office:excel}"
_FARTHEST = 1_048_576
# What Word 2003 calls otherwise than its successors.
_RENAMED = ((b"w:vmerge", b"w:vMerge"), (b"w:hmerge", b"w:hMerge"))
_PROPERTIES_TITLE = "{urn:schemas-microsoft-com:office:office}Title"
_DAMAGED = "文件已损坏：XML里没有正文。用原软件打开后另存为DOCX或者XLSX再读。"


def read_flat_opc(data: bytes, limits: Limits) -> Document:
    """Read a DOCX or XLSX whose parts stand in one XML file."""
    parts = dict(_parts(parse_xml(data, "pkg:package")))
    if any(name.startswith("xl/") for name in parts):
        return read_workbook(_zipped(parts), limits)
    return read_docx(_zipped(parts), limits)


def _parts(package: etree._Element) -> Iterator[tuple[str, bytes]]:
    for part in package.iterfind(f"{_PKG}part"):
        name = part.get(f"{_PKG}name", "").lstrip("/")
        xml = part.find(f"{_PKG}xmlData")
        packed = part.findtext(f"{_PKG}binaryData")
        if xml is not None and len(xml):
            yield name, etree.tostring(xml[0], encoding="utf-8")
        elif packed:
            try:
                yield name, base64.b64decode(packed)
            except binascii.Error as error:
                raise DamagedError(_DAMAGED) from error


def _zipped(parts: dict[str, bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def read_wordml(data: bytes, limits: Limits) -> Document:
    """Read the XML of Word 2003, which differs from later ones in few names."""
    for old, new in _RENAMED:
        data = data.replace(old, new)
    root = parse_xml(data.replace(_OLD.encode(), W.strip("{}").encode()), "w:wordDocument")
    parts = {"word/document.xml": etree.tostring(root, encoding="utf-8")}
    styles = root.find(f"{W}styles")
    if styles is not None:
        parts["word/styles.xml"] = etree.tostring(styles, encoding="utf-8")
    document = read_docx(_zipped(parts), limits)
    title = " ".join((root.findtext(f".//{_PROPERTIES_TITLE}") or "").split())
    return replace(document, titles=(title,) if title else ())


def read_sheetml(data: bytes, limits: Limits) -> Document:
    """Read the XML of Excel 2003, which many systems still write as .xls."""
    root = parse_xml(data, "Workbook")
    sheets = [_sheet(one, limits) for one in root.iterfind(f"{_SS}Worksheet")]
    if not sheets:
        raise DamagedError(_DAMAGED)
    return document_of(sheets, "xls", limits)


def _sheet(worksheet: etree._Element, limits: Limits) -> Sheet:
    shown = worksheet.findtext(f"{_EXCEL}WorksheetOptions/{_EXCEL}Visible", "SheetVisible")
    sheet = Sheet(worksheet.get(f"{_SS}Name", ""), shown == "SheetVisible")
    number = -1
    for row in worksheet.iterfind(f"{_SS}Table/{_SS}Row") if sheet.is_visible else ():
        number = _index(row, number + 1)
        if row.get(f"{_SS}Hidden") == "1":
            sheet.hidden += 1
            continue
        _fill(sheet, row, number)
        sheet.check(limits)
    return sheet


def _fill(sheet: Sheet, row: etree._Element, number: int) -> None:
    column = -1
    for cell in row.iterfind(f"{_SS}Cell"):
        column = _index(cell, column + 1)
        data = cell.find(f"{_SS}Data")
        text = "".join(map(str, data.itertext())) if data is not None else ""
        across, down = _number(cell, "MergeAcross"), _number(cell, "MergeDown")
        if text:
            sheet.cells[number, column] = _plain(text) if _is_number(data) else text
        if across or down:
            sheet.merged.append(((number, column), (number + down, column + across)))
        column += across


def _is_number(data: etree._Element | None) -> bool:
    return data is not None and data.get(f"{_SS}Type") == "Number"


def _plain(text: str) -> str:
    """Return a number without the zeros that say nothing: 3.0 is printed as 3."""
    return re.sub(r"\.0+\Z", "", text)


def _index(element: etree._Element, usual: int) -> int:
    return _number(element, "Index") - 1 if element.get(f"{_SS}Index") else usual


def _number(element: etree._Element, name: str) -> int:
    value = element.get(f"{_SS}{name}", "0")
    return min(int(value), _FARTHEST) if value.isdecimal() and len(value) < 10 else 0
