"""Damaged reports in every format: the same tables as letters, sheets, pages and mail."""

import csv
import io
import quopri
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import office
import openpyxl
import xlwt
from reading.damage import PrintedTable, Spanned, rows_of
from reading.pdf.handmade import HandmadePage, pdf

from ogi.reading import office as libreoffice

BEFORE = ("一、总体情况", "一切按规定办理。")
AFTER = ("五、存在的主要问题及改进情况", "没有。", "六、其他需要报告的事项", "无。")
NAMES = "".join(
    f' xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for name in ("office", "table", "text")
)
LEFT, TOP, SIZE = 20, 780, 6  # points, on a page of PDF


@dataclass(frozen=True)
class Placed:
    """A cell and where it stands in the grid of its table."""

    text: str
    row: int
    column: int
    rows: int
    columns: int


Part = str | list[list[Spanned]]


def parts_of(tables: Sequence[PrintedTable], title: str) -> list[Part]:
    """Return a report as paragraphs and tables, in order."""
    printed: list[Part] = [title, *BEFORE]
    for table in tables:
        printed += [table.heading, rows_of(table)]
    return [*printed, *AFTER]


def texts_of(parts: Sequence[Part]) -> Iterator[str]:
    for part in parts:
        yield from [part] if isinstance(part, str) else (c[0] for row in part for c in row)


def placed(rows: Sequence[Sequence[Spanned]]) -> list[Placed]:
    """Give every cell its place, as a browser does."""
    taken: set[tuple[int, int]] = set()
    found = []
    for number, row in enumerate(rows):
        column = 0
        for text, columns, height in row:
            while (number, column) in taken:
                column += 1
            width = next((n for n in range(columns) if (number, column + n) in taken), columns)
            deep = min(height, len(rows) - number)
            found.append(Placed(text, number, column, deep, width))
            taken |= {(number + r, column + c) for r in range(deep) for c in range(width)}
            column += width
    return found


def convert(files: Sequence[Path], kind: str, folder: Path) -> None:
    """Let LibreOffice write files in another format."""
    found = libreoffice.find_office()
    assert found is not None
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = [found, profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, *map(str, files)], check=True, timeout=120, capture_output=True)


def as_docx(parts: Sequence[Part]) -> bytes:
    """Write a letter as Word does: spans across, and cells that go on from the row above."""
    body = [
        office.paragraph(office.run(escape(part))) if isinstance(part, str) else _word_table(part)
        for part in parts
    ]
    return office.docx("".join(body))


def _word_table(rows: list[list[Spanned]]) -> str:
    lines: list[list[tuple[int, str]]] = [[] for _ in rows]
    for cell in placed(rows):
        span = f'<w:gridSpan w:val="{cell.columns}"/>' if cell.columns > 1 else ""
        first = '<w:vMerge w:val="restart"/>' if cell.rows > 1 else ""
        text = office.paragraph(office.run(escape(cell.text)))
        lines[cell.row].append((cell.column, office.cell(text, span + first)))
        for below in range(cell.row + 1, cell.row + cell.rows):
            lines[below].append((cell.column, office.cell("", span + "<w:vMerge/>")))
    return office.table(*(office.row(*(text for _, text in sorted(line))) for line in lines))


def as_odt(parts: Sequence[Part]) -> bytes:
    """Write a letter of OpenDocument."""
    return _odf(_odf_body(parts), "text")


def as_flat_odt(parts: Sequence[Part]) -> bytes:
    """Write a letter of OpenDocument as one XML file."""
    mime = 'office:mimetype="application/vnd.oasis.opendocument.text"'
    body = f"<office:body><office:text>{_odf_body(parts)}</office:text></office:body>"
    return f"<office:document{NAMES} {mime}>{body}</office:document>".encode()


def _odf_body(parts: Sequence[Part]) -> str:
    return "".join(
        f"<text:p>{escape(part)}</text:p>" if isinstance(part, str) else _odf_table(part)
        for part in parts
    )


def as_ods(parts: Sequence[Part]) -> bytes:
    """Write a sheet of OpenDocument, the paragraphs in rows of their own."""
    rows = [row for part in parts for row in _sheet_rows(part)]
    return _odf(_odf_table(rows), "spreadsheet")


