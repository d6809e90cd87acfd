"""The labels of a table without ruling lines: what stands below each other as one."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ogi.reading.pdf.lines import box_around
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.sheet import Box
from ogi.reading.pdf.tokens import Token

_NUMBERS = (r"[（(][一二三四五六七八九十]+[）)]", r"[一二三四五六七八九十]+、", r"\d+[.．、]")


@dataclass(frozen=True, slots=True)
class Spacing:
    """How far rows stand apart, and the lines of one label, in points."""

    rows: float
    lines: float


@dataclass(frozen=True)
class Chunk:
    """Tokens below each other that are one label."""

    tokens: tuple[Token, ...]
    box: Box

    @property
    def middle(self) -> float:
        """The middle of the label, from top to bottom."""
        return (self.tokens[0].middle + self.tokens[-1].middle) / 2


def chunk_of(tokens: Iterable[Token]) -> Chunk:
    """Return tokens as one label."""
    every = tuple(tokens)
    return Chunk(every, box_around([token.box for token in every]))


def numbering(text: str) -> int:
    """Return which kind of number a label begins with, -1 where it has none.

    >>> numbering("（三）不予公开"), numbering("1.属于国家秘密"), numbering("规章")
    (0, 2, -1)
    """
    return next((i for i, kind in enumerate(_NUMBERS) if re.match(kind, text)), -1)


def spacing_of(tokens: Iterable[Token], anchors: Sequence[float]) -> Spacing:
    """Measure the distances in a table; `anchors` are the middles of its lines of figures."""
    closest = min(_steps(sorted(tokens, key=lambda token: token.middle)), default=0.0)
    rows = min((below - above for above, below in pairwise(anchors)), default=closest)
    return Spacing(rows or closest, closest or rows)


def _steps(ordered: Sequence[Token]) -> list[float]:
    """Return the distances from each line of a label to the next text below it."""
    steps: list[float] = []
    for index, token in enumerate(ordered):
        for other in ordered[index + 1 : index + 16]:
            step = other.middle - token.middle
            if step > MODEL.on_line * token.height and _overlap(token.box, other.box):
                steps.append(step)
                break
    return steps


def chunks_of(
    tokens: Iterable[Token],
    spacing: Spacing,
    belong: Callable[[Token, Token], bool] = lambda above, below: True,
) -> list[Chunk]:
    """Group tokens that stand below each other, no farther apart than lines do."""
    farthest = MODEL.label_lines * spacing.lines
    waiting: list[list[Token]] = []
    done: list[list[Token]] = []
    for token in sorted(tokens, key=lambda token: (token.middle, token.box.left)):
        done.extend(c for c in waiting if token.middle - c[-1].middle > farthest)
        waiting = [c for c in waiting if token.middle - c[-1].middle <= farthest]
        home = next((c for c in waiting if _is_below(c[-1], token) and belong(c[-1], token)), None)
        if home is None:
            waiting.append([token])
        else:
            home.append(token)
    return [chunk_of(chunk) for chunk in (*done, *waiting)]


def _is_below(above: Token, token: Token) -> bool:
    apart = token.middle - above.middle
    return apart > MODEL.on_line * token.height and _overlap(above.box, token.box)


def _overlap(a: Box, b: Box) -> bool:
    return min(a.right, b.right) - max(a.left, b.left) > 1.0


def vertical_of(tokens: Sequence[Token], spacing: Spacing) -> tuple[list[Chunk], list[Token]]:
    """Return the labels written from top to bottom, one character a line, and the rest."""
    farthest = MODEL.upright * max(spacing.lines, spacing.rows)
    stacks: list[list[Token]] = []
    single = [token for token in tokens if len(token.glyphs) == 1]
    for token in sorted(single, key=lambda token: token.middle):
        home = next((s for s in stacks if _is_under(s[-1], token, farthest)), None)
        if home is None:
            stacks.append([token])
        else:
            home.append(token)
    upright = [chunk_of(stack) for stack in stacks if len(stack) >= MODEL.vertical]
    held = {token for chunk in upright for token in chunk.tokens}
    return upright, [token for token in tokens if token not in held]


def _is_under(above: Token, token: Token, farthest: float) -> bool:
    aligned = abs(above.center - token.center) < MODEL.near
    return aligned and token.middle - above.middle < farthest
