"""From the objects of a page to its ruling lines, text inside forms, and pictures."""

import ctypes
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from ogi.reading.pdf.matrix import IDENTITY, Bounds, Matrix, apply, compose
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Rule

_ONE_RECTANGLE = 5  # segments


@dataclass(slots=True)
class Strokes:
    """What the objects of a page hold; `matrix` leads from the page's space to the frame.

    `replaced` maps the address of a text object inside a form, whose text is replaced by
    /ActualText, to its bounds and the matrix from the form to the page's own space.
    """

    matrix: Matrix
    horizontals: list[Rule] = field(default_factory=list)
    verticals: list[Rule] = field(default_factory=list)
    replaced: dict[int, tuple[Bounds, Matrix]] = field(default_factory=dict)
    pictures: int = 0
    objects: int = 0


def strokes_of(page: pdfium.PdfPage, matrix: Matrix) -> Strokes:
    """Collect the strokes of a page; the matrix leads from its own space to the frame."""
    found = Strokes(matrix)
    count = raw.FPDFPage_CountObjects(page.raw)
    _collect(page.raw, count, raw.FPDFPage_GetObject, IDENTITY, found, 0)
    return found


def _collect(
    holder: Any, count: int, get: Any, to_page: Matrix, found: Strokes, depth: int
) -> None:
    """Collect what the objects on a page or in a form hold."""
    found.objects += max(count, 0)
    if found.objects > MODEL.objects:
        return
    to_frame = compose(to_page, found.matrix)
    for index in range(count):
        item = get(holder, index)
        kind = raw.FPDFPageObj_GetType(item)
        if kind == raw.FPDF_PAGEOBJ_PATH:
            _add_path(item, to_frame, found)
        elif kind == raw.FPDF_PAGEOBJ_FORM and depth < MODEL.nested_forms:
            inner = compose(_matrix_of(item), to_page)
            inside = raw.FPDFFormObj_CountObjects(item)
            _collect(item, inside, raw.FPDFFormObj_GetObject, inner, found, depth + 1)
        elif kind == raw.FPDF_PAGEOBJ_TEXT and depth and raw.FPDFPageObj_CountMarks(item) > 0:
            found.replaced[ctypes.addressof(item.contents)] = (_bounds(item), to_page)
        elif kind == raw.FPDF_PAGEOBJ_IMAGE:
            found.pictures += 1


def _matrix_of(item: Any) -> Matrix:
    m = raw.FS_MATRIX()
    raw.FPDFPageObj_GetMatrix(item, m)
    return (m.a, m.b, m.c, m.d, m.e, m.f)


def _bounds(item: Any) -> Bounds:
    left, bottom, right, top = (ctypes.c_float() for _ in range(4))
    raw.FPDFPageObj_GetBounds(item, left, bottom, right, top)
    return left.value, bottom.value, right.value, top.value


def _add_path(item: Any, to_frame: Matrix, found: Strokes) -> None:
    """Add the ruling lines that a path draws: the path itself if it is thin, or its parts."""
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    raw.FPDFPath_GetDrawMode(item, fill, stroke)
    if not fill.value and not stroke.value:
        return
    left, bottom, right, top = _bounds(item)
    x0, y0 = apply(to_frame, left, bottom)
    x1, y1 = apply(to_frame, right, top)
    if _add(x0, y0, x1, y1, found):
        return
    count = raw.FPDFPath_CountSegments(item)
    if count > MODEL.segments or (count <= _ONE_RECTANGLE and not stroke.value):
        return
    for points in _outlines(item, count, compose(_matrix_of(item), to_frame)):
        xs = [x for x, _ in points]
        ys = [y for _, y in points]
        if _add(min(xs), min(ys), max(xs), max(ys), found) or not stroke.value:
            continue
        for (x0, y0), (x1, y1) in pairwise(points):
            _add(x0, y0, x1, y1, found)


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


def _add(x0: float, y0: float, x1: float, y1: float, found: Strokes) -> bool:
    """Add what lies between two corners as a ruling line if it is thin and long enough."""
    wide, high = abs(x1 - x0), abs(y1 - y0)
    if wide <= MODEL.thickest and high > MODEL.shortest:
        found.verticals.append(Rule((x0 + x1) / 2, min(y0, y1), max(y0, y1)))
    elif high <= MODEL.thickest and wide > MODEL.shortest:
        found.horizontals.append(Rule((y0 + y1) / 2, min(x0, x1), max(x0, x1)))
    else:
        return False
    return True
