"""Lists (罗列): a total and the parts that a sentence says it has."""

from collections.abc import Iterator
from dataclasses import dataclass

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.figures import Figure, Number
from ogi.checks.narrative.words import dictionary, entry


@dataclass(frozen=True, slots=True)
class Listing:
    """A total and its parts, by the index of their figures in the passage.

    complete  the words say that the parts are all there are
    nested    a part has parts of its own that cannot be told from the others
    """

    passage: Passage
    total: int
    parts: tuple[int, ...]
    complete: bool
    nested: bool

    @property
    def total_figure(self) -> Figure:
        """The figure that the parts should add up to."""
        return self.passage.figures[self.total]

    @property
    def values(self) -> tuple[Number, ...]:
        """The values of the parts."""
        return tuple(self.passage.figures[index].value for index in self.parts)

    @property
    def adds_up(self) -> bool:
        """Whether the parts, or the first of them, add up to the total."""
        running: Number = 0
        for count, value in enumerate(self.values, 1):
            running += value
            if running == self.total_figure.value and count > 1:
                return True
        return False

    def label(self, index: int) -> str:
        """Return the bare name of a part."""
        window = self.passage.windows[index]
        words = window.before or window.after
        return entry("lists", "trimmed").sub("", words)


def listings(passage: Passage) -> Iterator[Listing]:
    """Yield the lists of a passage, outer and inner ones."""
    if len(passage.figures) < 2:
        return
    depths = _depths(passage.text)
    for index in range(len(passage.figures) - 1):
        if found := _listing(passage, index, depths):
            yield found


def _depths(text: str) -> list[int]:
    depths, depth = [], 0
    for char in text:
        if char == "）" and depth:
            depth -= 1
        depths.append(depth)
        if char == "（":
            depth += 1
    return depths


def _listing(passage: Passage, index: int, depths: list[int]) -> Listing | None:
    total, following = passage.figures[index], passage.figures[index + 1]
    gap = passage.text[total.end : following.start]
    if total.kind in ("", "share") or "；" in gap or "。" in gap:
        return None
    deeper = depths[following.start] > depths[total.start]
    split = entry("lists", "marks", "split").search(gap)
    opened = gap.find("（") if deeper else -1
    if not (split or entry("lists", "marks", "among").search(gap) or 0 <= opened <= 6):
        return None
    parts, nested = _parts(passage, index, depths)
    if not parts or not _alike(total.unit, following.unit):
        return None
    last = passage.windows[parts[-1]]
    rest = len(parts) > 1 and entry("lists", "rest").search(last.before or last.after)
    return Listing(passage, index, parts, bool(split or rest), nested)


def _alike(one: str, other: str) -> bool:
    alike = dictionary("lists")["alike"]
    return one == other or (one in alike and other in alike)


def _parts(passage: Passage, index: int, depths: list[int]) -> tuple[tuple[int, ...], bool]:
    """Return the figures that are parts of one total, and whether parts nest in them."""
    first = passage.figures[index + 1]
    depth, unit, family = depths[first.start], first.unit, _family(passage, index + 1)
    parts: list[int] = []
    nested, position = False, passage.figures[index].end
    divided = "：" in passage.text[position : passage.figures[index + 1].start]  # parts end in “；”
    for number in range(index + 1, len(passage.figures)):
        figure, window = passage.figures[number], passage.windows[number]
        between = passage.text[position : figure.start]
        if min(depths[position : figure.start + 1], default=depth) < depth and parts:
            break
        if depths[figure.start] != depth or figure.unit != unit:
            continue
        if entry("lists", "stops").search(window.before):
            break
        if parts and "；" in between and not divided:
            break
        if _family(passage, number) != family:
            break
        if parts and window.led:
            nested = True
            break
        nested = nested or bool(parts and ("包括" in between or "分别" in between))
        parts.append(number)
        position = figure.end
    return tuple(parts), nested


def _family(passage: Passage, index: int) -> tuple[str, bool]:
    claim = passage.claims.get(index)
    if claim is None or claim.quantity.family not in ("flow", "outcome", "detail", "dispute"):
        return "", False
    return claim.quantity.family, bool(claim.columns)
