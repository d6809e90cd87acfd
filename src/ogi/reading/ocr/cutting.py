"""Boxes of text cut where ruling lines part them; upright labels cut into characters."""

from collections.abc import Iterator, Sequence
from statistics import median

import numpy as np
import numpy.typing as npt

from ogi.reading.ocr.boxes import Box
from ogi.reading.ocr.engine import Picture
from ogi.reading.pdf.sheet import Rule

_THROUGH = 0.6  # of a box's height that a line must cross to part it
_EDGE = 0.12  # of its height: a line nearer to its end only ends it
_UPRIGHT = 1.4  # heights over widths, and over other lines, from which text stands upright
_INK = 110  # grey levels below which a pixel of white paper is ink
_SQUARE = 1.15  # heights over widths of a character, at most
_THINNEST = 4  # pixels


def pieces_of(
    picture: Picture,
    boxes: Sequence[Box],
    horizontals: Sequence[Rule],
    verticals: Sequence[Rule],
) -> list[Box]:
    """Return the boxes of single lines of text, none of them across a ruling line."""
    usual = median([box.height for box in boxes]) if boxes else 0
    found: list[Box] = []
    for box in boxes:
        for part in _cut_down(box, verticals):
            for piece in _cut_across(part, horizontals, usual):
                found.extend(_upright(picture, piece, usual))
    return [box for box in found if min(box.width, box.height) >= _THINNEST]


def _cut_down(box: Box, verticals: Sequence[Rule]) -> Iterator[Box]:
    """Cut a box where vertical lines run through it."""
    edge = _EDGE * box.height
    cuts = sorted(
        rule.at
        for rule in verticals
        if box.left < rule.at < box.right
        and min(rule.end, box.bottom) - max(rule.start, box.top) > _THROUGH * box.height
    )
    left = box.left
    for cut in cuts:
        if cut - left > edge:
            yield box._replace(left=left, right=round(cut))
        left = round(cut)
    if box.right - left > edge:
        yield box._replace(left=left)


def _cut_across(box: Box, horizontals: Sequence[Rule], usual: float) -> Iterator[Box]:
    """Cut a box where horizontal lines run through it."""
    cuts = sorted(
        rule.at
        for rule in horizontals
        if box.top < rule.at < box.bottom
        and min(rule.end, box.right) - max(rule.start, box.left) > _THROUGH * box.width
    )
    top = box.top
    parts: list[Box] = []
    for cut in cuts:
        parts.append(box._replace(top=top, bottom=round(cut)))
        top = round(cut)
    parts.append(box._replace(top=top))
    highest = max(part.height for part in parts)
    return (part for part in parts if part.height > 0.5 * min(highest, usual or highest))


def _upright(picture: Picture, box: Box, usual: float) -> Iterator[Box]:
    """Cut a label whose characters stand above one another."""
    if box.height < _UPRIGHT * box.width or box.height < _UPRIGHT * usual:
        yield box
        return
    part = picture[box.top : box.bottom, box.left : box.right]
    ink = part < _INK
    columns = np.nonzero(ink.any(axis=0))[0]
    if not len(columns):
        yield box
        return
    wide = int(columns[-1] - columns[0] + 1)
    margin = max(2, wide // 8)
    for top, bottom in _characters(np.asarray(ink.any(axis=1)), max(wide, 4)):
        yield box._replace(
            top=max(box.top, box.top + top - margin),
            bottom=min(box.bottom, box.top + bottom + margin),
        )


def _characters(rows: npt.NDArray[np.bool_], wide: int) -> list[tuple[int, int]]:
    """Return from where to where each character reaches: strokes that are near are one."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], rows.astype(np.int8), [0]))))
    found: list[tuple[int, int]] = []
    for top, bottom in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        if found and bottom - found[-1][0] <= _SQUARE * wide:
            found[-1] = (found[-1][0], bottom)
        else:
            found.append((top, bottom))
    return found