def _odf(body: str, kind: str) -> bytes:
    inner = f"<office:body><office:{kind}>{body}</office:{kind}></office:body>"
    content = f"<office:document-content{NAMES}>{inner}</office:document-content>"
    mime = f"application/vnd.oasis.opendocument.{kind}"
    return office.zipped({"mimetype": mime, "content.xml": content})


def _odf_table(rows: list[list[Spanned]]) -> str:
    cells = placed(rows)
    covered = "<table:covered-table-cell/>"
    lines: list[dict[int, str]] = [{} for _ in rows]
    for cell in cells:
        for row in range(cell.row, cell.row + cell.rows):
            for column in range(cell.column, cell.column + cell.columns):
                lines[row][column] = covered
        spans = (
            f"table:number-columns-spanned='{cell.columns}' table:number-rows-spanned='{cell.rows}'"
        )
        text = f"<text:p>{escape(cell.text)}</text:p>"
        lines[cell.row][cell.column] = f"<table:table-cell {spans}>{text}</table:table-cell>"
    return f"<table:table>{''.join(map(_odf_row, lines))}</table:table>"


def _odf_row(line: dict[int, str]) -> str:
    empty = "<table:table-cell/>"
    cells = (line.get(column, empty) for column in range(max(line, default=-1) + 1))
    return f"<table:table-row>{''.join(cells)}</table:table-row>"


def _sheet_rows(part: Part) -> list[list[Spanned]]:
    return [[(part, 1, 1)]] if isinstance(part, str) else [*part, []]


def _value(text: str) -> str | int:
    return int(text) if text.isdecimal() and str(int(text)) == text else text


def as_xlsx(parts: Sequence[Part]) -> bytes:
    """Write a workbook, numbers as numbers and cells merged."""
    book = openpyxl.Workbook()
    sheet = book.active
    for cell in placed([row for part in parts for row in _sheet_rows(part)]):
        row, column = cell.row + 1, cell.column + 1
        sheet.cell(row, column, _value(cell.text) if cell.text else None)
        if cell.rows * cell.columns > 1:
            end = {"end_row": row + cell.rows - 1, "end_column": column + cell.columns - 1}
            sheet.merge_cells(start_row=row, start_column=column, **end)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_xls(parts: Sequence[Part]) -> bytes:
    """Write an old workbook."""
    book = xlwt.Workbook()
    sheet = book.add_sheet("年报")
    for cell in placed([row for part in parts for row in _sheet_rows(part)]):
        row, column = cell.row, cell.column
        last = row + cell.rows - 1, column + cell.columns - 1
        if last == (row, column):
            sheet.write(row, column, _value(cell.text))
        else:
            sheet.write_merge(row, last[0], column, last[1], _value(cell.text))
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def as_csv(parts: Sequence[Part]) -> bytes:
    """Write a sheet as CSV: what is merged stands in its first cell, the rest is blank."""
    cells = placed([row for part in parts for row in _sheet_rows(part)])
    width = max(cell.column + cell.columns for cell in cells)
    lines = [[""] * width for _ in range(max(cell.row for cell in cells) + 1)]
    for cell in cells:
        lines[cell.row][cell.column] = cell.text
    file = io.StringIO(newline="")
    csv.writer(file).writerows(lines)
    return file.getvalue().encode("utf-8-sig")


def as_mht(parts: Sequence[Part]) -> bytes:
    """Write a page as Word saves it as one file, in GB2312 and quoted-printable."""
    body = [
        f"<p class=MsoNormal>{escape(part)}<o:p></o:p></p>"
        if isinstance(part, str)
        else f"<table class=MsoTableGrid>{''.join(map(_html_row, part))}</table>"
        for part in parts
    ]
    head = "<meta http-equiv=Content-Type content='text/html; charset=gb2312'>"
    page = f"<html><head>{head}</head><body lang=ZH-CN>{''.join(body)}</body></html>"
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="----=_NextPart_01"\r\n'
        b"\r\n------=_NextPart_01\r\nContent-Location: file:///C:/1/report.htm\r\n"
        b"Content-Transfer-Encoding: quoted-printable\r\n"
        b'Content-Type: text/html; charset="gb2312"\r\n\r\n'
        + quopri.encodestring(page.encode("gb18030"))
        + b"\r\n------=_NextPart_01--\r\n"
    )


