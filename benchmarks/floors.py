"""The floor of each format: what any reader of it must do at least.

PDF         pypdfium2 hands out every character with its box and every point of every path
HTML        selectolax parses the tree
text        the bytes are decoded and normalised
DOCX        lxml parses the document part
DOC         the converter alone makes a DOCX of it
XLSX, XLS   calamine hands out every row
"""

import ctypes
import unicodedata
import zipfile
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2
import pypdfium2.raw as pdfium
from doc2docx import convert
from lxml import etree
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser


def pdf(data: bytes) -> int:
    """Count characters and points, having looked at each."""
    document = pypdfium2.PdfDocument(data)
    seen = sum(_page(page) for page in document)
    document.close()
    return seen


def _page(page: pypdfium2.PdfPage) -> int:
    text = page.get_textpage()
    edges = [ctypes.c_double() for _ in range(4)]
    for at in range(text.count_chars()):
        pdfium.FPDFText_GetUnicode(text, at)
        pdfium.FPDFText_GetCharBox(text, at, *edges)
    x, y = ctypes.c_float(), ctypes.c_float()
    points = 0
    for path in _paths(page):
        for at in range(pdfium.FPDFPath_CountSegments(path)):
            segment = pdfium.FPDFPath_GetPathSegment(path, at)
            pdfium.FPDFPathSegment_GetPoint(segment, x, y)
            points += 1
    return text.count_chars() + points


def _paths(page: pypdfium2.PdfPage) -> Iterator[object]:
    waiting = [(pdfium.FPDFPage_GetObject, pdfium.FPDFPage_CountObjects, page)]
    while waiting:
        fetch, count, holder = waiting.pop()
        for at in range(count(holder)):
            one = fetch(holder, at)
            kind = pdfium.FPDFPageObj_GetType(one)
            if kind == pdfium.FPDF_PAGEOBJ_PATH:
                yield one
            elif kind == pdfium.FPDF_PAGEOBJ_FORM:
                waiting.append((pdfium.FPDFFormObj_GetObject, pdfium.FPDFFormObj_CountObjects, one))


def html(data: bytes) -> int:
    return len(LexborHTMLParser(_decoded(data)).css("td"))


def text(data: bytes) -> int:
    return len(unicodedata.normalize("NFKC", _decoded(data)).splitlines())


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def docx(data: bytes) -> int:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return sum(1 for _ in etree.fromstring(archive.read("word/document.xml")).iter())


def doc(data: bytes) -> int:
    with TemporaryDirectory() as place:
        source, made = Path(place, "source.doc"), Path(place, "made.docx")
        source.write_bytes(data)
        convert(source, made)
        return made.stat().st_size


def workbook(data: bytes) -> int:
    book = CalamineWorkbook.from_filelike(BytesIO(data))
    return sum(len(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names)


FLOORS: dict[str, Callable[[bytes], int]] = {
    "pdf": pdf,
    "html": html,
    "text": text,
    "markdown": text,
    "docx": docx,
    "doc": doc,
    "xlsx": workbook,
    "xls": workbook,
}
