"""From a leaf to a sheet: glyphs and rules in points, as on the page of a PDF."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

import numpy as np

from ogi.reading.document import Recognised
from ogi.reading.ocr.boxes import Box as Pixels
from ogi.reading.ocr.characters import Character, Words
from ogi.reading.ocr.engine import Engine
from ogi.reading.ocr.leaves import SCALE, Leaf
from ogi.reading.ocr.second import Reading, is_figures, second_readings, wants_figures
from ogi.reading.ocr.stamps import rings_of
from ogi.reading.pdf.characters import meant
from ogi.reading.pdf.fragments import ruled_fragments
from ogi.reading.pdf.sheet import Box, Glyph, Rule, Sheet

_TYPE = 0.74  # of a box's height: its characters
_NARROW = 0.5  # heights: how wide a figure is
_SPREAD = 1.6  # widths apart: characters farther from one another have a space between
_STAMPED = 0.6  # sure at most: what a seal in grey lies on
_SPACE = 0.25  # heights between figures that are recognised as apart


@dataclass(frozen=True, slots=True)
class Sure:
    """How sure the text is at a place in the frame; `figures` if it was read twice."""

    x: float
    y: float
    recognised: Recognised
    figures: bool = False


@dataclass(frozen=True, slots=True)
class ScannedSheet(Sheet):
    """A leaf as it is read; `page` is the page it is on, `back` projects onto that page."""

    page: int = 0
    back: tuple[tuple[float, ...], ...] = ()
    sure: tuple[Sure, ...] = field(default=(), repr=False)

    def seen(self, box: Box) -> Box:
        """Return a box of the frame on the page as it is seen."""
        left, top, right, bottom = box
        corners = np.array(
            [[left, right, right, left], [top, top, bottom, bottom], [1, 1, 1, 1]], np.float64
        )
        x, y, w = np.array(self.back) @ corners
        x, y = x / w, y / w
        return Box(float(x.min()), float(y.min()), float(x.max()), float(y.max()))

    def recognised_in(self, box: Box) -> Recognised | None:
        """Return how sure the text in a box is; None where nothing was recognised."""
        left, top, right, bottom = box
        inside = [s for s in self.sure if left <= s.x < right and top <= s.y < bottom]
        inside = [s for s in inside if s.figures] or inside
        if not inside:
            return None
        least = min(inside, key=lambda one: one.recognised.confidence).recognised
        return least if len(inside) == 1 else Recognised(least.confidence)


def sheet_of(engine: Engine, leaf: Leaf, number: int, page: int, dpi: float) -> ScannedSheet:
    """Return a leaf as a sheet, its figures read twice; `dpi` is that of the photograph."""
    height, width = leaf.grey.shape
    back = (
        np.diag([72 / dpi, 72 / dpi, 1.0]) @ np.linalg.inv(leaf.onto) @ np.diag([SCALE, SCALE, 1.0])
    )
    drawn = _drawn(leaf, number)
    placed = _twice_read(engine, leaf, drawn)
    glyphs = tuple(_glyphs(placed))
    return ScannedSheet(
        number=number,
        width=width / SCALE,
        height=height / SCALE,
        rotation=0,
        turn=0,
        glyphs=glyphs,
        horizontals=drawn.horizontals,
        verticals=drawn.verticals,
        page=page,
        back=tuple(tuple(map(float, row)) for row in back / back[2, 2]),
        sure=tuple(_sure(placed)),
    )


@dataclass(frozen=True, slots=True)
class _Piece:
    """A piece of a line on the leaf, in pixels; `reading` where it was read twice."""

    box: Pixels
    words: Words | None
    reading: Reading | None = None


def _drawn(leaf: Leaf, number: int) -> Sheet:
    """Return a sheet with what was read first: what its ruling lines enclose is wanted."""
    height, width = leaf.grey.shape
    pieces = [_Piece(box, words) for box, words in zip(leaf.pieces, leaf.words, strict=True)]
    return Sheet(
        number=number,
        width=width / SCALE,
        height=height / SCALE,
        rotation=0,
        turn=0,
        glyphs=tuple(_glyphs(pieces)),
        horizontals=tuple(_in_points(leaf.rulings.horizontals)),
        verticals=tuple(_in_points(leaf.rulings.verticals)),
    )


def _in_points(rules: Sequence[Rule]) -> Iterator[Rule]:
    return (Rule(at / SCALE, start / SCALE, end / SCALE) for at, start, end in rules)


def _twice_read(engine: Engine, leaf: Leaf, drawn: Sheet) -> list[_Piece]:
    """Return the pieces; those with figures are read twice, and so are cells without any."""
    fragments, _, _ = ruled_fragments(drawn)
    cells = [_in_pixels(cell.box) for fragment in fragments for cell in fragment.cells]
    held = _by_cell(leaf.pieces, cells)
    inside = {index for indices in held.values() for index in indices}
    single = {i: [i] for i in range(len(leaf.pieces)) if i not in inside}
    places: list[tuple[Pixels, Words | None]] = []
    owners: list[Sequence[int]] = []
    for number, cell in enumerate(cells):
        indices: Sequence[int] = held.get(number, ())
        words = _together(leaf, indices)
        if words is None or wants_figures(words):
            places.append((cell, words))
            owners.append(indices)
    for index in single:
        if is_figures(leaf.words[index].text):
            places.append((leaf.pieces[index], leaf.words[index]))
            owners.append([index])
    readings = second_readings(engine, leaf.clean, SCALE, places)
    if rings := rings_of(leaf.clean):
        readings = [
            _under_seal(reading) if any(ring.reaches(*box) for ring in rings) else reading
            for (box, _), reading in zip(places, readings, strict=True)
        ]
    taken = {index for indices in owners for index in indices}
    pieces = [
        _Piece(box, words)
        for index, (box, words) in enumerate(zip(leaf.pieces, leaf.words, strict=True))
        if index not in taken
    ]
    for (box, words), reading, indices in zip(places, readings, owners, strict=True):
        if reading.ink:
            around = _around([leaf.pieces[i] for i in indices]) if indices else _core(box)
            pieces.append(_Piece(around, words, reading))
    return pieces


def _under_seal(reading: Reading) -> Reading:
    """Doubt what is read under a seal in grey, whose strokes look like figures."""
    sure = reading.recognised
    return replace(reading, recognised=replace(sure, confidence=min(sure.confidence, _STAMPED)))


def _by_cell(pieces: Sequence[Pixels], cells: Sequence[Pixels]) -> Mapping[int, list[int]]:
    """Return which pieces have their middle in which cell."""
    held: dict[int, list[int]] = {}
    for index, piece in enumerate(pieces):
        x, y = (piece.left + piece.right) / 2, (piece.top + piece.bottom) / 2
        for number, cell in enumerate(cells):
            if cell.left <= x < cell.right and cell.top <= y < cell.bottom:
                held.setdefault(number, []).append(index)
                break
    return held


def _together(leaf: Leaf, indices: Sequence[int]) -> Words | None:
    """Return what the pieces of one cell say, from left to right; None where there is none."""
    if not indices:
        return None
    ordered = sorted(indices, key=lambda i: (leaf.pieces[i].left, leaf.pieces[i].top))
    words = [leaf.words[i] for i in ordered]
    return (
        words[0]
        if len(words) == 1
        else Words(
            tuple(c for one in words for c in one.characters),
            tuple(c for one in words for c in one.missed),
        )
    )


def _in_pixels(box: Box) -> Pixels:
    return Pixels(*(round(edge * SCALE) for edge in box))


def _around(boxes: Sequence[Pixels]) -> Pixels:
    return Pixels(
        min(box.left for box in boxes),
        min(box.top for box in boxes),
        max(box.right for box in boxes),
        max(box.bottom for box in boxes),
    )


def _core(cell: Pixels) -> Pixels:
    """Return the middle of a cell, as high as a line."""
    half = round(min(cell.height / 2, 8 * SCALE))
    middle = (cell.top + cell.bottom) // 2
    wide = round(min(cell.width / 2, 12 * SCALE))
    centre = (cell.left + cell.right) // 2
    return Pixels(centre - wide, middle - half, centre + wide, middle + half)


def _sure(pieces: Sequence[_Piece]) -> Iterator[Sure]:
    for box, words, reading in ((p.box, p.words, p.reading) for p in pieces):
        x, y = (box.left + box.right) / 2 / SCALE, (box.top + box.bottom) / 2 / SCALE
        if reading is not None:
            yield Sure(x, y, reading.recognised, figures=True)
        elif words is not None and words.characters:
            yield Sure(x, y, Recognised(words.likely))


def _glyphs(pieces: Sequence[_Piece]) -> Iterator[Glyph]:
    """Yield the characters as glyphs in points; their order is that of the pieces."""
    order = 0
    for piece in pieces:
        for glyph in _glyphs_of(piece, order):
            yield glyph
            order = glyph.order + 1


def _glyphs_of(piece: _Piece, order: int) -> Iterator[Glyph]:
    """Yield the glyphs of a piece; characters near to one another touch."""
    box = piece.box
    size = _TYPE * box.height
    middle = (box.top + box.bottom) / 2
    top, bottom = (middle - size / 2) / SCALE, (middle + size / 2) / SCALE
    marks = _marks(piece, size)
    if not marks:
        return
    lefts = [x - _wide(text, size) / 2 for text, x, _ in marks]
    rights = [x + _wide(text, size) / 2 for text, x, _ in marks]
    for i, ((one, x, _), (other, y, spaced)) in enumerate(pairwise(marks)):
        usual = (_wide(one, size) + _wide(other, size)) / 2
        edge = (x + y) / 2
        if spaced and _is_narrow(one) and _is_narrow(other):
            rights[i] = min(rights[i], edge - _SPACE * size / 2)
            lefts[i + 1] = max(lefts[i + 1], edge + _SPACE * size / 2)
        elif y - x < _SPREAD * usual:
            rights[i] = lefts[i + 1] = edge
    for i, (text, _, spaced) in enumerate(marks):
        yield Glyph(text, lefts[i] / SCALE, top, rights[i] / SCALE, bottom, order + i, spaced)


def _marks(piece: _Piece, size: float) -> list[tuple[str, float, bool]]:
    """Return each character, its middle, and whether a space stands before it."""
    reading, box = piece.reading, piece.box
    characters: Sequence[Character] = piece.words.characters if piece.words else ()
    if reading is not None:
        said = [c for c in characters if c.text.strip()]
        if len(said) != len(reading.text) or any(c.middle > box.width for c in said):
            step = min(_NARROW * size, box.width / max(1, len(reading.text)))
            start = (box.left + box.right - step * (len(reading.text) - 1)) / 2
            return [(text, start + i * step, False) for i, text in enumerate(reading.text)]
        return [
            (text, box.left + c.middle, False) for text, c in zip(reading.text, said, strict=True)
        ]
    found: list[tuple[str, float, bool]] = []
    spaced = False
    for character in characters:
        if character.text.isspace():
            spaced = True
        else:
            found.append((meant(character.text), box.left + character.middle, spaced))
            spaced = False
    return found


def _wide(text: str, size: float) -> float:
    return size * (_NARROW if _is_narrow(text) else 1.0)


def _is_narrow(text: str) -> bool:
    return text < "\u2000"
