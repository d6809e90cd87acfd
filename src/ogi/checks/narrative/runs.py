"""Runs (并列): figures told side by side, and the total they were probably meant to make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.figures import Number
from ogi.checks.narrative.lists import alike
from ogi.checks.narrative.words import entry
from ogi.expression import expression

_GAP = expression(
    r"[^，。；：、（）\d]{0,12}(?:（[^（）]*）)?[、，和及]{1,2}(?:和|及)?[^，。；：、（）\d]{0,16}(?:（(?=\d))?"
)
_BRACKETED = expression(r"）[、，和及]{1,2}[^，。；：、（）\d]{1,16}（")
_NEARLY = 6  # parts that lack less than one in this many were probably meant to be all
_APART = ("difference", "mean", "plan", "another_time", "several_years", "share")
_BACK = 2  # sentences back in which the total may be told


@dataclass(frozen=True, slots=True)
class Run:
    """Figures side by side, by index, and the total told before them that they do not make."""

    passage: Passage
    parts: tuple[int, ...]
    heading: Passage
    total: int

    @property
    def added(self) -> Number:
        """What the figures make."""
        return sum(self.passage.figures[at].value for at in self.parts)


def runs(read: Sequence[Passage], known: Sequence[Number]) -> Iterator[Run]:
    """Yield the runs that do not make the total before them, nor any other figure told near."""
    for index, passage in enumerate(read):
        for side in _side_by_side(passage):
            near = [
                each
                for each in read[max(0, index - _BACK) : index + 2]
                if each.sentence.section == passage.sentence.section
            ]
            before = read[index - 1] if index else None
            choices = list(_choices(passage, before, side))
            if not any(_is_made(run, near, known) for run in choices):
                yield from [run for run in choices if _meant(run)][:1]


def _choices(passage: Passage, before: Passage | None, side: tuple[int, ...]) -> Iterator[Run]:
    """Yield a run with its total: the first of it, or a figure before it."""
    first, second = (passage.figures[at] for at in side[:2])
    largest = max(passage.figures[at].value for at in side[1:])
    gap = passage.text[first.end : second.start]
    claim = passage.claims.get(side[0])
    head = (claim and not claim.part) or entry("lists", "head").search(
        passage.windows[side[0]].before
    )
    if head and len(side) > 2 and first.value > largest and "，" in gap:
        yield Run(passage, side[1:], passage, side[0])
    if found := _headed(passage, before, side):
        yield Run(passage, side, *found)


def _is_made(run: Run, near: list[Passage], known: Sequence[Number]) -> bool:
    passage = run.passage
    told = {
        figure.value
        for each in near
        for at, figure in enumerate(each.figures)
        if each is not passage or at not in run.parts
    }
    since = run.heading.figures[run.total].end if run.heading is passage else 0
    lead = passage.text[since : passage.figures[run.parts[0]].start]
    elsewhere = run.heading is not passage or entry("lists", "answered").search(lead)
    return _made(told | (set(known) if elsewhere else set()), run)


def _side_by_side(passage: Passage) -> Iterator[tuple[int, ...]]:
    """Yield two or more figures of one unit with nothing but short names between them."""
    run: list[int] = []
    for at, figure in enumerate(passage.figures):
        gap = passage.text[passage.figures[run[-1]].end : figure.start] if run else ""
        plain = figure.kind in ("items", "persons", "money")
        of_a_class = passage.windows[at].before.endswith("类")  # “计划类 12 条” is no plan
        plain = plain and (passage.vetoed.get(at) not in _APART or of_a_class)
        plain = plain and not figure.approximate
        if figure.kind == "share":
            continue
        joined = bool(
            run
            and figure.unit == passage.figures[run[-1]].unit
            and (_GAP.fullmatch(gap) or _BRACKETED.fullmatch(gap))
            and not entry("lists", "apart").search(gap)
        )
        if plain and joined:
            run.append(at)
            continue
        if len(run) > 1:
            yield tuple(run)
        run = [at] if plain else []
    if len(run) > 1:
        yield tuple(run)


def _headed(
    passage: Passage, before: Passage | None, parts: tuple[int, ...]
) -> tuple[Passage, int] | None:
    """Return the figure of the same unit that stands before a run as its total."""
    unit, first = passage.figures[parts[0]].unit, passage.figures[parts[0]]
    for at in range(parts[0] - 1, -1, -1):
        figure = passage.figures[at]
        if "；" in passage.text[figure.end : first.start]:
            break
        if alike(figure.unit, unit) and passage.vetoed.get(at) not in _APART:
            return (passage, at) if not figure.approximate else None
    if before is None or before.sentence.section != passage.sentence.section:
        return None
    counted = [n for n, f in enumerate(before.figures) if alike(f.unit, unit)]
    counted = [n for n in counted if before.vetoed.get(n) not in _APART]
    opens = not any(alike(f.unit, unit) for f in passage.figures[: parts[0]])
    claimed = [n for n in counted if n in before.claims and not before.claims[n].part]
    claimed = [n for n in claimed if before.claims[n].quantity.family == "flow"]
    heads = claimed[:1] or (counted[:1] if len(counted) == 1 else [])
    if not heads or not opens or before.figures[heads[0]].approximate:
        return None
    return before, heads[0]


def _made(told: set[Number], run: Run) -> bool:
    """Say whether the figures, all or but for some at either end, make a figure that is told."""
    values = [run.passage.figures[at].value for at in run.parts]
    if sum(values) in told:
        return True
    total = run.heading.figures[run.total].value
    if run.heading is run.passage and total + sum(values) in told:
        return True
    if any(2 * value == sum(values) for value in values):
        return True  # one of them is the total of the others
    cuts = [
        n
        for n in range(2, len(values))
        if "、" not in _gap(run, n) and all("、" in _gap(run, m) for m in range(1, n))
    ]
    return any(sum(values[:n]) == total or sum(values[n:]) == total for n in cuts)


def _gap(run: Run, number: int) -> str:
    """Return what stands before a figure of a run."""
    before, figure = (run.passage.figures[run.parts[at]] for at in (number - 1, number))
    return run.passage.text[before.end : figure.start]


def _meant(run: Run) -> bool:
    """Say whether the figures were probably meant to make the total."""
    since = run.heading.figures[run.total].end if run.heading is run.passage else 0
    lead = run.passage.text[since : run.passage.figures[run.parts[0]].start]
    if entry("lists", "another").search(lead):
        return False
    claims = [run.passage.claims.get(at) for at in run.parts]
    if any(claim and claim.quantity.family == "dispute" for claim in claims):
        return False
    if all(claim and not claim.part and not claim.scope for claim in claims):
        return False  # each is held against its own cell
    total, added = run.heading.figures[run.total].value, run.added
    largest = max(run.passage.figures[at].value for at in run.parts)
    if largest > total:
        return False
    near = Decimal(total - added).copy_abs() * _NEARLY <= total
    if len(run.parts) == 2:
        return near
    return near or added > total
