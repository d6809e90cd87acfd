"""Growth (增减): what a sentence says a figure rose or fell by, against the figures it names."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.figures import Figure, Number, chinese_value
from ogi.checks.narrative.words import entry
from ogi.expression import expression

_BRACKETS = expression(r"（[^（）]*），?$")
_NOTHING = expression(r"）?[，、]?")
_FAR = 24  # characters between this year's figure and last year's
_COUNTED = ("items", "persons", "money")
_UP = expression(r"增|上升|提高|多|升|延长")
_DOWN = expression(r"减|下降|降|少|回落|缩短")


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
        aside = _BRACKETS.search(passage.text, 0, match.start())
        until = aside.start() if aside else match.start()
        before = [n for n, figure in enumerate(passage.figures) if figure.end <= until]
        if not before or passage.figures[before[-1]].kind not in _COUNTED:
            continue
        index = before[-1]
        gap = passage.text[passage.figures[index].end : until]
        other = _at(passage, match, "base") or _at(passage, match, "told")
        stated = _at(passage, match, "amount")
        if not other and (found := _told_before(passage, match.start())):
            other, index = found
            until = passage.figures[index].end
            gap = ""
        near = entry("growth", "gap").fullmatch(gap)
        told = other or (stated and _again(passage, stated))
        if not near and not (told and entry("growth", "far").fullmatch(gap)):
            continue
        direction = match["direction"]
        if passage.text[match.end() : match.end() + 1] == "倍":
            if not stated or stated.unit or not other:
                continue
            hundreds = Decimal(stated.value) * 100
            stated = replace(
                stated, value=hundreds, kind="share", unit="%", decimals=stated.decimals - 2
            )
        yield Comparison(
            passage,
            passage.claims.get(index) if near else None,
            passage.figures[index],
            stated,
            other,
            None if not direction else bool(_UP.search(direction)),
            passage.windows[index].clause,
            match.end(),
        )


def unplaced(passage: Passage, known: Container[Number]) -> Iterator[Change]:
    """Yield a change told with last year's figure that leads to no figure known this year."""
    placed = {each.stated.start for each in comparisons(passage) if each.stated}
    for match in entry("growth", "compared").finditer(passage.text):
        base, stated = _at(passage, match, "base"), _at(passage, match, "amount")
        if not base or not stated or stated.start in placed or base.unit != stated.unit:
            continue
        if base.approximate or stated.approximate or base.kind not in _COUNTED:
            continue
        rises = bool(_UP.search(match["direction"]))
        now = base.value + stated.value * (1 if rises else -1)
        if now not in known:
            expected = Decimal(now)
            says = f"这样今年应是{now}{base.unit}，文中、表中都没有这个数"
            yield Change(
                passage, stated, now, base.value, expected, says, match.start(), match.end()
            )


def _told_before(passage: Passage, position: int) -> tuple[Figure, int] | None:
    """Return last year's figure right before a comparison, and the index of this year's."""
    before = [n for n, f in enumerate(passage.figures) if f.end <= position]
    if len(before) < 2:
        return None
    base, now = passage.figures[before[-1]], passage.figures[before[-2]]
    since = max(now.end, base.start - 12)
    told = entry("growth", "earlier").search(passage.text[since : base.start])
    near = _NOTHING.fullmatch(passage.text[base.end : position])
    now_told = entry("growth", "earlier").search(passage.text[: now.start][-12:])
    close = (
        not now_told
        and "。" not in passage.text[now.end : base.start]
        and base.start - now.end < _FAR
    )
    return (base, before[-2]) if told and near and close and base.unit == now.unit else None


def _at(passage: Passage, match: re.Match[str], name: str) -> Figure | None:
    """Return the figure that a group of a match stands for."""
    start = match.start(name)
    return next((f for f in passage.figures if f.start == start), None) if start >= 0 else None


def _again(passage: Passage, stated: Figure) -> tuple[Figure, bool] | None:
    """Return the percentage that tells a rise or fall again right behind it, and which it is."""
    behind = [f for f in passage.figures if f.start >= stated.end]
    if stated.kind == "share" or not behind or behind[0].kind != "share":
        return None
    words = passage.text[stated.end : behind[0].start]
    closed = words.rpartition("）")[2] if words.startswith("（") else words
    found = entry("growth", "again").fullmatch(closed)
    return (behind[0], bool(_UP.search(found["direction"]))) if found else None


