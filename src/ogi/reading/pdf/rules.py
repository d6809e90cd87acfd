"""Ruling lines: pieces to whole lines, whole lines to groups that touch."""

from collections.abc import Sequence
from typing import NamedTuple

from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Rule


class Ruling(NamedTuple):
    """Ruling lines that touch each other: the skeleton of a table."""

    horizontals: tuple[Rule, ...]
    verticals: tuple[Rule, ...]


def joined(pieces: Sequence[Rule]) -> list[Rule]:
    """Join the pieces of each line: double strokes, dashes, one piece a cell.

    >>> joined([Rule(10, 0, 50), Rule(10.5, 50, 90), Rule(30, 0, 90)])
    [Rule(at=10.25, start=0, end=90), Rule(at=30.0, start=0, end=90)]
    """
    whole: list[Rule] = []
    for level in _levels(pieces):
        at = sum(piece.at for piece in level) / len(level)
        start, end = level[0].start, level[0].end
        for piece in level[1:]:
            if piece.start > end + MODEL.near:
                whole.append(Rule(at, start, end))
                start, end = piece.start, piece.end
            elif piece.end > end:
                end = piece.end
        whole.append(Rule(at, start, end))
    return whole


def _levels(pieces: Sequence[Rule]) -> list[list[Rule]]:
    """Group pieces at about the same level; each group from its start on."""
    levels: list[list[Rule]] = []
    for piece in sorted(pieces):
        if levels and piece.at - levels[-1][0].at <= MODEL.near:
            levels[-1].append(piece)
        else:
            levels.append([piece])
    for level in levels:
        level.sort(key=lambda piece: piece.start)
    return levels


def positions(values: Sequence[float]) -> list[float]:
    """Return values in order, those near to the first of a group as one.

    >>> positions([30.0, 10.0, 11.0])
    [10.5, 30.0]
    """
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][0] <= MODEL.near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def touching(horizontals: Sequence[Rule], verticals: Sequence[Rule]) -> list[Ruling]:
    """Group the lines that cross or touch, directly or over others.

    A page with very many lines is a drawing: it has none.
    """
    across, near = len(horizontals), MODEL.near
    if across * len(verticals) > MODEL.crossings:
        return []
    group = list(range(across + len(verticals)))

    def head(index: int) -> int:
        while group[index] != index:
            group[index] = group[group[index]]
            index = group[index]
        return index

    for h, (y, left, right) in enumerate(horizontals):
        for v, (x, top, bottom) in enumerate(verticals):
            if left - near <= x <= right + near and top - near <= y <= bottom + near:
                group[head(h)] = head(across + v)
    members: dict[int, list[int]] = {}
    for index in range(len(group)):
        members.setdefault(head(index), []).append(index)
    return [
        Ruling(
            tuple(horizontals[i] for i in indices if i < across),
            tuple(verticals[i - across] for i in indices if i >= across),
        )
        for indices in members.values()
    ]
