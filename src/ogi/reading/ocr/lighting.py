"""Even the light: shadows and yellow paper become white, faint ink becomes dark."""

import cv2
import numpy as np

from ogi.reading.ocr.engine import Picture

_SMALL = 400  # pixels of the longer side of the copy on which the paper is seen
_UNEVEN = 18  # grey levels between the lightest and the darkest of the paper
_DIM = 200  # grey level below which paper is not white
_WHITE = 245
_BLACK = 30
_FAINT = 90  # grey level above which ink is faint
_INK = 0.4  # percent of a page that are ink at the least


def evened(grey: Picture) -> Picture:
    """Return the picture with its paper white; one that is white and black stays as it is."""
    paper = _paper(grey)
    light, dark = np.percentile(paper, (95, 5))
    if light - dark >= _UNEVEN or light <= _DIM:
        size = (grey.shape[1], grey.shape[0])
        ground = cv2.resize(paper, size, interpolation=cv2.INTER_LINEAR).astype(np.float32)
        level = grey.astype(np.float32) * (_WHITE / np.maximum(ground, 1))
        grey = np.clip(level, 0, 255).astype(np.uint8)
    return _strengthened(grey)


def _strengthened(grey: Picture) -> Picture:
    """Make the ink of a faint page dark."""
    paper, ink = (float(value) for value in np.percentile(grey[::3, ::3], (60, _INK)))
    if ink < _FAINT or paper - ink < 1:
        return grey
    level = (grey.astype(np.float32) - ink) * ((_WHITE - _BLACK) / (paper - ink)) + _BLACK
    return np.asarray(np.clip(level, 0, 255), np.uint8)


def _paper(grey: Picture) -> Picture:
    """Return how light the paper is, on a small copy without what is printed on it."""
    share = min(1.0, _SMALL / max(grey.shape))
    size = (max(1, round(grey.shape[1] * share)), max(1, round(grey.shape[0] * share)))
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    lightest = cv2.dilate(small, np.ones((9, 9), np.uint8))
    return np.asarray(cv2.medianBlur(lightest, 21), np.uint8)
