"""Directions (升降): words that say which of several figures is the larger."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from itertools import pairwise

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.figures import Figure
from ogi.checks.narrative.growth import comparisons
from ogi.checks.narrative.words import entry
from ogi.expression import expression

_UP = expression(r"增|上升|提高|升|走高|攀|延长|涨")
_YEARS = expression(r"20\d\d(?=年)")
_THIS = 9999  # behind every year that is named
_LINK = expression(r"[^。；\d]{0,10}(?:20\d\d年[^。；\d]{0,8})?")


@dataclass(frozen=True, slots=True)
class Direction:
    """Words that the figures contradict."""

    passage: Passage
    figures: tuple[Figure, ...]
    words: str
    start: int
    end: int


def directions(passage: Passage) -> Iterator[Direction]:
    """Yield the words of a sentence that its own figures contradict."""
    if len(passage.figures) > 1:
        yield from _series(passage)
        yield from _against_last_year(passage)
        yield from _more_or_less(passage)
        yield from _points(passage)


def _series(passage: Passage) -> Iterator[Direction]:
    """Yield what is said to rise or fall year by year, and does not."""
    for match in entry("directions", "series").finditer(passage.text):
        run = _last_run(passage, match.start()) or _first_run(passage, match.end())
        if len(run) < 3 or any(figure.approximate for figure in run):
            continue
        values = [Decimal(figure.value) for figure in sorted(run, key=partial(_year, passage))]
        rises = bool(_UP.search(match["direction"]))
        steps = [(b > a) == rises and a != b for a, b in pairwise(values)]
        if not all(steps) and not any(all(part) for part in (steps[1:],) if len(part) > 1):
            yield Direction(passage, tuple(run), match.group(), run[0].start, match.end())


def _year(passage: Passage, figure: Figure) -> int:
    """Return the year named right before a figure; without one it is this year's."""
    named = _YEARS.findall(passage.text[max(0, figure.start - 8) : figure.start])
    return int(named[-1]) if named else _THIS


def _last_run(passage: Passage, until: int) -> list[Figure]:
    run: list[Figure] = []
    for figure in reversed([f for f in passage.figures if f.end <= until]):
        if run and not (
            figure.unit == run[0].unit and _LINK.fullmatch(passage.text[figure.end : run[0].start])
        ):
            break
        run.insert(0, figure)
    return run


def _first_run(passage: Passage, since: int) -> list[Figure]:
    run: list[Figure] = []
    for figure in [f for f in passage.figures if f.start >= since]:
        if run and not (
            figure.unit == run[-1].unit
            and _LINK.fullmatch(passage.text[run[-1].end : figure.start])
        ):
            break
        run.append(figure)
    return run


def _against_last_year(passage: Passage) -> Iterator[Direction]:
    """Yield a rise or a fall, or that all stayed, told with last year's figure but no amount."""
    for each in comparisons(passage):
        if each.other is None or each.rises is None or each.other.unit != each.now.unit:
            continue
        if each.other.approximate or each.now.approximate:
            continue
        apart = Decimal(each.now.value) - Decimal(each.other.value)
        if each.stated is None and (not apart or (apart > 0) != each.rises):
            words = passage.text[each.other.end : each.end]
            figures = (each.now, each.other)
            yield Direction(passage, figures, words, each.start, each.end)


def _more_or_less(passage: Passage) -> Iterator[Direction]:
    """Yield what is said to be more, less or as many as another figure right behind."""
    for index in range(1, len(passage.figures)):
        now, other = passage.figures[index - 1 : index + 1]
        gap = passage.text[now.end : other.start]
        found = entry("directions", "than").fullmatch(gap)
        if not found or now.unit != other.unit or now.approximate or other.approximate:
            continue
        more, less = now.value > other.value, now.value < other.value
        said = found["word"]
        kept = more if said in ("多于", "高于", "超过", "大于") else less
        if said in ("等于", "持平于"):
            kept = not more and not less
        if not kept:
            yield Direction(passage, (now, other), said, now.start, other.end)
    for match in entry("directions", "same").finditer(passage.text):
        before = [f for f in passage.figures if f.end <= match.start()]
        base = [f for f in passage.figures if f.start == match.start("base")]
        alike = before and base and before[-1].unit == base[0].unit
        kept = bool(base) and base[0].value in [figure.value for figure in before]
        if alike and not kept and not before[-1].approximate:
            figures = (before[-1], base[0])
            yield Direction(passage, figures, match["word"], before[-1].start, match.end())


def _points(passage: Passage) -> Iterator[Direction]:
    """Yield by how many points a share is said to have moved, where it has not."""
    for match in entry("directions", "points").finditer(passage.text):
        since = passage.text.rfind("；", 0, match.start()) + 1
        shares = [f for f in passage.figures if f.kind == "share" and f.start >= since]
        amount = Decimal(match["amount"])
        shares = [f for f in shares if not match.start("amount") <= f.start < match.end()]
        if len(shares) != 2 or any(f.approximate for f in shares):
            continue
        one, two = (Decimal(f.value) for f in shares)
        fits = abs(abs(one - two) - amount) < Decimal("0.06")
        rises = bool(_UP.search(match["direction"]))
        base = [
            n
            for n, f in enumerate(shares)
            if entry("directions", "earlier").search(passage.text[max(0, f.start - 14) : f.start])
        ]
        wrong = False
        if len(base) == 1 and one != two:
            now, then = (two, one) if base[0] == 0 else (one, two)
            wrong = (now > then) != rises
        if not fits or wrong:
            yield Direction(passage, tuple(shares), match.group(), shares[0].start, match.end())
