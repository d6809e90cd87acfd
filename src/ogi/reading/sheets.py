"""What python-calamine does not tell of an XLSX: extent, errors, formulas not worked out.

It lays a sheet out in full, from the first cell with content to the last, so two cells
far apart would exhaust the memory; the extent is looked at before it is asked.
"""

import re
from dataclasses import dataclass

from ogi.errors import LimitError, UnsupportedFormatError
from ogi.reading.archive import Archive, open_archive
from ogi.reading.limits import Limits

_SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_CELL = re.compile(
    rb"<(?:\w+:)?c\b([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)|<(?:\w+:)?row\b([^>]*)>", re.S
)
_CONTENT = re.compile(rb"<(?:\w+:)?(?:v|f|t)\b")
_REFERENCE = re.compile(rb"\br=[\"']([A-Za-z]{0,3})(\d{1,7})[\"']")
_ERROR = re.compile(rb"\bt=[\"']e[\"']")
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*>([^<]*)<")
_VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
_SPREAD = 25  # how many slots a sheet may span for each cell that the limits allow


@dataclass(frozen=True, slots=True)
class Sheet:
    """What the part of a sheet says beside its values, by row and column (0-based)."""

    texts: dict[tuple[int, int], str]
    formulas: int = 0


def look_at_sheets(data: bytes, limits: Limits) -> dict[str, Sheet]:
    """Return the sheets of an XLSX by name; raises ReadingError where one is too large."""
    archive = open_archive(data, limits)
    if "xl/workbook.bin" in archive.entries:
        raise UnsupportedFormatError("暂不能读取XLSB文件。用Excel或者WPS另存为XLSX后再读。")
    parts = _parts(archive)
    stale = b"fullCalcOnLoad=" in (archive.read("xl/workbook.xml") or b"")
    looked = {
        name: _look(archive.read(name) or b"", stale, limits)
        for name in archive.entries
        if re.fullmatch(r"xl/.*sheet[^/]*\.xml", name)
    }
    nothing = Sheet({})
    return {sheet: looked.get(part, nothing) for sheet, part in parts.items()}


def _parts(archive: Archive) -> dict[str, str]:
    """Return the name of the part of each sheet."""
    workbook = archive.xml("xl/workbook.xml")
    relations = archive.xml("xl/_rels/workbook.xml.rels")
    if workbook is None or relations is None:
        return {}
    targets = {r.get("Id"): r.get("Target", "").removeprefix("/xl/") for r in relations}
    return {
        sheet.get("name", ""): f"xl/{targets.get(sheet.get(_RELATION_ID), '')}".lower()
        for sheet in workbook.iter(f"{_SPREADSHEET}sheet")
    }


def _look(part: bytes, stale: bool, limits: Limits) -> Sheet:
    texts: dict[tuple[int, int], str] = {}
    formulas = row = column = 0
    row = column = -1
    rows = columns = 0
    for found in _CELL.finditer(part):
        if found[3] is not None:
            at = _REFERENCE.search(found[3])
            row, column = (int(at[2]) - 1 if at else row + 1), -1
            continue
        at = _REFERENCE.search(found[1])
        row, column = (int(at[2]) - 1, _column(at[1])) if at else (row, column + 1)
        content = found[2] or b""
        if not _CONTENT.search(content):
            continue
        rows, columns = max(rows, row + 1), max(columns, column + 1)
        if _ERROR.search(found[1]):
            value = _VALUE.search(content)
            texts[row, column] = (value[1] if value else b"#").decode("utf-8", "replace")
        elif (formula := _FORMULA.search(content)) and (stale or not _VALUE.search(content)):
            texts[row, column] = "=" + formula[1].decode("utf-8", "replace")
            formulas += 1
    if rows * columns > limits.cells * _SPREAD:
        raise LimitError(
            f"工作表铺开有{rows:,}行{columns:,}列，超过上限，未作读取。"
            "删去远离表格的内容后另存再读，或者放宽单元格上限。"
        )
    return Sheet(texts, formulas)


def _column(letters: bytes) -> int:
    """Return the number of a column from its letters.

    >>> _column(b"A"), _column(b"AA")
    (0, 26)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - ord("A") + 1
    return number - 1
