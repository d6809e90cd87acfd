"""Pictures of the pages of a PDF."""

from collections.abc import Iterator

import pypdfium2 as pdfium
from PIL import Image

from ogi.reading.limits import Limits
from ogi.reading.pdf.source import opened

_WIDEST = 6000  # pixels: a page that would be larger is drawn smaller


def pictures_of(
    data: bytes, limits: Limits, scale: float
) -> Iterator[tuple[int, float, Image.Image]]:
    """Yield each page's number, the pixels that one point has become, and the picture.

    A page that is damaged is left out.
    """
    with opened(data, limits) as document:
        for index in range(len(document)):
            try:
                page = document[index]
            except pdfium.PdfiumError:
                continue
            try:
                fitting = min(scale, _WIDEST / max(page.get_size()))
                bitmap = page.render(scale=fitting)
                yield index + 1, fitting, bitmap.to_pil().convert("RGB")
                bitmap.close()
            except (pdfium.PdfiumError, ValueError, ZeroDivisionError):
                continue
            finally:
                page.close()
