"""The second reading of figures: each cell alone, and what both readings make of it."""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ogi.reading.counts import read_count
from ogi.reading.document import Recognised
from ogi.reading.ocr.boxes import Box
from ogi.reading.ocr.characters import Words, recognised
from ogi.reading.ocr.engine import Engine, Picture

_INK = 3.2  # points: the longer side of a mark that is no speck
_INSET = 1.2  # points from the edge of a cell
_HIGHEST = 1.9  # of a line: higher ink is no single line of figures
_LINE = 13.0  # points
_DARKER = 0.22  # of the depth of ink: below the paper by so much is ink
_TIGHT, _LOOSE = 0.16, 0.4  # heights of margin around the ink
_FIGURES = frozenset("0123456789.,-/—")
_LIKE_FIGURES = str.maketrans(
    "OoＯｏ〇DοlI|丨｜!ｌＩ－–_一―─／，．:：", "0000000" + "1" * 8 + "---———/,..."
)
_LONGEST = 16
_FEW = 3  # characters that badly printed figures may look like
_CLEAR = 0.9
_AGREED = 0.5  # a figure less likely than this in either reading is open


@dataclass(frozen=True, slots=True)
class Reading:
    """What a place with figures says after both readings.

    `ink` is false where nothing is printed.
    """

    text: str
    recognised: Recognised
    ink: bool = True


def as_figures(text: str) -> str:
    """Return a text with what looks like a figure as that figure."""
    return "".join(text.split()).translate(_LIKE_FIGURES)


def is_figures(text: str) -> bool:
    """Tell whether a text is figures and marks alone, look-alikes included."""
    plain = as_figures(text)
    return bool(plain) and len(plain) <= _LONGEST and _FIGURES.issuperset(plain)


def second_readings(
    engine: Engine, clean: Picture, scale: float, places: Sequence[tuple[Box, Words | None]]
) -> list[Reading]:
    """Read places again that hold figures, or seem to hold nothing.

    `places` are boxes, in pixels, within the ruling lines, with what was first read there.
    """
    depth = _depth(clean)
    inks = [_ink(clean, box, scale, depth) for box, _ in places]
    firsts = [first for _, first in places]
    free = [first is not None and _has_note(first.text) for first in firsts]
    tight = _read(engine, clean, inks, free, strong=True)
    differing = [
        ink if first is None or second is None or not same(first, second) else None
        for ink, first, second in zip(inks, firsts, tight, strict=True)
    ]
    loose = _read(engine, clean, differing, free, strong=False)
    found: list[Reading] = []
    for first, ink, near, far in zip(firsts, inks, tight, loose, strict=True):
        if ink is None and (first is None or not first.text):
            found.append(Reading("", Recognised(1.0), ink=False))
        else:
            found.append(_of_three(first, near, far))
    return found


def _depth(clean: Picture) -> float:
    """Return how much darker than the paper ink is, in grey levels."""
    paper, ink = np.percentile(clean[::3, ::3], (80, 0.5))
    return max(1.0, float(paper) - float(ink))


def same(one: Words, other: Words) -> bool:
    """Tell whether two readings say the same."""
    return as_figures(one.text) == as_figures(other.text)


def _of_three(first: Words | None, near: Words | None, far: Words | None) -> Reading:
    """Return what two readings say, or two of three that agree; then the third is beside."""
    if far is None or first is None or near is None:
        return agreed(first if first is not None else far, near)
    for one, other in ((first, near), (near, first)):
        if same(one, far) and far.text:
            reading = agreed(one, far)
            others = (as_figures(other.text), *reading.recognised.others)
            kept = tuple(text for text in dict.fromkeys(others) if text and text != reading.text)
            return Reading(reading.text, Recognised(reading.recognised.confidence, kept))
    return agreed(first, near)


def wants_figures(words: Words) -> bool:
    """Tell whether figures may stand where this was read.

    A figure that is badly printed may look like an ideograph, or like two signs.
    """
    text = words.text
    if is_figures(text) or read_count(text) is not None:
        return True
    return len(text) <= _FEW and words.likely < _CLEAR


def _has_note(text: str) -> bool:
    """Tell whether a number has its unit or a note beside it."""
    return not is_figures(text) and read_count(text) is not None


