"""Two pages side by side on one picture: an opened book or booklet."""

from collections.abc import Sequence

from ogi.reading.ocr.boxes import Box
from ogi.reading.ocr.engine import Picture

_LYING = 1.15  # widths over heights of a spread, at least
_MIDDLE = (0.4, 0.6)  # of the width: where the gutter is
_LEAST = 0.02  # of the width: how wide it is
_HALF = 0.2  # of the text that stands on either side, at least
_FEWEST = 12  # boxes


def gutter_of(grey: Picture, boxes: Sequence[Box]) -> int | None:
    """Return where to part a spread, in pixels; None where there is one page."""
    height, width = grey.shape
    if width < _LYING * height or len(boxes) < _FEWEST:
        return None
    low, high = _MIDDLE[0] * width, _MIDDLE[1] * width
    edges = sorted(
        (max(low, box.left), min(high, box.right))
        for box in boxes
        if box.left < high and box.right > low
    )
    best, at, reached = 0.0, 0.0, low
    for left, right in [*edges, (high, high)]:
        if left - reached > best:
            best, at = left - reached, (left + reached) / 2
        reached = max(reached, right)
    area = sum(box.width * box.height for box in boxes)
    before = sum(box.width * box.height for box in boxes if box.right <= at)
    if best < _LEAST * width or not _HALF * area < before < (1 - _HALF) * area:
        return None
    return round(at)
