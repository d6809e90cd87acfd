"""From pieces of a picture to characters: batches of like width, and what they decode to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from math import ceil
from typing import NamedTuple

import cv2
import numpy as np

from ogi.reading.ocr.engine import Engine, Floats, Picture

HEIGHT = 48  # pixels: what the recogniser takes
_STEP = 8  # pixels of width to one step
_WIDEST = 3200
_PIXELS = 2560  # widths of a batch together
_NARROWEST = 32
_CLASSES = 64  # widths of batches are multiples of it
_FIGURES = "0123456789"
_MARKS = ".-/,—"
# Characters that are a figure where only figures can stand.
_LIKE = {"0": "OoＯｏ〇Dο", "1": "lI|丨｜!ｌＩ", "-": "－–_", "—": "一―─", "/": "／"}
_FAINT = 0.004  # a runner-up less likely than this is none


class Character(NamedTuple):
    """A recognised character: where its middle is, in pixels, and how likely it is.

    `others` are the figures it may be as well, with their likelihoods; "" is none at all.
    """

    text: str
    middle: float
    likely: float
    others: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Words:
    """What a piece of a picture says; `missed` are figures that may stand between."""

    characters: tuple[Character, ...]
    missed: tuple[Character, ...] = ()

    @property
    def text(self) -> str:
        """The characters as they were recognised."""
        return "".join(character.text for character in self.characters)

    @property
    def likely(self) -> float:
        """How likely the least likely character is; 0 where there is none."""
        return min((character.likely for character in self.characters), default=0.0)


def recognised(engine: Engine, pieces: Sequence[Picture], *, figures: bool = False) -> list[Words]:
    """Recognise grey pieces, each a line of text; `figures` says that they hold nothing else."""
    found: dict[int, Words] = {}
    ready = [_fitted(piece) for piece in pieces]
    order = sorted(range(len(pieces)), key=lambda index: ready[index].shape[1])
    for width, group in groupby(order, key=lambda i: _batch_width(ready[i].shape[1])):
        held = list(group)
        size = max(1, _PIXELS // width)
        for start in range(0, len(held), size):
            chosen = held[start : start + size]
            likely = engine.recognise(_batch_of([ready[i] for i in chosen], width))
            for index, steps in zip(chosen, likely, strict=True):
                scale = pieces[index].shape[0] / HEIGHT
                found[index] = _decoded(steps, engine.characters, scale, figures=figures)
    return [found[index] for index in range(len(pieces))]


def _fitted(piece: Picture) -> Picture:
    height, width = piece.shape
    wide = min(_WIDEST, max(_NARROWEST, ceil(width * HEIGHT / height)))
    how = cv2.INTER_AREA if height > HEIGHT else cv2.INTER_LINEAR
    fitted: Picture = cv2.resize(piece, (wide, HEIGHT), interpolation=how)  # type: ignore[assignment]
    return fitted


def _batch_width(width: int) -> int:
    return ceil(width / _CLASSES) * _CLASSES


def _batch_of(pieces: Sequence[Picture], width: int) -> Floats:
    batch = np.zeros((len(pieces), 3, HEIGHT, width), np.float32)
    for index, piece in enumerate(pieces):
        batch[index, :, :, : piece.shape[1]] = piece / np.float32(127.5) - 1
    return batch


@lru_cache(maxsize=2)
def _figure_classes(characters: tuple[str, ...]) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Return each figure and mark with the classes that are counted for it."""
    where = {text: index for index, text in enumerate(characters)}
    return tuple(
        (figure, tuple(where[one] for one in (figure, *_LIKE.get(figure, "")) if one in where))
        for figure in _FIGURES + _MARKS
    )


def _decoded(steps: Floats, characters: tuple[str, ...], scale: float, *, figures: bool) -> Words:
    """Decode the steps of one piece: equal neighbours are one, nothing parts them."""
    known = _figure_classes(characters)
    each = np.stack([steps[:, list(classes)].sum(axis=1) for _, classes in known], axis=1)
    best = steps.argmax(axis=1)
    top = steps.max(axis=1)
    if figures:
        first = np.array([classes[0] for _, classes in known])
        likeliest = each.max(axis=1)
        is_figure = likeliest > steps[:, 0]
        best = np.where(is_figure, first[each.argmax(axis=1)], 0)
        top = np.where(is_figure, likeliest, steps[:, 0])
    said: list[Character] = []
    missed: list[Character] = []
    start = 0
    for kind, group in groupby(best.tolist()):
        end = start + len(list(group))
        middle = ((start + end - 1) / 2 + 0.5) * _STEP * scale
        if kind:
            peak = start + int(top[start:end].argmax())
            others = _others(each[peak], known, characters[kind], float(steps[peak, 0]))
            weights = top[start:end]
            at = float((np.arange(start, end) * weights).sum() / weights.sum())
            said.append(
                Character(characters[kind], (at + 0.5) * _STEP * scale, float(top[peak]), others)
            )
        else:
            most = each[start:end].max(axis=0)
            figure = int(most.argmax())
            beside = {c.text for c in said[-1:]} | {characters[int(k)] for k in best[end : end + 1]}
            if most[figure] > _FAINT and known[figure][0] not in beside:
                missed.append(Character(known[figure][0], middle, float(most[figure])))
        start = end
    return Words(tuple(said), tuple(missed))


def _others(
    each: Floats, known: Sequence[tuple[str, object]], text: str, nothing: float
) -> tuple[tuple[str, float], ...]:
    """Return the figures that a step may be beside the one it is, the likeliest first."""
    ranked = [
        (figure, float(likely))
        for (figure, _), likely in zip(known, each, strict=True)
        if likely > _FAINT and figure != text
    ]
    if nothing > _FAINT:
        ranked.append(("", nothing))
    return tuple(sorted(ranked, key=lambda one: -one[1])[:3])
