"""A page that Word saved as one file: its parts, encodings and what only Word shows."""

import base64
import quopri
import random
from html import escape

import pytest
from reading.damage import draw_cells, print_tables
from reading.made import title_of
from reading.printing import parts_of

from ogi.form import edition
from ogi.reading import read_bytes

ORGAN = "云川县水务局"
CELLS = draw_cells(edition(2021), random.Random(5))
PARTS = parts_of(print_tables(edition(2021), CELLS), title_of(ORGAN))
HEAD = (
    '<html xmlns:v="urn:schemas-microsoft-com:vml"'
    ' xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns="http://www.w3.org/TR/REC-html40"><head>'
    '<meta http-equiv=Content-Type content="text/html; charset={charset}">'
    "<!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>某甲</o:Author></o:DocumentProperties>"
    "</xml><![endif]--><style><!-- p.MsoNormal {{font-size:10.5pt}} --></style></head>"
    "<body lang=ZH-CN><div class=WordSection1>"
    "<p><!--[if gte vml 1]><v:shape id=a><v:imagedata src='1.png'/><v:textbox><div>丙</div>"
    "</v:textbox></v:shape><![endif]--><![if !vml]><img src='1.png'><![endif]></p>"
)
MISALIGNED = "<![if !supportMisalignedColumns]><tr height=0><td width=9></td></tr><![endif]>"
EDGE = "\r\n------=_NextPart_01DA.5C"
FOOTER = (
    f"{EDGE}\r\nContent-Location: file:///C:/1/r.files/header.htm\r\n"
    'Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="us-ascii"'
    "\r\n\r\n<html><body><p>- 1 -</p></body></html>\r\n"
)


def page(charset: str) -> str:
    body = [
        f"<p class=MsoNormal><b>{escape(part)}</b><span lang=EN-US><o:p></o:p></span></p>"
        if isinstance(part, str)
        else f"<table class=MsoTableGrid>{''.join(map(row, part))}{MISALIGNED}</table>"
        for part in PARTS
    ]
    return HEAD.format(charset=charset) + "\r\n".join(body) + "</div></body></html>"


def row(cells) -> str:
    inner = (
        f"<td colspan={columns} rowspan={rows} style='border:solid windowtext 1.0pt'>"
        f"<p class=MsoNormal><span lang=EN-US>{escape(text)}<o:p></o:p></span></p></td>"
        for text, columns, rows in cells
    )
    return f"<tr>{''.join(inner)}</tr>"


def saved(text: str, charset: str, encoding: str, coding: str, first: str = "") -> bytes:
    data = text.encode(encoding, "xmlcharrefreplace")
    if coding == "quoted-printable":
        data = quopri.encodestring(data)
    elif coding == "base64":
        data = base64.encodebytes(data)
    top = f'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="{EDGE[4:]}"\r\n\r\n'
    part = (
        f"{EDGE}\r\nContent-Location: file:///C:/1/r.htm\r\n"
        f"Content-Transfer-Encoding: {coding}\r\n"
        f'Content-Type: text/html; charset="{charset}"\r\n\r\n'
    )
    return f"{top}{first}{part}".encode() + data + f"{FOOTER}{EDGE}--\r\n".encode()


def agrees(report) -> bool:
    values = {address: cell.value for address, cell in report.cells.items()}
    doubts = any(cell.doubts for cell in report.cells.values())
    return (report.organ, values, doubts) == (ORGAN, CELLS, False)


@pytest.mark.parametrize(
    ("charset", "encoding", "coding"),
    [
        ("gb2312", "gb18030", "quoted-printable"),
        ("gb2312", "gb18030", "8bit"),
        ("utf-8", "utf-8", "quoted-printable"),
        ("utf-8", "utf-8", "base64"),
        ("unicode", "utf-16", "base64"),
        ("windows-1252", "ascii", "quoted-printable"),
        ("windows-1252", "gb18030", "quoted-printable"),
    ],
)
def test_a_page_saved_by_word_is_read_whatever_its_part_declares(charset, encoding, coding):
    assert agrees(read_bytes(saved(page(charset), charset, encoding, coding), "年报.mht"))


def test_a_line_of_the_page_that_begins_like_a_boundary_ends_no_part():
    text = page("gb2312").replace("</style>", "</style>\r\n--x\r\n<!--\r\n-- y\r\n-->")
    assert agrees(read_bytes(saved(text, "gb2312", "gb18030", "quoted-printable"), "年报.mht"))


def test_headers_and_footers_before_the_page_are_not_the_page():
    data = saved(page("gb2312"), "gb2312", "gb18030", "quoted-printable", first=FOOTER)
    assert agrees(read_bytes(data, "年报.mht"))


@pytest.mark.parametrize("name", ["年报.mht", "年报.doc"])
@pytest.mark.parametrize("before", [b"", b"\xef\xbb\xbf", b"From: <Saved by Word>\r\n"])
def test_the_lines_may_end_as_on_another_system(name, before):
    data = saved(page("gb2312"), "gb2312", "gb18030", "quoted-printable").replace(b"\r\n", b"\n")
    assert agrees(read_bytes(before + data, name))


def test_what_only_word_shows_is_no_text_of_the_report():
    report = read_bytes(saved(page("utf-8"), "utf-8", "utf-8", "base64"), "年报.mht")
    printed = "".join(part.text for part in report.parts)
    assert "某甲" not in printed
    assert "丙" not in printed
    assert "MsoNormal" not in printed
