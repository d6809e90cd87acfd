"""Ruling lines on a picture that stands upright.

Nothing is smoothed before: a line one pixel wide would be lost.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ogi.reading.ocr.engine import Picture
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.rules import touching
from ogi.reading.pdf.sheet import Rule

_SHORTEST_ACROSS = 18.0  # points of a line that is seen at once
_SHORTEST_DOWN = 12.0  # … the height of a row
_GAP = 4.5  # points: a gap in a line that is worn
_DOTS = 1.2  # points: a gap in a line that is dotted
_WHOLE = 0.88  # of a worn line that is dark
_CLEAR = 2.2  # points beside a line that are clear of text
_TEXT = 0.3  # of what stands beside that is dark, if it is text
_BEND = 1.0  # points by which a line may wander, to be seen as one
_WINDOW = 10.0  # points around a pixel, against which it is dark
_DARKER = 10
_ALONE = 60.0  # points: a shorter line that touches nothing is a dash
_TOUCH = 4.0  # points
_CHARACTER = 54.0  # points: the largest character of a title
_BEYOND = 20.0  # points by which a fold runs beyond the lines of a table
_THICKEST = 4.0  # points: a thicker bar is no line
_LONG = 36.0  # points: a worn line is seen over a stretch as long as this
_STANDING = 80.0  # points: a shorter line must touch others at both ends, or
_BESIDE = 0.6  # of its length stand beside one that does


@dataclass(frozen=True)
class Rulings:
    """The lines of a page, in pixels, and the pixels that are theirs."""

    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]
    mask: Picture


def rulings_of(picture: Picture, scale: float) -> Rulings:
    """Find the lines of a grey picture; `scale` is its pixels to a point."""
    dark = _dark(picture, scale)
    across = _opened(dark, round(_SHORTEST_ACROSS * scale), scale, down=False)
    down = _opened(dark, round(_SHORTEST_DOWN * scale), scale, down=True)
    horizontals = list(_lines(across, scale, down=False))
    verticals = list(_lines(down, scale, down=True))
    verticals = _held(verticals, horizontals, scale)
    horizontals = _crossed(horizontals, verticals, scale)
    horizontals, verticals = _without_characters(horizontals, verticals, scale)
    mask = cv2.bitwise_and(
        dark, cv2.bitwise_or(_drawn(horizontals, dark, scale), _drawn_down(verticals, dark, scale))
    )
    return Rulings(
        tuple(_without_folds(horizontals, verticals, scale)),
        tuple(_without_folds(verticals, horizontals, scale)),
        np.asarray(mask, np.uint8),
    )


def _dark(picture: Picture, scale: float) -> Picture:
    window = max(15, round(_WINDOW * scale) | 1)
    return np.asarray(
        cv2.adaptiveThreshold(
            picture, 255, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, window, _DARKER
        ),
        np.uint8,
    )


def _opened(dark: Picture, length: int, scale: float, *, down: bool) -> Picture:
    """Keep what runs straight for a length; what wanders a little is straight."""
    bend = max(3, round(_BEND * scale) | 1)
    gap = max(3, round(_GAP * scale))
    thick, long, close = (bend, 1), (1, length), (1, gap)
    if not down:
        thick, long, close = thick[::-1], long[::-1], close[::-1]
    band = cv2.dilate(dark, np.ones(thick[::-1], np.uint8))
    whole = cv2.morphologyEx(band, cv2.MORPH_OPEN, np.ones(long[::-1], np.uint8))
    worn = _worn(dark, np.asarray(band, np.uint8), round(_LONG * scale), scale, down=down)
    mask = cv2.bitwise_or(whole, worn)
    return np.asarray(cv2.morphologyEx(mask, cv2.MORPH_CLOSE, np.ones(close[::-1], np.uint8)))


def _worn(dark: Picture, band: Picture, length: int, scale: float, *, down: bool) -> Picture:
    """Keep what is nearly whole over a longer stretch: a line that is worn or dotted.

    A line of text may be as dark along one level; it is dark above and below as well.
    """
    dots = max(3, round(_DOTS * scale) | 1)
    closed = cv2.morphologyEx(
        band, cv2.MORPH_CLOSE, np.ones((dots, 1) if down else (1, dots), np.uint8)
    )
    size = (1, length) if down else (length, 1)
    filled = cv2.blur(closed, size, borderType=cv2.BORDER_CONSTANT)
    beside = cv2.blur(dark, size, borderType=cv2.BORDER_CONSTANT)
    off = max(3, round(_CLEAR * scale))
    crowded = np.maximum(*(np.roll(beside, step, axis=1 if down else 0) for step in (off, -off)))
    near = ((filled > _WHOLE * 255) & (crowded < _TEXT * 255)).astype(np.uint8)
    reach = cv2.dilate(near, np.ones(size[::-1], np.uint8))
    return np.asarray(cv2.bitwise_and(closed, closed, mask=reach), np.uint8)


def _lines(mask: Picture, scale: float, *, down: bool) -> Iterable[Rule]:
    _, _, stats, centres = cv2.connectedComponentsWithStats(mask)
    thickest = (_THICKEST + 2 * _BEND) * scale
    for (left, top, width, height, area), (x, y) in zip(stats[1:], centres[1:], strict=True):
        along, across = (height, width) if down else (width, height)
        if area / max(along, 1) > thickest or along < 2 * across:
            continue
        start = top if down else left
        yield Rule(float(x if down else y), float(start), float(start + along))


def _held(verticals: Sequence[Rule], horizontals: Sequence[Rule], scale: float) -> list[Rule]:
    """Leave out strokes of characters: short, and not from one line to another.

    A line that is short and ends elsewhere is one only beside lines that are sure:
    brackets that stand below one another look like it.
    """
    near = _TOUCH * scale
    sure = [
        rule
        for rule in verticals
        if rule.end - rule.start > _STANDING * scale
        or all(
            any(
                abs(line.at - end) < near and line.start - near < rule.at < line.end + near
                for line in horizontals
            )
            for end in (rule.start, rule.end)
        )
    ]
    beside = [
        rule
        for rule in verticals
        if rule not in sure
        and rule.end - rule.start > _LONG * scale
        and any(
            min(rule.end, other.end) - max(rule.start, other.start)
            > _BESIDE * (rule.end - rule.start)
            for other in sure
        )
    ]
    return [*sure, *beside]


def _crossed(horizontals: Sequence[Rule], verticals: Sequence[Rule], scale: float) -> list[Rule]:
    """Leave out dashes and underlines of characters: short, and touching nothing."""
    near = _TOUCH * scale
    return [
        rule
        for rule in horizontals
        if rule.end - rule.start > _ALONE * scale
        or any(
            rule.start - near < line.at < rule.end + near
            and line.start - near < rule.at < line.end + near
            for line in verticals
        )
    ]


def _without_characters(
    horizontals: Sequence[Rule], verticals: Sequence[Rule], scale: float
) -> tuple[list[Rule], list[Rule]]:
    """Leave out the strokes of large characters: 开 looks like a table with one cell."""
    across: list[Rule] = []
    down: list[Rule] = []
    near = _TOUCH * scale / MODEL.near
    for group in touching(
        [Rule(*(value / near for value in rule)) for rule in horizontals],
        [Rule(*(value / near for value in rule)) for rule in verticals],
    ):
        wide = _extent(group.horizontals, group.verticals) * near
        high = _extent(group.verticals, group.horizontals) * near
        if max(wide, high) > _CHARACTER * scale:
            across.extend(Rule(*(value * near for value in rule)) for rule in group.horizontals)
            down.extend(Rule(*(value * near for value in rule)) for rule in group.verticals)
    return across, down


def _extent(along: Sequence[Rule], across: Sequence[Rule]) -> float:
    edges = [edge for rule in along for edge in (rule.start, rule.end)]
    edges += [rule.at for rule in across]
    return max(edges) - min(edges)


def _without_folds(rules: Sequence[Rule], crossing: Sequence[Rule], scale: float) -> Iterator[Rule]:
    """Leave out the folds of the paper: they run on where every line of the table ends."""
    near, beyond = _TOUCH * scale, _BEYOND * scale
    for rule in rules:
        met = [
            line
            for line in crossing
            if rule.start - near < line.at < rule.end + near
            and line.start - near < rule.at < line.end + near
        ]
        beside = [
            other
            for other in rules
            if other is not rule
            and any(line.start - near < other.at < line.end + near for line in met)
            and other.start < rule.end
            and rule.start < other.end
        ]
        if len(met) < 2 or len(beside) < 2:
            yield rule
            continue
        first = min(*(line.at for line in met), *(other.start for other in beside))
        last = max(*(line.at for line in met), *(other.end for other in beside))
        if rule.start > first - beyond and rule.end < last + beyond:
            yield rule


def _drawn(rules: Iterable[Rule], like: Picture, scale: float) -> Picture:
    canvas = np.zeros_like(like)
    half = max(2, round(0.8 * scale))
    for at, start, end in rules:
        canvas[max(0, round(at) - half) : round(at) + half + 1, round(start) : round(end) + 1] = 255
    return canvas


def _drawn_down(rules: Iterable[Rule], like: Picture, scale: float) -> Picture:
    return np.ascontiguousarray(_drawn(rules, like.T, scale).T)
