"""Files of office programs: DOCX, DOC, XLSX and XLS."""

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import docx as python_docx
import openpyxl
import xlwt

from tools.samples.declaration import Sample
from tools.samples.grid import width_of
from tools.samples.story import Grid, Head, Title, story


def docx(sample: Sample) -> bytes:
    """A Word document with merged cells, headings as styles."""
    document = python_docx.Document()
    document.core_properties.title = sample.title
    for item in story(sample):
        match item:
            case Title(text):
                document.add_heading(text, 0)
            case Head(text, level):
                document.add_heading(text, level - 1)
            case Grid():
                _word_table(document, item)
            case _:
                document.add_paragraph(item.text)
    return _saved(document)


def doc(sample: Sample) -> bytes:
    """The same as a Word 97 document; LibreOffice must be installed."""
    program = shutil.which("soffice")
    if program is None:
        raise SystemExit("a DOC is written by LibreOffice, which is not installed")
    with TemporaryDirectory() as name:
        page = Path(name, "source.docx")
        page.write_bytes(docx(sample))
        profile = f"-env:UserInstallation={Path(name, 'profile').as_uri()}"
        target = ["--convert-to", "doc:MS Word 97", "--outdir", name, str(page)]
        subprocess.run([program, profile, "--headless", *target], check=True, timeout=120)
        return page.with_suffix(".doc").read_bytes()


def _word_table(document: object, grid: Grid) -> None:
    table = document.add_table(len(grid.lines), width_of(grid.lines))  # type: ignore[attr-defined]
    table.style = "Table Grid"
    for at, line in enumerate(grid.lines):
        for box in line.boxes:
            cell = table.cell(at, box.column)
            if box.rowspan > 1 or box.colspan > 1:
                cell = cell.merge(table.cell(at + box.rowspan - 1, box.column + box.colspan - 1))
            cell.text = box.text


def xlsx(sample: Sample) -> bytes:
    """A workbook with one sheet: text above and below the tables, cells merged."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "年度报告"
    at = 1
    for item in story(sample):
        if isinstance(item, Grid):
            at = _sheet_table(sheet, item, at)
        else:
            sheet.cell(at, 1, item.text)
            at += 1
    return _saved(book)


def _sheet_table(sheet: object, grid: Grid, top: int) -> int:
    for at, line in enumerate(grid.lines, top):
        for box in line.boxes:
            sheet.cell(at, box.column + 1, _number(box.text))  # type: ignore[attr-defined]
            if box.rowspan > 1 or box.colspan > 1:
                sheet.merge_cells(  # type: ignore[attr-defined]
                    start_row=at,
                    end_row=at + box.rowspan - 1,
                    start_column=box.column + 1,
                    end_column=box.column + box.colspan,
                )
    return top + len(grid.lines)


def xls(sample: Sample) -> bytes:
    """An old workbook with a sheet for each table, the text on the first."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("正文")
    at = 0
    for item in story(sample):
        if isinstance(item, Grid):
            _old_sheet(book, item)
        else:
            sheet.write(at, 0, item.text)
            at += 1
    return _saved(book)


def _old_sheet(book: xlwt.Workbook, grid: Grid) -> None:
    sheet = book.add_sheet(grid.table.title.removeprefix("政府信息公开")[:12])
    for at, line in enumerate(grid.lines):
        for box in line.boxes:
            below, right = at + box.rowspan - 1, box.column + box.colspan - 1
            sheet.write_merge(at, below, box.column, right, _number(box.text))


def _number(text: str) -> int | float | str | None:
    if text.isdecimal():
        return int(text)
    try:
        return float(text)
    except ValueError:
        return text or None


def _saved(document: object) -> bytes:
    stream = BytesIO()
    document.save(stream)  # type: ignore[attr-defined]
    return stream.getvalue()
