"""From a page of PDFium to glyphs."""

import ctypes
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from math import hypot, pi
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ogi.reading.pdf.characters import UNKNOWN, meant
from ogi.reading.pdf.matrix import Bounds, Matrix, apply_to_box
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Glyph

_QUARTERS = 90


def characters_of(textpage: pdfium.PdfTextPage) -> str:
    """Return the characters of a page, one for each index; unknown ones as U+FFFD."""
    count = textpage.count_chars()
    if count <= 0:
        return ""
    buffer = (ctypes.c_ushort * (count + 1))()
    length = raw.FPDFText_GetText(textpage.raw, 0, count, buffer) - 1
    if length == count and not any(0xD800 <= unit < 0xE000 for unit in buffer):
        return meant(bytes(buffer)[: 2 * count].decode("utf-16-le"))
    codes = [raw.FPDFText_GetUnicode(textpage.raw, index) for index in range(count)]
    return meant("".join(_characters(codes)))


def _characters(codes: Iterable[int]) -> Iterator[str]:
    """Yield a character for each code; after one that takes two (𠮷) comes a space."""
    waiting = iter(codes)
    for code in waiting:
        if not 0xD800 <= code < 0xDC00:
            yield _character(code)
            continue
        low = next(waiting, None)
        if low is not None and 0xDC00 <= low < 0xE000:
            yield from (chr(0x10000 + ((code - 0xD800) << 10) + low - 0xDC00), " ")
        else:
            yield from (UNKNOWN, *(() if low is None else (_character(low),)))


def _character(code: int) -> str:
    return UNKNOWN if not 0 < code < 0x110000 or 0xD800 <= code < 0xE000 else chr(code)


def main_angle(textpage: pdfium.PdfTextPage, text: str) -> int:
    """Return the angle of most characters in the page's own space: 0, 90, 180 or 270.

    It is counted clockwise.
    """
    printed = [index for index, char in enumerate(text) if char > " "]
    step = max(1, len(printed) // MODEL.angles)
    angles = Counter(angle_of(textpage, index) for index in printed[::step])
    return angles.most_common(1)[0][0] if angles else 0


def angle_of(textpage: pdfium.PdfTextPage, index: int) -> int:
    """Return the angle of a character, rounded to a quarter turn."""
    degrees = float(raw.FPDFText_GetCharAngle(textpage.raw, index)) * 180 / pi
    return round(degrees / _QUARTERS) * _QUARTERS % 360


def boxes_of(textpage: pdfium.PdfTextPage, text: str) -> Iterator[tuple[int, Bounds]]:
    """Yield the index and the box of each printed character, in the page's own space.

    The large slanting characters of a watermark are left out.
    """
    rectangle = raw.FS_RECTF()
    get, page = raw.FPDFText_GetLooseCharBox, textpage.raw
    for index, char in enumerate(text):
        if char > " " and get(page, index, rectangle):
            bottom, top = rectangle.bottom, rectangle.top
            if MODEL.smallest < top - bottom < MODEL.largest:
                yield index, (rectangle.left, bottom, rectangle.right, top)
            else:
                box = (rectangle.left, bottom, rectangle.right, top)
                trusted = _trusted(page, index, box, wide=char >= "\u2000")
                if trusted is not None:
                    yield index, trusted


def _trusted(textpage: Any, index: int, box: Bounds, *, wide: bool) -> Bounds | None:
    """Return the box, or one made from the origin where the box is not of the type's size.

    PDFium gives the ink of a character for one in an /ActualText span, and leaves the
    scale out for vertical fonts. None for a character that slants.
    """
    m = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(textpage, index, m)
    scale = hypot(m.c, m.d)
    if min(abs(m.a), abs(m.b)) > MODEL.slant * scale:
        return None
    size = raw.FPDFText_GetFontSize(textpage, index) * scale
    extent = box[2] - box[0] if abs(m.b) > abs(m.a) else box[3] - box[1]
    if size <= 0 or 0.5 < extent / size < 2:
        return box
    x, y = ctypes.c_double(), ctypes.c_double()
    raw.FPDFText_GetCharOrigin(textpage, index, x, y)
    advance = 1.0 if wide else 0.5
    unit = (m.a / scale, m.b / scale, m.c / scale, m.d / scale, x.value, y.value)
    return apply_to_box(
        unit, (0.0, MODEL.descent * size, advance * size, (1 + MODEL.descent) * size)
    )


def in_page_space(
    textpage: pdfium.PdfTextPage,
    boxes: Iterator[tuple[int, Bounds]],
    replaced: Mapping[int, tuple[Bounds, Matrix]],
) -> Iterator[tuple[int, Bounds]]:
    """Put the boxes right that PDFium leaves in the space of a form.

    PDFium reports a character of an /ActualText span inside a form in the form's own
    space. `replaced` maps the address of each text object inside a form to its bounds
    there and to the matrix from the form to the page; a box that fits the object only
    before the matrix is applied has to be moved.
    """
    for index, box in boxes:
        holder = raw.FPDFText_GetTextObject(textpage.raw, index)
        known = replaced.get(ctypes.addressof(holder.contents)) if holder else None
        if known is not None:
            inside, matrix = known
            if _holds(inside, box) and not _holds(apply_to_box(matrix, inside), box):
                box = apply_to_box(matrix, box)
        yield index, box


def _holds(outer: Bounds, box: Bounds) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return outer[0] - 2 <= x <= outer[2] + 2 and outer[1] - 2 <= y <= outer[3] + 2


def glyphs_of(
    text: str, boxes: Iterator[tuple[int, Bounds]], matrix: Matrix, frame: tuple[float, float]
) -> Iterator[Glyph]:
    """Yield the glyphs that stand on the page, in the frame the matrix leads to."""
    a, b, c, d, e, f = matrix
    width, height = frame
    for index, (x0, y0, x1, y1) in boxes:
        u0, v0 = a * x0 + c * y0 + e, b * x0 + d * y0 + f
        u1, v1 = a * x1 + c * y1 + e, b * x1 + d * y1 + f
        left, right = (u0, u1) if u0 <= u1 else (u1, u0)
        top, bottom = (v0, v1) if v0 <= v1 else (v1, v0)
        if 0 <= left + right <= 2 * width and 0 <= top + bottom <= 2 * height:
            spaced = index > 0 and text[index - 1] <= " "
            yield Glyph(text[index], left, top, right, bottom, index, spaced)