def _html_row(cells: Sequence[Spanned]) -> str:
    inner = (
        f"<td colspan={columns} rowspan={rows}><p>{escape(text)}<o:p></o:p></p></td>"
        for text, columns, rows in cells
    )
    return f"<tr>{''.join(inner)}</tr>"


def as_markdown(parts: Sequence[Part]) -> bytes:
    """Write Markdown: a title, headings, tables of pipes with the line below the first row."""
    lines = [f"# {parts[0]}", ""]
    for part in parts[1:]:
        if isinstance(part, str):
            lines += [f"## {part}" if part[1:2] == "、" else part, ""]
            continue
        rows = ["| " + " | ".join(text for text, _, _ in row) + " |" for row in part]
        lines += [rows[0], "| --- " * len(part[0]) + "|", *rows[1:], ""]
    return "\n".join(lines).encode()


def as_pdf(parts: Sequence[Part]) -> bytes:
    """Write a PDF by hand, its cells framed, in a font that is not embedded."""
    pages = [""]
    y = TOP
    for part in parts:
        if isinstance(part, str):
            pages, y = _room(pages, y, 24)
            pages[-1] += _words(LEFT, y - 15, part, 10)
            y -= 24
            continue
        for rows in _tied(part):
            cells = placed(rows)
            heights = _heights(cells, len(rows))
            pages, y = _room(pages, y, sum(heights))
            pages[-1] += "".join(_framed(cell, y, heights) for cell in cells)
            y -= sum(heights)
    return pdf([HandmadePage(page) for page in pages], size=(800, 800), font=FONT)


def _tied(rows: list[list[Spanned]]) -> Iterator[list[list[Spanned]]]:
    """Yield rows that cells hold together; a page may break between those."""
    held = 0
    block: list[list[Spanned]] = []
    for row in rows:
        block.append(row)
        held = max([held, *(deep for _, _, deep in row)]) - 1
        if held <= 0:
            yield block
            block, held = [], 0
    if block:
        yield block


def _room(pages: list[str], y: float, height: float) -> tuple[list[str], float]:
    return (pages, y) if y - height > 20 else ([*pages, ""], TOP)


def _lines(cell: Placed) -> list[str]:
    width = max(1, int(45 * cell.columns / SIZE) - 1)
    return [cell.text[at : at + width] for at in range(0, len(cell.text), width)]


def _heights(cells: Sequence[Placed], rows: int) -> list[float]:
    heights = [16.0] * rows
    for cell in cells:
        heights[cell.row] = max(heights[cell.row], 8 * len(_lines(cell)) / cell.rows + 8)
    return heights


def _framed(cell: Placed, top: float, heights: Sequence[float]) -> str:
    left, width = LEFT + 45 * cell.column, 45 * cell.columns
    upper = top - sum(heights[: cell.row])
    height = sum(heights[cell.row : cell.row + cell.rows])
    frame = f"{left} {upper - height} {width} {height} re S\n"
    lines = _lines(cell)
    start = upper - height / 2 + 4 * len(lines) - SIZE
    return frame + "".join(
        _words(left + 3, start - 8 * number, line, SIZE) for number, line in enumerate(lines)
    )


def _words(x: float, y: float, words: str, size: float) -> str:
    code = words.encode("utf-16-be").hex()
    return f"BT /F {size} Tf 1 0 0 1 {x} {y} Tm <{code}> Tj ET\n"


FONT = (
    "<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H "
    "/DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light "
    "/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /DW 1000 >>] >>"
)
WRITERS: dict[str, Callable[[Sequence[Part]], bytes]] = {
    "docx": as_docx,
    "odt": as_odt,
    "flat odt": as_flat_odt,
    "ods": as_ods,
    "xlsx": as_xlsx,
    "xls": as_xls,
    "csv": as_csv,
    "mht": as_mht,
    "markdown": as_markdown,
    "pdf": as_pdf,
}
