"""From the objects of a page to its ruling lines, text inside forms, and pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ogi.reading.pdf.matrix import IDENTITY, Bounds, Matrix, apply, compose
from ogi.reading.pdf.sheet import Rule

THICKEST = 2.5  # points; a filled bar that is thicker is no ruling line
_SHORTEST = 4.0  # points; a shorter stroke is a dot or a part of a glyph
_MOST_SEGMENTS = 200  # a path with more is a drawing
_MOST_OBJECTS = 200_000
_DEEPEST = 12  # forms within forms


@dataclass(slots=True)
class Strokes:
    """What the objects of a page hold, in the frame of the page.

    `replaced` maps the address of a text object inside a form, whose text is replaced by
    /ActualText, to its bounds and the matrix from the form to the page's own space.
    """

    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)
    replaced: dict[int, tuple[Bounds, Matrix]] = field(default_factory=dict)
    pictures: int = 0


def strokes_of(page: pdfium.PdfPage, matrix: Matrix) -> Strokes:
    """Collect the strokes of a page; the matrix leads from its own space to the frame."""
    found = Strokes()
    for item, kind, to_page in _objects(page):
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(item, compose(to_page, matrix), found)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.pictures += 1
        elif kind == raw.FPDF_PAGEOBJ_TEXT and to_page is not IDENTITY and _is_replaced(item):
            found.replaced[ctypes.addressof(item.contents)] = (_bounds(item), to_page)
    return found


def _objects(page: pdfium.PdfPage) -> Iterator[tuple[Any, int, Matrix]]:
    """Yield each object with its type and the matrix of the forms it stands in."""
    pending = [(_children(page.raw, on_page=True), IDENTITY)]
    left = _MOST_OBJECTS
    while pending and left > 0:
        children, matrix = pending[-1]
        item = next(children, None)
        if item is None:
            pending.pop()
            continue
        left -= 1
        kind = raw.FPDFPageObj_GetType(item)
        if kind != raw.FPDF_PAGEOBJ_FORM:
            yield item, kind, matrix
        elif len(pending) < _DEEPEST:
            pending.append((_children(item, on_page=False), compose(_matrix_of(item), matrix)))


def _children(holder: Any, *, on_page: bool) -> Iterator[Any]:
    """Yield the objects on a page or in a form."""
    if on_page:
        count, get = raw.FPDFPage_CountObjects(holder), raw.FPDFPage_GetObject
    else:
        count, get = raw.FPDFFormObj_CountObjects(holder), raw.FPDFFormObj_GetObject
    for index in range(count):
        if item := get(holder, index):
            yield item


def _matrix_of(item: Any) -> Matrix:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, m)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _bounds(item: Any) -> Bounds:
    edges = [ctypes.c_float() for _ in range(4)]
    raw.FPDFPageObj_GetBounds(item, *edges)
    left, bottom, right, top = (edge.value for edge in edges)
    return left, bottom, right, top


def _is_replaced(item: Any) -> bool:
    return bool(raw.FPDFPageObj_CountMarks(item) > 0)


def _add_path(item: Any, to_frame: Matrix, found: Strokes) -> None:
    """Add the ruling lines that a path draws."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    count = raw.FPDFPath_CountSegments(item)
    if count > _MOST_SEGMENTS:
        return
    matrix = compose(_matrix_of(item), to_frame)
    for points in _outlines(item, count, matrix):
        xs = [x for x, _ in points]
        ys = [y for _, y in points]
        if _add(min(xs), min(ys), max(xs), max(ys), found) or not stroke.value:
            continue
        for (x0, y0), (x1, y1) in pairwise(points):
            _add(min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1), found)


def _outlines(item: Any, count: int, matrix: Matrix) -> Iterator[list[tuple[float, float]]]:
    """Yield the corners of each part of a path; a closed part ends where it began."""
    x, y = ctypes.c_float(), ctypes.c_float()
    points: list[tuple[float, float]] = []
    for index in range(count):
        segment = raw.FPDFPath_GetPathSegment(item, index)
        raw.FPDFPathSegment_GetPoint(segment, x, y)
        if raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_MOVETO and points:
            yield points
            points = []
        points.append(apply(matrix, x.value, y.value))
        if raw.FPDFPathSegment_GetClose(segment) and len(points) > 1:
            points.append(points[0])
    if points:
        yield points


def _add(left: float, top: float, right: float, bottom: float, found: Strokes) -> bool:
    """Add a rectangle as a ruling line if it is thin and long enough."""
    wide, high = right - left, bottom - top
    if wide <= THICKEST and high > _SHORTEST:
        found.verticals.append(Rule((left + right) / 2, top, bottom))
    elif high <= THICKEST and wide > _SHORTEST:
        found.horizontals.append(Rule((top + bottom) / 2, left, right))
    else:
        return False
    return True