def _moves(passage: Passage) -> Iterator[Comparison]:
    """Yield what rose or fell from one figure to another by a third: “由 58 项扩展到 92 项”."""
    yield from _directions(passage)
    for index in range(len(passage.figures) - 2):
        before, now, stated = passage.figures[index : index + 3]
        start = passage.text.rfind("，", 0, before.start) + 1
        moved = entry("growth", "moved").search(passage.text[start : before.start])
        to = entry("growth", "to").fullmatch(passage.text[before.end : now.start])
        by = entry("growth", "by").fullmatch(passage.text[now.end : stated.start])
        alike = before.unit == now.unit and stated.unit in (now.unit, "%")
        if moved and to and by and alike:
            rises = "增" in by["direction"] or bool(_UP.search(by["direction"]))
            yield Comparison(passage, None, now, stated, before, rises, start, stated.end)


def changes(passage: Passage) -> Iterator[Change]:
    """Yield the changes that do not follow from the two figures beside them."""
    for each in (*comparisons(passage), *_moves(passage)):
        if each.stated is None or each.rises is None:
            continue
        told = [(each.stated, each.rises)]
        before = each.other.value if each.other else None
        if again := _again(passage, each.stated):
            told.append(again)
            if before is None:
                sign = -1 if each.rises else 1
                before = each.now.value + sign * each.stated.value
        if each.other and each.other.unit != each.now.unit:
            continue
        figures = [each.now, *([each.other] if each.other else []), *(one for one, _ in told)]
        if before is None or any(figure.approximate for figure in figures):
            continue
        for stated, rises in told:
            now = _now(passage, each.now)
            if not any(follows(one, before, stated, rises) for one in now):
                expected, says = by(now[0], before, stated)
                end = max(each.end, stated.end)
                yield Change(passage, stated, now[0], before, expected, says, each.start, end)
                break


def _directions(passage: Passage) -> Iterator[Comparison]:
    """Yield the figures between which a sentence says only that they rose or fell."""
    for index in range(len(passage.figures) - 1):
        before, now = passage.figures[index : index + 2]
        words = passage.text[before.end : now.start]
        start = passage.text.rfind("，", 0, before.start) + 1
        moved = entry("growth", "moved").search(passage.text[start : before.start])
        up, down = bool(_UP.search(words)), bool(_DOWN.search(words))
        told = moved and entry("growth", "to").fullmatch(words) and up != down
        if told and before.unit == now.unit and (now.value > before.value) != up:
            yield Comparison(passage, None, now, now, before, up, start, now.end)


def multiples(passage: Passage) -> Iterator[Change]:
    """Yield the multiples that do not follow: “35 份，是去年（14 份）的 2.5 倍”."""
    for match in entry("growth", "times").finditer(passage.text):
        before = [f for f in passage.figures if f.end <= match.start()]
        if not before or not (base := Decimal(match["base"])):
            continue
        told = match["times"]
        times = Decimal(told) if told[0].isdigit() else Decimal(chinese_value(told))
        now = before[-1]
        fits = [f for f in before if abs(Decimal(f.value) / base - times) < Decimal("0.06")]
        if not (fits or now.approximate):
            stated = _at(passage, match, "base") or now
            expected = round(Decimal(now.value) / base, 2)
            start = passage.windows[passage.figures.index(now)].clause
            says = f"{expected}倍"
            yield Change(passage, stated, now.value, base, expected, says, start, match.end())


def _now(passage: Passage, figure: Figure) -> list[Number]:
    """Return what may have risen or fallen: a figure, or the total of those listed before it."""
    same = [f for f in passage.figures if f.end <= figure.end and f.unit == figure.unit]
    values = [f.value for f in same]
    listed = len(same) > 1 and "、" in passage.text[same[-2].end : figure.start]
    return [
        figure.value,
        *([sum(values[-n:]) for n in range(2, len(values) + 1)] + values if listed else []),
    ]


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
        return abs(apart), f"{word}{abs(now - before)}{stated.unit}"
    share = round(abs(apart) * 100 / Decimal(before), max(stated.decimals, 1))
    return share, f"{'增长' if apart >= 0 else '下降'}{share}%"
