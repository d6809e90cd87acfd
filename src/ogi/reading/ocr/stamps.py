"""Seals (印章): red, round, and laid over the text. What they cover is read through them."""

import cv2
import numpy as np

from ogi.reading.ocr.engine import Picture

_SMALL = 800  # pixels of the longer side of the copy that is measured
_REDDER = 40  # levels by which red stands above green and blue
_LEAST, _MOST = 0.05, 0.35  # of the longer side of the page: how wide a seal is
_ROUND = 1.8  # how much longer than wide it may be


def grey_of(pixels: Picture) -> Picture:
    """Return a picture in grey, the seals on it faded.

    Through a red glass red ink cannot be seen: where a seal stands, the red channel is
    the picture. Red text elsewhere stays.
    """
    if pixels.ndim == 2:
        return pixels
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    seals = _seals(pixels)
    for left, top, right, bottom in seals:
        part = pixels[top:bottom, left:right]
        red = part[:, :, 0]
        grey[top:bottom, left:right] = np.maximum(grey[top:bottom, left:right], red)
    return grey


def _seals(pixels: Picture) -> list[tuple[int, int, int, int]]:
    height, width = pixels.shape[:2]
    share = min(1.0, _SMALL / max(height, width))
    size = (max(1, round(width * share)), max(1, round(height * share)))
    small = cv2.resize(pixels, size, interpolation=cv2.INTER_AREA).astype(np.int16)
    red = small[:, :, 0] - np.maximum(small[:, :, 1], small[:, :, 2])
    mask = cv2.morphologyEx(
        (red > _REDDER).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8)
    )
    _, _, stats, _ = cv2.connectedComponentsWithStats(mask)
    longest = max(size)
    found: list[tuple[int, int, int, int]] = []
    for left, top, wide, high, _ in stats[1:].tolist():
        shorter, longer = sorted((wide, high))
        if _LEAST * longest <= shorter and longer <= min(_MOST * longest, _ROUND * shorter):
            edges = (left - 3, top - 3, left + wide + 3, top + high + 3)
            scaled = [max(0, round(edge / share)) for edge in edges]
            found.append((scaled[0], scaled[1], min(width, scaled[2]), min(height, scaled[3])))
    return found
