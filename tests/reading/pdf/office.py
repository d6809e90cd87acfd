"""The sample report as a Word document, in each layout; offices print from these."""

import io

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from ogi.form import Edition

from .sample import SENTENCES, Printed, PrintedTable, figures, printed_tables
from .sources import shares, title

_FONT = "Noto Serif CJK SC"
_SIDES = {
    "half_ruled": ("top", "bottom", "insideH"),
    "unruled": (),
    "header_ruled": ("top", "bottom"),
}
_PAPER = {"landscape": (297, 210), "small": (210, 160), "booklet": (420, 297)}
_GAP = 567  # twentieths of a point between columns
_ALL = ("top", "left", "bottom", "right", "insideH", "insideV")


def word(edition: Edition, layout: str) -> bytes:
    """Return the report as a DOCX document."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = _FONT, Pt(12)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), _FONT)
    page = document.sections[0]
    across, down = _PAPER.get(layout, (210, 297))
    page.page_width, page.page_height = Mm(across), Mm(down)
    page.orientation = WD_ORIENT.LANDSCAPE if across > down else WD_ORIENT.PORTRAIT
    page.left_margin = page.right_margin = Mm(22)
    page.top_margin = page.bottom_margin = Mm(20)
    _centred(document.add_paragraph(), title(edition), 18)
    tables = {table.key: table for table in printed_tables(edition, figures(edition))}
    width = (page.page_width - page.left_margin - page.right_margin) // 635
    if layout == "booklet":
        width = (width - _GAP) // 2
        page._sectPr.append(_cols(2))
    for section in edition.sections:
        _say(document, f"{section.number}、{section.title}", 14, indent=0)
        if section.key in tables:
            document.element.body.append(parse_xml(_table(tables[section.key], layout, width)))
            document.element.body.append(document.element.body.sectPr)
            continue
        _columns(document, layout, 1)
        for sentence in SENTENCES[section.key]:
            _say(document, sentence, 12, indent=24)
        _columns(document, layout, 2)
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def _columns(document: Document, layout: str, ended: int) -> None:
    """End a section of text set in this many columns."""
    if layout != "two_columns":
        return
    document.add_section(WD_SECTION.CONTINUOUS)
    finished = document.sections[-2]._sectPr
    for old in finished.findall(qn("w:cols")):
        finished.remove(old)
    finished.append(_cols(ended))


def _cols(count: int) -> BaseOxmlElement:
    return parse_xml(f'<w:cols {nsdecls("w")} w:num="{count}" w:space="{_GAP}"/>')


def _centred(paragraph: Paragraph, text: str, size: float) -> None:
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), True


def _say(document: Document, text: str, size: float, indent: float) -> None:
    paragraph = document.add_paragraph()
    paragraph.paragraph_format.first_line_indent = Pt(indent)
    paragraph.paragraph_format.space_after = Pt(2)
    run = paragraph.add_run(text)
    run.font.size, run.bold = Pt(size), size > 12


def _table(table: PrintedTable, layout: str, width: int) -> str:
    sides = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:color="000000"/>' for side in _SIDES.get(layout, _ALL)
    )
    widths = [round(share * width / 100) for share in shares(table)]
    grid = "".join(f'<w:gridCol w:w="{one}"/>' for one in widths)
    rows = "".join(_row(table, row, widths, layout) for row in range(table.rows))
    return (
        f'<w:tbl {nsdecls("w")}><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        f'<w:tblBorders>{sides}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"
    )


def _row(table: PrintedTable, row: int, widths: list[int], layout: str) -> str:
    repeated = layout == "small" and row < table.headings
    here = [cell for cell in table.cells if cell.row <= row < cell.row + cell.rowspan]
    line = layout == "header_ruled" and row == table.headings - 1
    cells = (_cell(cell, row, widths, line) for cell in sorted(here, key=lambda c: c.column))
    return f"<w:tr>{'<w:trPr><w:tblHeader/></w:trPr>' if repeated else ''}{''.join(cells)}</w:tr>"


def _cell(cell: Printed, row: int, widths: list[int], line: bool) -> str:
    width = sum(widths[cell.column : cell.column + cell.colspan])
    merge = ""
    if cell.rowspan > 1:
        merge = '<w:vMerge w:val="restart"/>' if row == cell.row else "<w:vMerge/>"
    text = cell.text if row == cell.row else ""
    below = '<w:tcBorders><w:bottom w:val="single" w:sz="4"/></w:tcBorders>' if line else ""
    align = "left" if cell.column == 2 and not cell.is_value else "center"
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>'
        f'<w:gridSpan w:val="{cell.colspan}"/>{merge}{below}<w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:spacing w:after="0"/><w:jc w:val="{align}"/></w:pPr>'
        f'<w:r><w:rPr><w:sz w:val="18"/></w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
        "</w:p></w:tc>"
    )
