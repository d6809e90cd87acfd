"""Lists (罗列): a total and the parts that a sentence says it has."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.figures import Figure, Number
from ogi.checks.narrative.words import dictionary, entry
from ogi.expression import expression

_ASIDE = ("difference", "mean")
_OPENED = expression(r"[，：（][^，。；：、（）\d]{1,16}")
_JOINED = expression(r"(?:（[^）]*）)?[、和及][^，。；：、（）\d]{1,14}")
_YEAR = expression(r"[：，（]?(?:20\d\d年|上年|去年|前年)")
_CLOSED = expression(r"（[^（）]*）")


@dataclass(frozen=True, slots=True)
class Listing:
    """A total and its parts, by the index of their figures in the passage.

    heading   the passage of the total: the same, or the one before
    complete  the words say that the parts are all there are
    nested    a part has parts of its own that cannot be told from the others
    bare      no word says that these are parts; only the figures stand like a list
    """

    passage: Passage
    heading: Passage
    total: int
    parts: tuple[int, ...]
    complete: bool
    nested: bool
    bare: bool = False

    @property
    def total_figure(self) -> Figure:
        """The figure that the parts should add up to."""
        return self.heading.figures[self.total]

    @property
    def words(self) -> str:
        """The words from the total, or the beginning of the sentence, to the last part."""
        start = self.passage.windows[self.parts[0]].clause
        return self.passage.text[start : self.passage.figures[self.parts[-1]].start]

    @property
    def values(self) -> tuple[Number, ...]:
        """The values of the parts."""
        return tuple(self.passage.figures[index].value for index in self.parts)

    @property
    def adds_up(self) -> bool:
        """Whether the parts, or the first of them, add up to the total."""
        return _reaches(self.values, self.total_figure.value) or self.mixed

    @property
    def mixed(self) -> bool:
        """Whether figures of other units stand among the parts: 条, 篇, 期 told together."""
        first, last = self.parts[0], self.parts[-1]
        figures = self.passage.figures[first:]
        counted = [figure for figure in figures if figure.kind == "items"]
        values = tuple(figure.value for figure in counted)
        between = {figure.unit for figure in self.passage.figures[first : last + 2]}
        several = len(between - {"%", ""}) > 1
        return several and _reaches(values, self.total_figure.value)

    def label(self, index: int) -> str:
        """Return the bare name of a part."""
        window = self.passage.windows[index]
        words = window.before or window.after
        return entry("lists", "trimmed").sub("", words)


def _reaches(values: tuple[Number, ...], total: Number) -> bool:
    """Say whether the first two or more of some values add up to a total."""
    running: Number = 0
    for count, value in enumerate(values, 1):
        running += value
        if running == total and count > 1:
            return True
    return False


def listings(passages: Iterable[Passage]) -> Iterator[Listing]:
    """Yield the lists of the running text, outer and inner ones."""
    before: Passage | None = None
    for passage in passages:
        if passage.figures:
            depths = _depths(passage.text)
            if before and (found := _continued(before, passage, depths)):
                yield found
            for index in range(len(passage.figures) - 1):
                if found := _listing(passage, index, depths) or _bare(passage, index, depths):
                    yield found
        before = passage


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
    """Return the list that a figure of a passage heads."""
    first = _first(passage, index)
    total, following = passage.figures[index], passage.figures[first]
    gap = passage.text[total.end : following.start]
    if total.kind in ("", "share") or "；" in gap or "。" in gap:
        return None
    deeper = depths[following.start] > depths[total.start]
    if depths[following.start] < depths[total.start]:
        return None
    before = passage.windows[index].before
    several = [t for t in passage.times if total.end <= t.start < following.start]
    if _YEAR.match(passage.windows[first].before) or any(t.kind == "several" for t in several):
        return None
    if entry("topics", "not_a_count").search(before) or "涉及" in before:
        return None
    plain = _CLOSED.sub("", gap)
    split = entry("lists", "marks", "split").search(plain)
    opened = gap.find("（") if deeper else -1
    if not (split or entry("lists", "marks", "among").search(plain) or 0 <= opened <= 6):
        return None
    return _made(passage, passage, index, first, depths)


def _bare(passage: Passage, index: int, depths: list[int]) -> Listing | None:
    """Return the list that stands behind a figure with no word for it: “52 件，网络 31 件、…”."""
    total = passage.figures[index]
    if total.kind in ("", "share") or passage.vetoed.get(index) in _ASIDE:
        return None
    parts: list[int] = []
    end = total.end
    for at in range(index + 1, len(passage.figures)):
        figure, gap = passage.figures[at], passage.text[end : passage.figures[at].start]
        if figure.kind == "share":
            continue
        joined = _JOINED if parts else _OPENED
        if figure.unit != total.unit or not joined.fullmatch(gap):
            break
        parts.append(at)
        end = figure.end
    least = 3 if passage.text[total.end : total.end + 1] == "，" else 2
    same = len({depths[passage.figures[at].start] for at in parts}) == 1
    if len(parts) < least or not same:
        return None
    return Listing(passage, passage, index, tuple(parts), False, False, bare=True)


def _first(passage: Passage, index: int) -> int:
    """Return the figure behind a total that may be its first part: no mean, no change."""
    for at in range(index + 1, len(passage.figures) - 1):
        apart = passage.vetoed.get(at) in ("mean", "difference", "share")
        if not apart or "。" in passage.text[passage.figures[index].end : passage.figures[at].end]:
            return at
    return index + 1


def _continued(before: Passage, passage: Passage, depths: list[int]) -> Listing | None:
    """Return the list that begins a sentence and divides the one total of the sentence before."""
    if not entry("lists", "continued").match(passage.text):
        return None
    unit = passage.figures[0].unit
    totals = [n for n, figure in enumerate(before.figures) if alike(figure.unit, unit)]
    results = _family(passage, 0)[0] in ("outcome", "detail")  # other rules hold these
    claimed = [n for n in totals if n in before.claims and not before.claims[n].part]
    first = not results and totals[:1] == claimed[:1]
    totals = totals[:1] if len(totals) == 1 or first else []
    if not totals or before.sentence.section != passage.sentence.section:
        return None
    return _made(passage, before, totals[0], 0, depths)


def _made(
    passage: Passage, heading: Passage, total: int, first: int, depths: list[int]
) -> Listing | None:
    parts, nested = _parts(passage, first, depths)
    if not parts or not alike(heading.figures[total].unit, passage.figures[first].unit):
        return None
    last = passage.windows[parts[-1]]
    rest = len(parts) > 1 and entry("lists", "rest").search(last.before or last.after)
    start = heading.figures[total].end if heading is passage else 0
    split = entry("lists", "marks", "split").search(
        passage.text, start, passage.figures[first].start
    )
    return Listing(passage, heading, total, parts, bool(split or rest), nested)


def alike(one: str, other: str) -> bool:
    """Say whether two units count the same."""
    alike = dictionary("lists")["alike"]
    return one == other or (one in alike and other in alike)


def _parts(passage: Passage, index: int, depths: list[int]) -> tuple[tuple[int, ...], bool]:
    """Return the figures that are parts of one total, and whether parts nest in them."""
    first = passage.figures[index]
    depth, unit, family = depths[first.start], first.unit, _family(passage, index)
    position = passage.figures[index - 1].end if index else 0
    divided = "：" in passage.text[position : first.start]  # then parts may end in “；”
    parts: list[int] = []
    for number in range(index, len(passage.figures)):
        figure, window = passage.figures[number], passage.windows[number]
        between = passage.text[position : figure.start]
        if parts and min(depths[position : figure.start + 1], default=depth) < depth:
            break
        if depths[figure.start] != depth or figure.unit != unit:
            continue
        if parts and (passage.vetoed.get(number) in _ASIDE or _YEAR.match(window.before)):
            continue
        other = entry("lists", "rest").search(window.before) and family[1]
        strange = _family(passage, number) != family and not other
        if entry("lists", "stops").search(window.before) or strange:
            break
        if parts and "；" in between and not divided and not _shared(passage, parts[-1]):
            break
        if parts and (window.led or "包括" in between or "分别" in between):
            return tuple(parts), True
        parts.append(number)
        position = figure.end
    return tuple(parts), False


def _shared(passage: Passage, index: int) -> bool:
    """Say whether a part has its share behind it: “30 件，占 60%；” goes on with the next."""
    following = passage.figures[index + 1 : index + 2]
    return bool(following) and following[0].kind == "share"


def _family(passage: Passage, index: int) -> tuple[str, bool]:
    claim = passage.claims.get(index)
    if claim is None or claim.quantity.family not in ("flow", "outcome", "detail", "dispute"):
        return "", False
    return claim.quantity.family, bool(claim.columns)
