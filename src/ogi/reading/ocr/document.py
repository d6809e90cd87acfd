"""A picture as a document of one page, a TIFF as one of several."""

from ogi.errors import DamagedError, NoTextError
from ogi.reading import pictured
from ogi.reading.document import Document, Page
from ogi.reading.limits import Limits
from ogi.reading.ocr.engine import engine
from ogi.reading.ocr.pages import scanned
from ogi.reading.ocr.pictures import frames_in, photographs_of
from ogi.reading.ocr.sheets import ScannedSheet
from ogi.reading.pdf.reader import blocks_of


def read_picture(data: bytes, limits: Limits) -> Document:
    """Read a picture; raises DamagedError, LimitError, MissingPartError or NoTextError."""
    count = frames_in(data, limits)
    engine()
    sheets: list[ScannedSheet] = []
    pages: list[Page] = []
    remarks: list[str] = []
    for number, photograph in enumerate(photographs_of(data, limits, limits.scans), 1):
        if photograph is None:
            remarks.append(f"第{number}页图像已损坏，未能读取；其余各页照常读取。")
            continue
        pages.append(Page(number, *photograph.size))
        sheets.extend(scanned(photograph, number, len(sheets) + 1))
    if not pages:
        raise DamagedError("图片已损坏，无法读取。重新扫描或者重新下载后再读。")
    if count > limits.scans:
        remarks.append(pictured.left_out(count, count - limits.scans))
    if not any(sheet.glyphs for sheet in sheets):
        raise NoTextError(pictured.NOTHING)
    blocks = blocks_of(sheets, limits)
    return Document("image", blocks, tuple(pages), (), tuple(remarks))
