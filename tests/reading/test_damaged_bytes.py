"""Whatever happens to the bytes of a document, its reader reads it or says why not."""

import io
import zipfile

import office
import openpyxl
import pytest
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from ogi.errors import ReadingError
from ogi.reading.detect import detect
from ogi.reading.document import Document
from ogi.reading.docx import read_docx
from ogi.reading.encoding import decode
from ogi.reading.html import read_html
from ogi.reading.limits import DEFAULT_LIMITS
from ogi.reading.workbook import read_workbook

PAGE = (
    "<!doctype html><meta charset=utf-8><title>云河县年报</title>"
    "<h1>年报</h1><p>一、总体情况<br>甲</p>"
    "<table><caption>表二</caption><thead><tr><th colspan=2>信息内容<th rowspan=2>件数</thead>"
    "<tbody><tr><td rowspan=0><p>规章<o:p>&nbsp;</o:p></p><td style='display:none'>0<td>12</table>"
    "<table><tr><td><table><tr><td>1<td>2</table><td>丙</table><script>var s='<td>';</script>"
).encode()


def letter() -> bytes:
    merged = office.cell("甲", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>')
    below = office.cell("", '<w:gridSpan w:val="2"/><w:vMerge/>')
    inner = office.table(office.row(office.cell("1"), office.cell("2")))
    body = office.paragraph("一、总体情况", '<w:outlineLvl w:val="0"/>') + office.table(
        office.row(merged, office.cell("26")), office.row(below, office.cell(inner))
    )
    return office.docx(body)


def workbook() -> bytes:
    book = openpyxl.Workbook()
    book.active.append(["规章", 1, 2.5])
    book.active.append(["合计", None, "=SUM(B1:C1)"])
    book.active.merge_cells("A2:B2")
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def old_workbook() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("年报")
    sheet.write_merge(0, 1, 0, 1, "规章")
    sheet.write(0, 2, 26)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def unzipped(data: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return [(name, archive.read(name)) for name in archive.namelist()]


@st.composite
def damage(draw, data: bytes) -> bytes:
    """Return the bytes with some changed, cut out, doubled, or put in."""
    damaged = bytearray(data)
    for _ in range(draw(st.integers(1, 6))):
        at = draw(st.integers(0, max(0, len(damaged) - 1)))
        length = draw(st.integers(1, 40))
        kind = draw(st.sampled_from(["change", "cut", "double", "insert", "end"]))
        if kind == "change":
            damaged[at : at + 1] = draw(st.binary(min_size=1, max_size=1))
        elif kind == "cut":
            del damaged[at : at + length]
        elif kind == "double":
            damaged[at:at] = damaged[at : at + length]
        elif kind == "insert":
            damaged[at:at] = draw(st.binary(min_size=1, max_size=length))
        else:
            del damaged[max(at, 4) :]
    return bytes(damaged)


def is_read_or_refused(read, data: bytes) -> None:
    try:
        document = read(data, DEFAULT_LIMITS)
    except ReadingError as refusal:
        answer = str(refusal)
    else:
        answer = "读到了" if isinstance(document, Document) else ""
    assert any("\u4e00" <= character <= "\u9fff" for character in answer)


CASES = [
    pytest.param(read_html, PAGE, id="html"),
    pytest.param(read_docx, letter(), id="docx"),
    pytest.param(read_workbook, workbook(), id="xlsx"),
    pytest.param(read_workbook, old_workbook(), id="xls"),
]


@pytest.mark.parametrize(("read", "data"), CASES)
def test_damaged_bytes_are_read_or_refused(read, data):
    @settings(max_examples=50, deadline=None)
    @given(damage(data))
    def holds(damaged: bytes) -> None:
        is_read_or_refused(read, damaged)

    holds()


@pytest.mark.parametrize(("read", "data"), CASES[1:3])
def test_damaged_parts_of_a_sound_zip_are_read_or_refused(read, data):
    parts = unzipped(data)

    @settings(max_examples=50, deadline=None)
    @given(st.data())
    def holds(draw: st.DataObject) -> None:
        name, part = draw.draw(st.sampled_from(parts))
        damaged = dict(parts) | {name: draw.draw(damage(part))}
        is_read_or_refused(read, office.zipped(damaged))

    holds()


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0", b"<p>"]))
def test_any_bytes_have_a_format_or_are_refused(data, start):
    try:
        answer = detect(start + data)
    except ReadingError as refusal:
        answer = str(refusal)
    assert answer


@settings(max_examples=50, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes_are_some_text(data):
    assert isinstance(decode(data)[0], str)
