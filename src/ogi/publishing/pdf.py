"""What a PDF carries unseen: text under boxes, names in its properties, comments, files.

Each page is drawn and compared with its text: a character whose place is one colour only is
text that nobody sees, whatever covers it.
"""

import ctypes
from collections.abc import Iterator
from threading import Lock

import pypdfium2 as pdfium
from PIL import Image

from ogi.publishing.finding import Finding, Hidden
from ogi.publishing.package import UnreadableError
from ogi.publishing.properties import is_a_name

_raw = pdfium.raw
_BUSY = Lock()  # PDFium is used by one thread at a time
_PAGES = 200
_SCALE = 2.0
_BESIDE = 2
_NEARLY = 0.97
_DARK = 70
_IS_DARK = bytes(shade <= _DARK for shade in range(256))
_EVEN = 10
_SHORTEST = 2
_QUOTED = 8
_SOLID = "一"  # its place is all ink
_COMMENTS = (_raw.FPDF_ANNOT_TEXT, _raw.FPDF_ANNOT_FREETEXT, _raw.FPDF_ANNOT_POPUP)


def hidden_in_pdf(content: bytes) -> Iterator[Finding]:
    """Yield everything that a PDF carries unseen."""
    with _BUSY:
        yield from _found(content)


def _found(content: bytes) -> list[Finding]:
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        raise UnreadableError("PDF打不开或者加了密，没有检查完") from error
    with document:
        if len(document) > _PAGES:
            raise UnreadableError(
                f"PDF有{len(document)}页，超过{_PAGES}页，没有检查完，分成几份再查"
            )
        return [*_properties(document), *_pages(document)]


def _properties(document: pdfium.PdfDocument) -> Iterator[Finding]:
    author = document.get_metadata_dict().get("Author", "")
    if is_a_name(author):
        yield Finding(Hidden.PROPERTIES, f"文件属性含作者“{author}”")
    if count := document.count_attachments():
        yield Finding(Hidden.EMBEDDED, f"附带了{count}个文件")


def _pages(document: pdfium.PdfDocument) -> Iterator[Finding]:
    comments = 0
    for number, page in enumerate(document, 1):
        try:
            texts = list(_covered(page))
            comments += _comments(page)
        except pdfium.PdfiumError as error:
            raise UnreadableError(f"PDF第{number}页读不了，没有检查完") from error
        finally:
            page.close()
        if texts:
            shown = texts[0][:_QUOTED] + ("…" if len(texts[0]) > _QUOTED else "")
            yield Finding(
                Hidden.COVERED, f"第{number}页有{len(texts)}处文字被遮住但仍在文件里，如“{shown}”"
            )
    if comments:
        yield Finding(Hidden.COMMENTS, f"有{comments}条批注")


def _comments(page: pdfium.PdfPage) -> int:
    count = 0
    for at in range(_raw.FPDFPage_GetAnnotCount(page)):
        annotation = _raw.FPDFPage_GetAnnot(page, at)
        count += _raw.FPDFAnnot_GetSubtype(annotation) in _COMMENTS
        _raw.FPDFPage_CloseAnnot(annotation)
    return count


def _covered(page: pdfium.PdfPage) -> Iterator[str]:
    """Yield each run of characters of which nothing is seen on the page."""
    picture = page.render(scale=_SCALE).to_pil().convert("L")
    texts = page.get_textpage()
    run = ""
    for at in range(texts.count_chars()):
        letter = chr(_raw.FPDFText_GetUnicode(texts, at))
        if not letter.isalnum() or letter in _SOLID:
            continue
        if _is_unseen(picture, page, texts, at):
            run += letter
            continue
        if len(run) >= _SHORTEST:
            yield run
        run = ""
    if len(run) >= _SHORTEST:
        yield run
    texts.close()


def _is_unseen(
    picture: Image.Image, page: pdfium.PdfPage, texts: pdfium.PdfTextPage, at: int
) -> bool:
    """Tell whether the place of a character, and what is left and right of it, is one colour."""
    box = [ctypes.c_double() for _ in range(4)]
    left, right, bottom, top = box
    if not _raw.FPDFText_GetCharBox(texts, at, *map(ctypes.byref, box)):
        return False
    corners = [
        _on_picture(page, picture, left.value, top.value),
        _on_picture(page, picture, right.value, bottom.value),
    ]
    (x1, x2), (y1, y2) = (sorted(one) for one in zip(*corners, strict=True))
    place = (x1 - _BESIDE, y1 + 1, x2 + _BESIDE, max(y2 - 1, y1 + 2))
    if min(place) < 0 or place[2] > picture.width or place[3] > picture.height:
        return False
    shades = picture.crop(place).tobytes()
    dark = shades.translate(_IS_DARK).count(1)
    return dark >= _NEARLY * len(shades) or max(shades) - min(shades) <= _EVEN


def _on_picture(page: pdfium.PdfPage, picture: Image.Image, x: float, y: float) -> tuple[int, int]:
    across, down = ctypes.c_int(), ctypes.c_int()
    size = (0, 0, picture.width, picture.height, 0)
    _raw.FPDF_PageToDevice(page, *size, x, y, ctypes.byref(across), ctypes.byref(down))
    return across.value, down.value
