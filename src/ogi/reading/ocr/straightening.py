"""Bring a page upright: the paper on a photograph, the skew, the perspective.

Everything is measured on a small copy and done once, as one projection.
"""

import math
from collections.abc import Iterator, Sequence

import cv2
import numpy as np
import numpy.typing as npt

from ogi.reading.ocr.engine import Picture

Matrix = npt.NDArray[np.float64]

_SMALL = 1100  # pixels of the longer side of the copy that is measured
_TINY = 600
_STEEPEST = 20.0  # degrees of skew
_FLAT = 6.0  # degrees from upright, after the first turn
_STRAIGHT = 13  # pixels that a line runs straight
_FEWEST = 4  # lines
_FEWEST_DARK = 50  # pixels
_SHORTEST = 0.12  # of the width
_NOTICEABLE = 0.0005  # of slope
_PAPER = (0.3, 0.95)  # of the picture that a sheet of paper on a photograph fills
_BRIGHTER = 35  # grey levels of paper above what it lies on
_A4 = math.sqrt(2)


def paper_on(picture: Picture) -> tuple[Matrix, tuple[int, int]] | None:
    """Return the projection that lays a photographed sheet flat, and its size; else None."""
    small, share = _copy(picture, _SMALL)
    blurred = cv2.GaussianBlur(small, (9, 9), 0)
    _, mask = cv2.threshold(blurred, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    mask = cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones((25, 25), np.uint8))
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    if not outlines:
        return None
    outline = max(outlines, key=cv2.contourArea)
    filled = cv2.contourArea(outline) / small.size
    around = cv2.convexHull(outline)
    corners = cv2.approxPolyDP(around, 0.03 * cv2.arcLength(around, True), True).reshape(-1, 2)
    if not _PAPER[0] < filled < _PAPER[1] or len(corners) != 4:
        return None
    inside = mask > 0
    contrast = float(np.median(small[inside])) - float(np.median(small[~inside]))
    if contrast < _BRIGHTER or cv2.contourArea(corners) < 0.9 * cv2.contourArea(around):
        return None
    return _laid_flat(_in_order(corners) / share)


def _in_order(corners: npt.ArrayLike) -> Matrix:
    """Return corners clockwise from the upper left."""
    points = np.asarray(corners, np.float64)
    centre = points.mean(axis=0)
    angles = np.arctan2(points[:, 1] - centre[1], points[:, 0] - centre[0])
    turned = points[np.argsort(angles)]
    first = int(np.argmin(turned.sum(axis=1)))
    return np.roll(turned, -first, axis=0)


def _laid_flat(corners: Matrix) -> tuple[Matrix, tuple[int, int]]:
    sides = [float(np.linalg.norm(corners[i] - corners[i - 1])) for i in range(4)]
    height, width = (sides[0] + sides[2]) / 2, (sides[1] + sides[3]) / 2
    ratio = max(width, height) / min(width, height)
    if abs(ratio / _A4 - 1) < 0.2:
        if height >= width:
            width = height / _A4
        else:
            height = width / _A4
    size = (round(width), round(height))
    return _onto(corners, size), size


def _onto(corners: Matrix, size: tuple[int, int]) -> Matrix:
    width, height = size
    target = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    found = cv2.getPerspectiveTransform(corners.astype(np.float32), target)
    return np.asarray(found, np.float64)


def skew_of(picture: Picture) -> float:
    """Return by how many degrees the lines of a page are turned, clockwise.

    Lines of text and ruling lines, upright or lying, give sharp profiles when the page
    is turned back by as much.
    """
    small, _ = _copy(picture, _TINY)
    dark = cv2.adaptiveThreshold(
        small, 1, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 12
    )
    rows, columns = np.nonzero(dark)
    if len(rows) < _FEWEST_DARK:
        return 0.0
    if len(rows) > 40_000:
        every = len(rows) // 40_000 + 1
        rows, columns = rows[::every], columns[::every]
    points = np.stack([columns, rows]).astype(np.float32)
    best = 0.0
    for step, reach in ((1.0, _STEEPEST), (0.25, 1.0)):
        angles = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _sharpness(points, float(angle))))
    return best


def _sharpness(points: npt.NDArray[np.float32], angle: float) -> float:
    """Return how much the profiles of points change from line to line, turned back."""
    sine, cosine = math.sin(math.radians(angle)), math.cos(math.radians(angle))
    best = 0.0
    for profile in (points[1] * cosine - points[0] * sine, points[0] * cosine + points[1] * sine):
        counts = np.bincount((profile - profile.min()).astype(np.int64)).astype(np.float64)
        best = max(best, float((np.diff(counts) ** 2).sum()))
    return best


def turned_back(size: tuple[int, int], angle: float) -> tuple[Matrix, tuple[int, int]]:
    """Return the projection that turns a picture back by an angle, and the size it needs."""
    width, height = size
    sine, cosine = abs(math.sin(math.radians(angle))), abs(math.cos(math.radians(angle)))
    wide, high = round(width * cosine + height * sine), round(height * cosine + width * sine)
    matrix = np.eye(3)
    matrix[:2] = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    matrix[0, 2] += (wide - width) / 2
    matrix[1, 2] += (high - height) / 2
    return matrix, (wide, high)


