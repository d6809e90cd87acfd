"""Seals (印章): red, round, and laid over the text. What they cover is read through them."""

from math import hypot
from typing import NamedTuple

import cv2
import numpy as np

from ogi.reading.ocr.engine import Floats, Picture

_SMALL = 800  # pixels of the longer side of the copy that is measured
_REDDER = 40  # levels by which red stands above green and blue
_LEAST, _MOST = 0.05, 0.35  # of the longer side of the page: how wide a seal is
_ROUND = 1.8  # how much longer than wide it may be
_TINGED = 20  # levels by which red stands above the others near a seal
_NO_DARKER, _DARKER = 0.85, 0.6  # of the grey of its ink on paper: what is paper, what is text
_ARC = 18  # pixels of the copy: a piece of a ring between two lines
_TRIED, _WHOLE = 5, 0.8  # circles, the likeliest first, and how much of a ring is there
_WIDE = 4  # pixels of the copy to either side of a ring


def grey_of(pixels: Picture) -> Picture:
    """Return a picture in grey, the seals on it taken off; red text elsewhere stays."""
    if pixels.ndim == 2:
        return pixels
    grey = np.asarray(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), np.uint8)
    dark = float(np.percentile(grey[::4, ::4], 0.5))
    for left, top, right, bottom in _seals(pixels):
        part = grey[top:bottom, left:right]
        part[:] = _under(pixels[top:bottom, left:right].astype(np.float32), part, dark)
    return grey


def _under(colours: Floats, grey: Picture, dark: float) -> Picture:
    """Return what is under a seal; `dark` is how dark the text of the page is.

    The ink of a seal lets some share of each colour through. By how much red stands above
    green and blue tells how much of it lies on a pixel, so what it took from the red can be
    given back. Colours are coarser than grey in a JPEG, so that its edges stay; but what is
    near it and no darker than it is on paper is paper, if the text is darker than that.
    """
    red = colours[:, :, 0]
    above = np.maximum(red - colours[:, :, 1:].max(axis=2), 0)
    ink = above >= np.median(above[above > _REDDER])
    paper, level = float(np.percentile(red, 90)), float(np.median(grey[ink]))
    share = max(0.0, paper - float(np.median(red[ink]))) / float(np.median(above[ink]))
    under = np.maximum(red + share * above, grey)
    if dark < _DARKER * level:
        near = cv2.dilate((above > _TINGED).astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        under[near & (grey >= _NO_DARKER * level)] = paper
    return np.asarray(np.clip(under, 0, 255), np.uint8)


class Ring(NamedTuple):
    """The ring of a seal, in pixels."""

    x: float
    y: float
    radius: float

    def reaches(self, left: float, top: float, right: float, bottom: float) -> bool:
        """Tell whether some of a box is inside."""
        across = max(left - self.x, 0.0, self.x - right)
        down = max(top - self.y, 0.0, self.y - bottom)
        return hypot(across, down) <= self.radius


def rings_of(clean: Picture) -> list[Ring]:
    """Return the rings of seals that no colour tells from the text, as on a copy in grey.

    The page is without its ruling lines; what is as small as a character is no part of one.
    """
    share = min(1.0, _SMALL / max(clean.shape))
    size = (round(clean.shape[1] * share), round(clean.shape[0] * share))
    small = np.asarray(cv2.resize(clean, size, interpolation=cv2.INTER_AREA), np.uint8)
    dark = (small < float(np.percentile(small, 80)) - _REDDER).astype(np.uint8)
    _, marks, stats, _ = cv2.connectedComponentsWithStats(dark)
    large = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) >= _ARC
    large[0] = False
    if not large.any():
        return []
    shown = np.where(large[marks], 0, 255).astype(np.uint8)
    radii = [round(edge * max(size) / 2) for edge in (_LEAST, _MOST)]
    circles = cv2.HoughCircles(
        cv2.GaussianBlur(shown, (5, 5), 0),
        cv2.HOUGH_GRADIENT,
        dp=1.5,
        minDist=radii[0],
        param1=100,
        param2=30,
        minRadius=radii[0],
        maxRadius=radii[1],
    )
    found = [] if circles is None else np.reshape(circles, (-1, 3)).tolist()
    return [
        Ring(x / share, y / share, (radius + _WIDE) / share)
        for x, y, radius in found[:_TRIED]
        if _drawn(dark, x, y, radius) >= _WHOLE
    ]


def _drawn(dark: Picture, x: float, y: float, radius: float) -> float:
    """Return how much of a circle is there."""
    turns = np.linspace(0, 2 * np.pi, 180, endpoint=False)
    there = np.zeros(turns.shape, bool)
    for at in np.arange(radius - _WIDE, radius + _WIDE + 1):
        columns = np.clip((x + at * np.cos(turns)).astype(int), 0, dark.shape[1] - 1)
        rows = np.clip((y + at * np.sin(turns)).astype(int), 0, dark.shape[0] - 1)
        there |= dark[rows, columns] > 0
    return float(there.mean())


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
