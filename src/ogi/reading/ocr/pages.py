"""Photographed pages as sheets: pictures, and pages of a PDF."""

from collections.abc import Iterator, Sequence

import numpy as np
import pypdfium2 as pdfium

from ogi.apart import alive
from ogi.reading.limits import Limits
from ogi.reading.ocr.engine import engine
from ogi.reading.ocr.leaves import leaves_of
from ogi.reading.ocr.pictures import Photograph
from ogi.reading.ocr.sheets import ScannedSheet, sheet_of
from ogi.reading.pdf.sheet import Sheet

_DPI = 200
_LONGEST = 4400  # pixels of a page
_BLANK = 8  # of 255: what has no darker spot than that has no writing


def scanned(photograph: Photograph, page: int, number: int) -> Iterator[ScannedSheet]:
    """Yield the sheets of a photographed page, numbered on from `number`; none for a blank one."""
    alive()  # the page before it is done
    if np.ptp(photograph.pixels) <= _BLANK:
        return
    for offset, leaf in enumerate(leaves_of(engine(), photograph)):
        yield sheet_of(engine(), leaf, number + offset, page, photograph.dpi)


def sheets_of_pages(
    document: pdfium.PdfDocument, pages: Sequence[int], limits: Limits
) -> dict[int, list[Sheet]]:
    """Recognise pages of a PDF; the result has the sheets of each page (1-based)."""
    found: dict[int, list[Sheet]] = {}
    for number in pages:
        try:
            page = document[number - 1]
        except pdfium.PdfiumError:
            continue
        try:
            if sheets := list(scanned(_photographed(page), number, 1)):
                found[number] = [*sheets]
        finally:
            page.close()
    return found


def _photographed(page: pdfium.PdfPage) -> Photograph:
    scale = min(_DPI / 72, _LONGEST / max(page.get_size()))
    bitmap = page.render(scale=scale, rev_byteorder=True, prefer_bgrx=False)
    try:
        return Photograph(bitmap.to_numpy()[:, :, :3].copy(), 72 * scale)
    finally:
        bitmap.close()
