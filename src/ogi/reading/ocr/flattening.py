"""Bent pages: an opened book, a sheet that curls. Ruling lines show how they bend."""

import cv2
import numpy as np

from ogi.reading.ocr.engine import Picture
from ogi.reading.ocr.straightening import Matrix, traces_of

_FEWEST = 4  # lines
_LONG = 0.25  # of the width
_POINTS = 24  # of a line that are looked at
_POWERS = (1, 2, 3, 4)  # of the way across; each may change from the top to the bottom
_NOTICEABLE = 0.0012  # of the width: how far a line bends
_MOST = 0.04
_FITS = 0.0012  # of the width: how far the lines may lie from what is taken for the bend


def flattened(grey: Picture) -> Picture:
    """Return a level page with the bend of its lines taken out."""
    bend = _bend_of(grey)
    if bend is None:
        return grey
    height, width = grey.shape
    across = np.linspace(-1, 1, width, dtype=np.float64)
    columns = np.broadcast_to(np.arange(width, dtype=np.float32), (height, width))
    steady, changing = (_curve(across, part) * width for part in (bend[:4], bend[4:]))
    down = np.linspace(-1, 1, height)[:, None]
    rows = np.arange(height)[:, None] + steady[None] + down * changing[None]
    return np.asarray(
        cv2.remap(
            grey,
            np.ascontiguousarray(columns),
            rows.astype(np.float32),
            cv2.INTER_CUBIC,
            borderMode=cv2.BORDER_REPLICATE,
        ),
        np.uint8,
    )


def _bend_of(grey: Picture) -> Matrix | None:
    """Fit one bend to all lines; None where they are straight, or bend each as it likes."""
    traces, (height, width) = traces_of(grey, _LONG)
    if len(traces) < _FEWEST:
        return None
    count, unknown = len(traces), 2 * len(_POWERS)
    rows: list[Matrix] = []
    levels: list[Matrix] = []
    for index, (columns, middles) in enumerate(traces):
        chosen = np.linspace(0, len(columns) - 1, _POINTS).astype(int)
        across = 2 * columns[chosen] / (width - 1) - 1
        level = 2 * float(middles.mean()) / (height - 1) - 1
        powers = np.stack([across**power for power in _POWERS], axis=1)
        own = np.zeros((_POINTS, count))
        own[:, index] = 1
        rows.append(np.hstack([powers, level * powers, own]))
        levels.append(middles[chosen] / width)
    table, wanted = np.vstack(rows), np.concatenate(levels)
    solved = np.linalg.lstsq(table, wanted, rcond=None)[0]
    off = np.abs(table @ solved - wanted)
    bend = np.asarray(solved[:unknown], np.float64)
    most = _reach(bend)
    if not _NOTICEABLE < most < _MOST or float(np.percentile(off, 80)) > _FITS:
        return None
    return bend


def _reach(bend: Matrix) -> float:
    """Return how far the bend moves anything, in widths."""
    across = np.linspace(-1, 1, 41)
    return max(
        float(np.abs(_curve(across, bend[:4]) + down * _curve(across, bend[4:])).max())
        for down in (-1.0, 0.0, 1.0)
    )


def _curve(across: Matrix, factors: Matrix) -> Matrix:
    return np.asarray(
        sum(factor * across**power for factor, power in zip(factors, _POWERS, strict=True)),
        np.float64,
    )