def _read(
    engine: Engine,
    clean: Picture,
    inks: Sequence[Box | None],
    free: Sequence[bool],
    *,
    strong: bool,
) -> list[Words | None]:
    """Recognise the ink alone, as figures, or as any text where that is free.

    A strong reading sees the ink near and black, the other one wider and as it is.
    """
    margin = _TIGHT if strong else _LOOSE
    found: list[Words | None] = [None] * len(inks)
    for any_text in (False, True):
        there = [(i, ink) for i, ink in enumerate(inks) if ink is not None and free[i] is any_text]
        pieces = [_piece(clean, ink, margin, strong=strong) for _, ink in there]
        readings = recognised(engine, pieces, figures=not any_text)
        for (index, _), words in zip(there, readings, strict=True):
            found[index] = words
    return found


def agreed(first: Words | None, second: Words | None) -> Reading:
    """Return what two readings of one place say together.

    They agree where both say the same figures; then the less sure of them counts. Where
    they differ the first is kept as text, the other as what it may be as well.
    """
    if first is None or not first.text:
        if second is None or not second.text:
            return Reading("", Recognised(0.0))
        return Reading(as_figures(second.text), Recognised(0.0, _beside(second)))
    one = as_figures(first.text)
    text = one if is_figures(first.text) else "".join(first.text.split())
    if second is None or not second.text:
        return Reading(text, Recognised(min(0.5, first.likely), _beside(first)))
    other = as_figures(second.text)
    beside = (*_beside(first), *_beside(second))
    if one == other:
        others = tuple(dict.fromkeys(text for text in beside if text != one))
        return Reading(text, Recognised(min(first.likely, second.likely), others))
    if not _FIGURES.issuperset(one) and _FIGURES.issuperset(other):
        text, one, other = other, other, one
    others = tuple(dict.fromkeys(text for text in (other, *beside) if text != one))
    return Reading(text, Recognised(0.0, others))


def _beside(words: Words) -> tuple[str, ...]:
    """Return the readings that differ in one figure, the likeliest first."""
    texts = [as_figures(character.text) for character in words.characters]
    ranked: list[tuple[float, str]] = []
    for at, character in enumerate(words.characters):
        for text, likely in character.others:
            changed = "".join((*texts[:at], text, *texts[at + 1 :]))
            if changed and as_figures(character.text) != text:
                ranked.append((likely, changed))
    for extra in words.missed:
        at = sum(character.middle < extra.middle for character in words.characters)
        ranked.append((extra.likely, "".join((*texts[:at], extra.text, *texts[at:]))))
    return tuple(dict.fromkeys(text for _, text in sorted(ranked, reverse=True)[:4]))


def _ink(clean: Picture, box: Box, scale: float, depth: float) -> Box | None:
    """Return the box around what is printed in a place; None where nothing is."""
    inset = round(_INSET * scale)
    left, top = box.left + inset, box.top + inset
    part = clean[top : box.bottom - inset, left : box.right - inset]
    if min(part.shape) < 4:
        return None
    paper = float(np.percentile(part, 80))
    dark = (part < paper - _DARKER * depth).astype(np.uint8)
    joined = cv2.dilate(dark, np.ones((2, 2), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined)
    marks = [mark[:4] for mark in stats[1:].tolist() if max(mark[2], mark[3]) >= _INK * scale]
    if not marks:
        return None
    edges = (
        left + min(x for x, _, _, _ in marks),
        top + min(y for _, y, _, _ in marks),
        left + max(x + w for x, _, w, _ in marks),
        top + max(y + h for _, y, _, h in marks),
    )
    return Box(*edges)


def _piece(clean: Picture, ink: Box, margin: float, *, strong: bool) -> Picture:
    """Cut the ink out with a margin; a strong piece has black ink on white paper."""
    around = max(3, round(margin * max(ink.height, 0.4 * ink.width)))
    beside = max(around, round((1.2 * ink.height - ink.width) / 2))
    part = clean[max(0, ink.top - 2) : ink.bottom + 2, max(0, ink.left - 2) : ink.right + 2]
    paper = float(np.percentile(part, 85))
    piece = cv2.copyMakeBorder(
        part, around, around, beside, beside, cv2.BORDER_CONSTANT, value=paper
    )
    if strong:
        darkest = float(piece.min())
        level = (piece.astype(np.float32) - darkest) * (255 / max(paper - darkest, 1))
        piece = np.clip(level, 0, 255).astype(np.uint8)
    return np.asarray(piece, np.uint8)