def squared(picture: Picture) -> Matrix | None:
    """Return the projection that makes nearly upright lines upright; None if they are."""
    small, share = _copy(picture, _SMALL)
    height, width = small.shape
    across, down = _segments(small, down=False), _segments(small, down=True)
    middle = (width / 2, height / 2)
    flat = _slopes(across, middle[1])
    steep = _slopes(down, middle[0])
    if flat is None and steep is None:
        return None
    if flat is None and steep is not None:
        flat = (-steep[0], 0.0)
    if flat is not None and steep is None:
        steep = (-flat[0], 0.0)
    assert flat is not None
    assert steep is not None
    if max(abs(flat[0]), abs(steep[0]), abs(flat[1]) * height, abs(steep[1]) * width) < _NOTICEABLE:
        return None
    corners = _corners((width, height), flat, steep)
    return _onto(corners / share, (round(width / share), round(height / share)))


def _segments(small: Picture, *, down: bool) -> Matrix:
    """Return long, nearly straight marks as rows (along, across, slope, length).

    Looking for those that run down, the page is laid on its side first.
    """
    found = []
    for columns, middles in _marks(np.ascontiguousarray(small.T) if down else small, _SHORTEST):
        slope, start = np.polyfit(columns, middles, 1)
        middle = (columns[0] + columns[-1]) / 2
        found.append((middle, start + slope * middle, slope, columns[-1] - columns[0]))
    return np.array(found) if found else np.zeros((0, 4))


def traces_of(
    picture: Picture, shortest: float
) -> tuple[list[tuple[Matrix, Matrix]], tuple[int, int]]:
    """Return the marks that lie flat, each as columns and middles, and the size of the copy.

    `shortest` is how long they are at least, in widths of the page.
    """
    small, _ = _copy(picture, _SMALL)
    return list(_marks(small, shortest)), (small.shape[0], small.shape[1])


def _marks(page: Picture, shortest: float) -> Iterator[tuple[Matrix, Matrix]]:
    width = page.shape[1]
    dark = cv2.adaptiveThreshold(
        page, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 25, 10
    )
    lines = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, _STRAIGHT), np.uint8))
    lines = cv2.dilate(lines, np.ones((3, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(lines)
    for label in range(1, count):
        left, top, wide, high = (int(value) for value in stats[label, :4])
        if wide < shortest * width or high > math.tan(math.radians(_FLAT)) * wide + 6:
            continue
        mark = labels[top : top + high, left : left + wide] == label
        columns = np.nonzero(mark.any(axis=0))[0]
        heights = (np.arange(high)[:, None] * mark).sum(axis=0)[columns]
        middles = top + heights / mark.sum(axis=0)[columns]
        yield np.asarray(left + columns, np.float64), np.asarray(middles, np.float64)


def _slopes(segments: Matrix, middle: float) -> tuple[float, float] | None:
    """Fit the slope of segments by where they stand: (in the middle, its change a pixel)."""
    if len(segments) < _FEWEST:
        return None
    at, slope, weight = segments[:, 1] - middle, segments[:, 2], segments[:, 3]
    kept = np.ones(len(at), bool)
    constant, change = float(np.median(slope)), 0.0
    for _ in range(4):
        off = np.abs(slope - constant - change * at)
        kept = off <= max(0.003, 2 * float(np.median(off)))
        if np.ptp(at[kept]) < 0.25 * 2 * middle or kept.sum() < 2 * _FEWEST:
            constant, change = float(np.average(slope[kept], weights=weight[kept])), 0.0
            continue
        change, constant = (
            float(value) for value in np.polyfit(at[kept], slope[kept], 1, w=weight[kept])
        )
    return constant, change


def _corners(size: tuple[int, int], flat: Sequence[float], steep: Sequence[float]) -> Matrix:
    """Return where the corners of the upright page are on the picture."""
    width, height = size
    upper = flat[0] - flat[1] * height / 2
    lower = flat[0] + flat[1] * height / 2
    left = steep[0] - steep[1] * width / 2
    right = steep[0] + steep[1] * width / 2
    middle = (width / 2, height / 2)

    def crossing(y: float, slope: float, x: float, lean: float) -> tuple[float, float]:
        # On the line y + slope (X - middle), and on the line x + lean (Y - middle).
        across = (x + lean * (y - slope * middle[0] - middle[1])) / (1 - lean * slope)
        return across, y + slope * (across - middle[0])

    return np.array(
        [
            crossing(0, upper, 0, left),
            crossing(0, upper, width, right),
            crossing(height, lower, width, right),
            crossing(height, lower, 0, left),
        ]
    )


def _copy(picture: Picture, longest: int) -> tuple[Picture, float]:
    """Return a small copy and its share of the picture."""
    share = min(1.0, longest / max(picture.shape))
    if share == 1.0:
        return picture, share
    size = (round(picture.shape[1] * share), round(picture.shape[0] * share))
    return np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8), share
