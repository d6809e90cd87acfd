"""Growth (增减): what a sentence says a figure rose or fell by, against the figures it names."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.figures import Figure, Number
from ogi.checks.narrative.words import entry
from ogi.expression import expression

_COMPARES = expression(r"同比|环比|相比|比|较")
_UP = expression(r"增|上升|提高|多|升")
_DOWN = expression(r"减|下降|降|少|回落")


@dataclass(frozen=True, slots=True)
class Change:
    """A change that does not follow from the figures of its own sentence."""

    passage: Passage
    stated: Figure
    now: Number
    before: Number
    expected: Decimal
    says: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A count of the year, and what is said of it against last year.

    stated  by how much, None where only the direction is told
    other   the figure of last year, None where the sentence does not tell it
    rises   True, False, or None where it is said to be the same
    """

    passage: Passage
    claim: Claim | None
    now: Figure
    stated: Figure | None
    other: Figure | None
    rises: bool | None
    start: int
    end: int


def comparisons(passage: Passage) -> Iterator[Comparison]:
    """Yield the comparisons with last year that a sentence makes of its own figures."""
    for match in entry("growth", "compared").finditer(passage.text):
        before = [n for n, figure in enumerate(passage.figures) if figure.end <= match.start()]
        if not before or passage.figures[before[-1]].kind != "items":
            continue
        index = before[-1]
        gap = passage.text[passage.figures[index].end : match.start()]
        if not entry("growth", "gap").fullmatch(gap):
            continue
        inner = [f for f in passage.figures if match.start() <= f.start and f.end <= match.end()]
        counts = [figure for figure in inner if figure.kind == "items"]
        direction = match["direction"]
        stated = inner[-1] if inner and inner[-1].start >= match.start("direction") else None
        others = [figure for figure in counts if figure is not stated]
        yield Comparison(
            passage,
            passage.claims.get(index),
            passage.figures[index],
            stated,
            others[0] if others else None,
            None if not direction else bool(_UP.search(direction)),
            passage.windows[index].clause,
            match.end(),
        )


def changes(passage: Passage) -> Iterator[Change]:
    """Yield the changes that do not follow from the two figures beside them."""
    for each in comparisons(passage):
        if each.other is None or each.stated is None or each.rises is None:
            continue
        if any(figure.approximate for figure in (each.now, each.other, each.stated)):
            continue
        if not follows(each.now.value, each.other.value, each.stated, each.rises):
            expected, says = by(each.now.value, each.other.value, each.stated)
            yield Change(
                passage,
                each.stated,
                each.now.value,
                each.other.value,
                expected,
                says,
                each.start,
                each.end,
            )


def follows(now: Number, before: Number, stated: Figure, rises: bool) -> bool:
    """Say whether a rise or fall is that between two figures, as far as it is printed."""
    apart = Decimal(now - before)
    if stated.value and apart and (apart > 0) != rises:
        return False
    if stated.kind != "share":
        return abs(apart) == stated.value
    if not before:
        return True
    unit = Decimal(1).scaleb(-stated.decimals)
    return abs(abs(apart) * 100 / Decimal(before) - Decimal(stated.value)) < unit


def by(now: Number, before: Number, stated: Figure) -> tuple[Decimal, str]:
    """Return by how much a figure rose or fell, as the sentence counts it, and in words."""
    apart = Decimal(now - before)
    word = "增加" if apart >= 0 else "减少"
    if stated.kind != "share" or not before:
        return abs(apart), f"{word}{abs(now - before)}件"
    share = round(abs(apart) * 100 / Decimal(before), max(stated.decimals, 1))
    return share, f"{'增长' if apart >= 0 else '下降'}{share}%"
