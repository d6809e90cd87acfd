"""Where lines of text stand on a picture."""

from typing import NamedTuple

import cv2
import numpy as np

from ogi.reading.ocr.engine import Engine, Floats, Picture

_STEP = 32  # the finder takes sides that are multiples of it
_LIKELY = 0.3  # a pixel is text
_SURE = 0.5  # a box is
_GROWN = 1.6  # the finder marks the middle of a line: its box is larger by this, as trained
_SMALLEST = 3  # pixels of a mark
_MOST = 3000  # boxes on a page


class Box(NamedTuple):
    """A rectangle on a picture, in pixels."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        """The width."""
        return self.right - self.left

    @property
    def height(self) -> int:
        """The height."""
        return self.bottom - self.top


def boxes_of(engine: Engine, picture: Picture, share: float = 1.0) -> list[Box]:
    """Return the boxes of the lines of text; the finder looks at a copy of that share."""
    height, width = picture.shape[:2]
    size = [max(_STEP, round(side * share / _STEP) * _STEP) for side in (width, height)]
    small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    marks = engine.find(_batch_of(small))[0, 0]
    found = _marked(marks)
    across, down = width / size[0], height / size[1]
    return [
        Box(
            max(0, round(box.left * across)),
            max(0, round(box.top * down)),
            min(width, round(box.right * across)),
            min(height, round(box.bottom * down)),
        )
        for box in found
    ]


def _batch_of(picture: Picture) -> Floats:
    """Return a grey picture as a batch of one."""
    plane = picture.astype(np.float32) / 127.5 - 1
    return np.ascontiguousarray(np.broadcast_to(plane, (1, 3, *plane.shape)))


def _marked(marks: Floats) -> list[Box]:
    """Return the boxes around what is marked as text."""
    mask = cv2.dilate((marks > _LIKELY).astype(np.uint8), np.ones((2, 2), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(mask)
    found: list[Box] = []
    for label in range(1, min(count, _MOST)):
        left, top, width, height = (int(value) for value in stats[label, :4])
        if min(width, height) < _SMALLEST:
            continue
        rows, columns = slice(top, top + height), slice(left, left + width)
        inside = labels[rows, columns] == label
        if float(marks[rows, columns][inside].mean()) < _SURE:
            continue
        grown = _GROWN * width * height / (2 * (width + height))
        found.append(
            Box(
                round(left - grown),
                round(top - grown),
                round(left + width + grown),
                round(top + height + grown),
            )
        )
    return found
