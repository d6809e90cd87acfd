"""Draw the cells of a report on the pages it was read from."""

from collections.abc import Iterator
from itertools import pairwise

from PIL import Image, ImageDraw, ImageFont

from ogi.errors import UnsupportedFormatError
from ogi.form import AnnualReport, Cell
from ogi.reading.detect import detect
from ogi.reading.limits import DEFAULT_LIMITS, Limits

READ = "#17508f"
DOUBT = "#5b34a0"
DOUBT_GROUND = "#f0eafb"
PAPER = "#ffffff"

_DASH = 3.0  # points
_SMALL = 5.5  # points: the type of the values
_INSET = 1.4  # points between a cell's edge and its mark
_NOT_PAGED = "只有PDF和图片有页面图像，可以画出读到的单元格；这个文件没有页面。"

_Box = tuple[float, float, float, float]


def draw(
    data: bytes, report: AnnualReport, scale: float = 2.0, *, limits: Limits = DEFAULT_LIMITS
) -> list[tuple[int, Image.Image]]:
    """Return each page's number and its picture with the cells that were found.

    A cell that was read has a thin blue frame and its value beside it; a doubt has a
    violet dashed frame and “?”; a cell without a value has a violet frame.
    """
    drawn: list[tuple[int, Image.Image]] = []
    for number, pixels, picture in pages_of(data, limits, scale):
        brush = ImageDraw.Draw(picture)
        font = ImageFont.load_default(size=_SMALL * pixels)
        for cell, box in _cells_on(report, number):
            _mark(brush, cell, _scaled(box, pixels), pixels, font)
        drawn.append((number, picture))
    return drawn


def pages_of(data: bytes, limits: Limits, scale: float) -> Iterator[tuple[int, float, Image.Image]]:
    """Yield each page's number, the pixels of a point, and its picture."""
    kind = detect(data)
    if kind == "pdf":
        from ogi.reading.pdf.pictures import pictures_of
    elif kind == "image":
        from ogi.reading.ocr.pictures import pictures_of
    else:
        raise UnsupportedFormatError(_NOT_PAGED)
    return pictures_of(data, limits, scale)


def _cells_on(report: AnnualReport, page: int) -> Iterator[tuple[Cell, _Box]]:
    """Yield the cells on a page with their boxes."""
    for cell in (*report.cells.values(), *report.extras.values()):
        if cell.place is not None and cell.place.page == page and cell.place.box is not None:
            yield cell, cell.place.box


def _scaled(box: _Box, pixels: float) -> _Box:
    left, top, right, bottom = box
    return (
        (left + _INSET) * pixels,
        (top + _INSET) * pixels,
        max(left + _INSET, right - _INSET) * pixels,
        max(top + _INSET, bottom - _INSET) * pixels,
    )


def _mark(
    brush: ImageDraw.ImageDraw,
    cell: Cell,
    box: _Box,
    pixels: float,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
) -> None:
    line = max(1, round(0.6 * pixels))
    if cell.doubts:
        _dashed(brush, box, _DASH * pixels, line)
    else:
        brush.rectangle(box, outline=READ if cell.value is not None else DOUBT, width=line)
    value = "" if cell.value is None else str(cell.value)
    text = value + ("?" if cell.doubts else "")
    if text:
        _write(brush, text, box, font, DOUBT if cell.doubts else READ)


def _dashed(brush: ImageDraw.ImageDraw, box: _Box, dash: float, width: int) -> None:
    """Draw the frame of a box in dashes."""
    left, top, right, bottom = box
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    for (x0, y0), (x1, y1) in pairwise(corners):
        length = abs(x1 - x0) + abs(y1 - y0)
        for step in range(0, max(1, round(length / dash)), 2):
            start, end = step * dash / (length or 1), min(1.0, (step + 1) * dash / (length or 1))
            brush.line(
                (
                    x0 + (x1 - x0) * start,
                    y0 + (y1 - y0) * start,
                    x0 + (x1 - x0) * end,
                    y0 + (y1 - y0) * end,
                ),
                fill=DOUBT,
                width=width,
            )


def _write(
    brush: ImageDraw.ImageDraw,
    text: str,
    box: _Box,
    font: ImageFont.FreeTypeFont | ImageFont.ImageFont,
    colour: str,
) -> None:
    """Write a value small in the upper right corner of its cell."""
    left, top, right, bottom = brush.textbbox((0, 0), text, font=font)
    x, y = box[2] - (right - left) - 2, box[1] + 1
    ground = DOUBT_GROUND if colour == DOUBT else PAPER
    brush.rectangle((x - 1, y, x + right - left + 1, y + bottom - top + 1), fill=ground)
    brush.text((x - left, y - top), text, font=font, fill=colour)
