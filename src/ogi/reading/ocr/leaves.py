"""From a photographed page to leaves: upright, of a known scale, a spread in two.

The steps depend on one another: which way text runs is seen by finding it, and what is
found on its side is thrown away and looked for again.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from statistics import median

import cv2
import numpy as np

from ogi.reading.ocr.boxes import Box, boxes_of
from ogi.reading.ocr.characters import Words, recognised
from ogi.reading.ocr.cutting import pieces_of
from ogi.reading.ocr.engine import Engine, Picture
from ogi.reading.ocr.flattening import flattened
from ogi.reading.ocr.lighting import evened
from ogi.reading.ocr.pictures import Photograph
from ogi.reading.ocr.rulings import Rulings, rulings_of
from ogi.reading.ocr.spreads import gutter_of
from ogi.reading.ocr.stamps import grey_of
from ogi.reading.ocr.straightening import Matrix, paper_on, skew_of, squared, turned_back

SCALE = 200 / 72  # pixels to a point
_FINDING = 0.8  # of that, at which text is looked for
_LINE = (7.0, 30.0)  # points: how high the boxes of lines of text are
_USUAL = 13.0
_LEAST_SKEW = 0.1  # degrees
_READABLE = 0.75  # likelihood below which a page may stand on its head
_FEWEST_BOXES = 3
_A4 = 842.0  # points
_PAGE = (500.0, 1750.0)  # points of the longer side of a page
_LONGEST = 5000  # pixels of a leaf
_WHITE = 255


@dataclass(frozen=True)
class Leaf:
    """A page, or half of a spread, as it is read.

    `onto` projects the photographed page's pixels onto the leaf's; `pieces` and `words`
    are the pieces of lines and what they say; `reversed` tells that it stood on its head.
    """

    grey: Picture
    onto: Matrix
    rulings: Rulings
    pieces: tuple[Box, ...]
    words: tuple[Words, ...]
    reversed: bool = False

    @cached_property
    def clean(self) -> Picture:
        """The leaf without its ruling lines."""
        return without_lines(self.grey, self.rulings)


def without_lines(grey: Picture, rulings: Rulings) -> Picture:
    """Paint ruling lines over with white."""
    clean = grey.copy()
    clean[cv2.dilate(rulings.mask, np.ones((3, 3), np.uint8)) > 0] = _WHITE
    return clean


def leaves_of(engine: Engine, photograph: Photograph) -> Iterator[Leaf]:
    """Yield the leaves of a photographed page in reading order; none if it is empty."""
    grey = grey_of(photograph.pixels)
    onto = np.eye(3)
    if (paper := paper_on(grey)) is not None:
        onto, size = paper
        grey = _projected(grey, onto, size)
    grey = evened(grey)
    points = max(photograph.size)
    if paper is not None or not _PAGE[0] <= points <= _PAGE[1]:
        points = _A4
    scale = SCALE * points / max(grey.shape)
    grey, onto = _scaled(grey, onto, scale)
    angle = skew_of(grey)
    if abs(angle) >= _LEAST_SKEW:
        turn, size = turned_back((grey.shape[1], grey.shape[0]), angle)
        grey, onto = _projected(grey, turn, size), turn @ onto
    yield from _read(engine, grey, onto, frozenset())


def _read(engine: Engine, grey: Picture, onto: Matrix, done: frozenset[str]) -> Iterator[Leaf]:
    """Read a page whose lines are level or plumb; change it, each way once, and read again."""
    grey, onto = _squared(grey, onto)
    grey = flattened(grey)
    boxes = boxes_of(engine, grey, _FINDING)
    if not boxes:
        return
    if "turned" not in done and _on_its_side(boxes):
        yield from _read(engine, *_turned(grey, onto, 1), done | {"turned"})
        return
    if "resized" not in done and (share := _resized(boxes)) != 1.0:
        yield from _read(engine, *_scaled(grey, onto, share), done | {"resized"})
        return
    if "halved" not in done and (gutter := gutter_of(grey, boxes)) is not None:
        yield from _both_halves(engine, grey, onto, gutter, done | {"halved"})
        return
    rulings = rulings_of(grey, SCALE)
    clean = without_lines(grey, rulings)
    pieces = pieces_of(clean, boxes, rulings.horizontals, rulings.verticals)
    words = recognised(engine, [clean[p.top : p.bottom, p.left : p.right] for p in pieces])
    if "reversed" not in done and _on_its_head(engine, clean, pieces, words):
        yield from _read(engine, *_turned(grey, onto, 2), done | {"reversed"})
        return
    yield Leaf(grey, onto, rulings, tuple(pieces), tuple(words), "reversed" in done)


def _both_halves(
    engine: Engine, grey: Picture, onto: Matrix, gutter: int, done: frozenset[str]
) -> Iterator[Leaf]:
    """Read the halves of a spread; on one that stood on its head the right one is first."""
    left = list(_read(engine, *_half(grey, onto, 0, gutter), done))
    right = list(_read(engine, *_half(grey, onto, gutter, grey.shape[1]), done))
    on_head = any(leaf.reversed for leaf in (*left, *right))
    yield from (*right, *left) if on_head else (*left, *right)


def _half(grey: Picture, onto: Matrix, left: int, right: int) -> tuple[Picture, Matrix]:
    shift = np.array([[1, 0, -left], [0, 1, 0], [0, 0, 1]], np.float64)
    return np.ascontiguousarray(grey[:, left:right]), shift @ onto


def _squared(grey: Picture, onto: Matrix) -> tuple[Picture, Matrix]:
    """Level what leans, twice: the second look sees what the first left."""
    size = (grey.shape[1], grey.shape[0])
    first = squared(grey)
    if first is None:
        return grey, onto
    level = _projected(grey, first, size)
    second = squared(level)
    if second is None:
        return level, first @ onto
    return _projected(grey, second @ first, size), second @ first @ onto


def _on_its_side(boxes: Sequence[Box]) -> bool:
    """Tell whether lines of text run down the page."""
    upright = sum(box.height for box in boxes if box.height > 1.5 * box.width)
    level = sum(box.width for box in boxes if box.width > 1.5 * box.height)
    return len(boxes) >= _FEWEST_BOXES and upright > level


def _on_its_head(
    engine: Engine, grey: Picture, pieces: Sequence[Box], words: Sequence[Words]
) -> bool:
    """Tell whether the page is read better the other way round."""
    lines = [i for i, piece in enumerate(pieces) if 2.5 * piece.height < piece.width]
    lines = sorted(lines, key=lambda i: abs(pieces[i].width - 8 * pieces[i].height))[:8]
    if not lines:
        return False
    sure = _sureness([words[i] for i in lines])
    if sure > _READABLE:
        return False
    cuts = [pieces[i] for i in lines]
    parts = [
        np.ascontiguousarray(grey[c.top : c.bottom, c.left : c.right][::-1, ::-1]) for c in cuts
    ]
    return _sureness(recognised(engine, parts)) > sure + 0.1


def _sureness(words: Sequence[Words]) -> float:
    """Return how likely characters are, on the average."""
    likely = [character.likely for word in words for character in word.characters]
    return sum(likely) / len(likely) if likely else 0.0


def _resized(boxes: Sequence[Box]) -> float:
    """Return by how much to enlarge a page whose text is far too small or too large."""
    lines = [box.height for box in boxes if box.width > 2 * box.height]
    if len(lines) < _FEWEST_BOXES:
        return 1.0
    points = median(lines) / SCALE
    return 1.0 if _LINE[0] <= points <= _LINE[1] else _USUAL / points


def _turned(grey: Picture, onto: Matrix, quarters: int) -> tuple[Picture, Matrix]:
    """Turn a page by quarters, anticlockwise."""
    height, width = grey.shape
    turn = {
        1: np.array([[0, 1, 0], [-1, 0, width], [0, 0, 1]], np.float64),
        2: np.array([[-1, 0, width], [0, -1, height], [0, 0, 1]], np.float64),
    }[quarters]
    return np.ascontiguousarray(np.rot90(grey, quarters)), turn @ onto


def _scaled(grey: Picture, onto: Matrix, share: float) -> tuple[Picture, Matrix]:
    share = min(share, _LONGEST / max(grey.shape))
    if abs(share - 1) < 0.01:
        return grey, onto
    size = (max(1, round(grey.shape[1] * share)), max(1, round(grey.shape[0] * share)))
    how = cv2.INTER_AREA if share < 1 else cv2.INTER_CUBIC
    resized = np.asarray(cv2.resize(grey, size, interpolation=how), np.uint8)
    return resized, np.diag([share, share, 1.0]) @ onto


def _projected(grey: Picture, onto: Matrix, size: tuple[int, int]) -> Picture:
    ground = float(np.percentile(grey[::8, ::8], 90))
    return np.asarray(
        cv2.warpPerspective(grey, onto, size, flags=cv2.INTER_CUBIC, borderValue=ground), np.uint8
    )
