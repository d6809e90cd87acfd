"""Open a PDF and take its pages, one at a time, out of PDFium.

PDFium is not thread-safe: whoever reads many documents at once uses processes.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ogi.errors import DamagedError, EncryptedError, LimitError
from ogi.reading.limits import Limits
from ogi.reading.pdf.characters import UNKNOWN
from ogi.reading.pdf.glyphs import boxes_of, characters_of, glyphs_of, in_page_space, main_angle
from ogi.reading.pdf.matrix import compose, turning, upright
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Sheet
from ogi.reading.pdf.strokes import strokes_of

ENCRYPTED = "PDF设有打开密码，无法读取。去掉密码另存后再读。"
DAMAGED = "PDF文件已损坏，无法打开。重新下载，或从原文件重新导出后再读。"


@contextmanager
def opened(data: bytes, limits: Limits) -> Iterator[pdfium.PdfDocument]:
    """Open a PDF; raise a ReadingError that says why it cannot be read."""
    if len(data) > limits.bytes:
        raise LimitError(
            f"PDF文件有{len(data)}字节，超过上限{limits.bytes}字节，未作读取。"
            "确需读取的，放宽文件大小上限。"
        )
    try:
        document = pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        locked = getattr(error, "err_code", None) in (
            raw.FPDF_ERR_PASSWORD,
            raw.FPDF_ERR_SECURITY,
        )
        raise (EncryptedError(ENCRYPTED) if locked else DamagedError(DAMAGED)) from None
    try:
        _check_pages(document, limits)
        yield document
    finally:
        document.close()


def _check_pages(document: pdfium.PdfDocument, limits: Limits) -> None:
    """Raise a ReadingError for no pages or too many; of a scan only the first are read."""
    count = len(document)
    if count <= 0:
        raise DamagedError("PDF文件里没有页面，文件可能已损坏。重新下载或重新导出后再读。")
    if count > limits.pages and any(map(_has_text, (document[0], document[count // 2]))):
        raise LimitError(
            f"PDF有{count}页，超过上限{limits.pages}页，未作读取。"
            "只取年度报告的几页另存后再读，或者放宽页数上限。"
        )


def _has_text(page: pdfium.PdfPage) -> bool:
    textpage = page.get_textpage()
    try:
        return bool(textpage.count_chars() > 0)
    finally:
        textpage.close()
        page.close()


def sheets_of(document: pdfium.PdfDocument, most: int) -> Iterator[tuple[int, Sheet | None]]:
    """Yield the number of the first pages and what is on each; None for a damaged one."""
    for index in range(min(most, len(document))):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            yield index + 1, None
            continue
        try:
            yield index + 1, _sheet(page, index + 1)
        except (pdfium.PdfiumError, ValueError, OverflowError):
            yield index + 1, None
        finally:
            page.close()


def _sheet(page: pdfium.PdfPage, number: int) -> Sheet:
    width, height = page.get_size()
    rotation = page.get_rotation()
    textpage = page.get_textpage()
    try:
        text = characters_of(textpage)
        turn = (rotation + main_angle(textpage, text)) % 360
        seen = upright(page.get_bbox(), rotation)
        to_frame = compose(seen, turning(turn, width, height))
        frame = (height, width) if turn in (90, 270) else (width, height)
        strokes = strokes_of(page, to_frame)
        boxes = boxes_of(textpage, text)
        if strokes.replaced:
            boxes = in_page_space(textpage, boxes, strokes.replaced)
        glyphs = tuple(glyphs_of(text, boxes, to_frame, frame))
        hidden = _is_hidden(textpage, len(text))
    finally:
        textpage.close()
    return Sheet(
        number=number,
        width=width,
        height=height,
        rotation=rotation,
        turn=turn,
        glyphs=glyphs,
        horizontals=tuple(strokes.horizontals),
        verticals=tuple(strokes.verticals),
        pictures=strokes.pictures,
        silent=sum(glyph.text == UNKNOWN for glyph in glyphs),
        page=number,
        hidden=hidden,
    )


def _is_hidden(textpage: pdfium.PdfTextPage, count: int) -> bool:
    """Tell whether most of the text is drawn invisibly, by some of its characters."""
    holders = [
        raw.FPDFText_GetTextObject(textpage.raw, index)
        for index in range(0, count, max(1, count // MODEL.modes))
    ]
    modes = [raw.FPDFTextObj_GetTextRenderMode(holder) for holder in holders if holder]
    return 2 * modes.count(raw.FPDF_TEXTRENDERMODE_INVISIBLE) > len(modes)


def title_of(document: pdfium.PdfDocument) -> tuple[str, ...]:
    """Return the title in the document's properties, if there is one."""
    title = document.get_metadata_value("Title").strip()
    return (title,) if title else ()
