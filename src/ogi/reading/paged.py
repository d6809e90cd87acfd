"""A PDF: the text of its pages, and the pages that are pictures, recognised."""

from collections.abc import Sequence

import pypdfium2 as pdfium

from ogi.reading import ocr
from ogi.reading.document import Document
from ogi.reading.limits import Limits
from ogi.reading.pdf import reader
from ogi.reading.pdf.sheet import Sheet


def read_pdf(data: bytes, limits: Limits) -> Document:
    """Read a PDF with whatever is installed."""
    return reader.read_pdf(data, limits, _recognised if ocr.is_installed() else None)


def _recognised(
    document: pdfium.PdfDocument, pages: Sequence[int], limits: Limits
) -> dict[int, list[Sheet]]:
    from ogi.reading.ocr.pages import sheets_of_pages

    return sheets_of_pages(document, pages, limits)
