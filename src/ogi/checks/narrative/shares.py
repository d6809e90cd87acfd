"""Percentages (百分比) in running text, and what they may be shares of."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.figures import Figure, Number
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import amount
from ogi.checks.narrative.shapes import Base
from ogi.checks.narrative.topics import speaks_of
from ogi.checks.narrative.vocabulary import (
    Column,
    Quantity,
    columns_in,
    found_in,
    quantities,
)
from ogi.checks.narrative.words import dictionary, entry
from ogi.checks.witness import Witness


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage and the figure it is the share of, with the claim that figure makes."""

    passage: Passage
    percent: Figure
    part: Figure
    claim: Claim | None
    start: int
    added: Number = 0


def shares(passage: Passage) -> Iterator[Share]:
    """Yield the shares of a passage that stand right behind their figure."""
    for index in range(1, len(passage.figures)):
        percent, part = passage.figures[index], passage.figures[index - 1]
        window = passage.windows[index]
        if percent.kind != "share" or part.kind not in ("items", "persons") or percent.approximate:
            continue
        gap = passage.text[part.end : percent.start]
        if entry("topics", "not_a_count").search(gap + window.after):
            continue
        if entry("lists", "marks", "split").search(gap) or "；" in gap or len(gap) > 16:
            continue
        following = index + 1 < len(passage.figures) and passage.figures[index + 1].kind
        bracketed = gap == "（" and passage.text[percent.end : percent.end + 1] == "）"
        said = entry("shares", "share").search(window.before or gap)
        if (said or bracketed) and following != "share":
            start = passage.windows[index - 1].clause
            yield Share(passage, percent, part, passage.claims.get(index - 1), start)


@dataclass(frozen=True, slots=True)
class Told:
    """A percentage of a result or a kind of applicant, told without the figure itself."""

    passage: Passage
    percent: Figure
    quantities: tuple[Quantity, ...]
    columns: tuple[Column, ...]
    start: int


def told_shares(passage: Passage) -> Iterator[Told]:
    """Yield the shares that stand behind the name of a result, with no figure of it."""
    for index, window in enumerate(passage.windows):
        percent = window.figure
        said = entry("shares", "share").search(window.before)
        if percent.kind != "share" or percent.approximate or not said:
            continue
        before = window.before[: said.start()]
        found = found_in(before, "before", "application")
        results = [each for each in found if each.quantity.family == "outcome"]
        columns = tuple(c for c in columns_in(before) if c.table == "applications")
        counted = index and passage.figures[index - 1].kind == "items"
        follows = counted and passage.figures[index - 1].end > window.clause - 2
        named = results[-1:] if not columns else []
        if follows or not (named or columns) or entry("times", "difference").search(before):
            continue
        topics = list(passage.topics)
        if not speaks_of("application", topics, window.clause, percent.end, passage.setting):
            continue
        quantity = named[0].quantity if named else quantities()["received"]
        yield Told(passage, percent, (quantity,), columns, window.clause)


def rates(passage: Passage) -> Iterator[Figure]:
    """Yield the percentages of applications dealt with, without regard to deadlines."""
    for window in passage.windows:
        if window.figure.kind == "share" and not window.figure.approximate:
            words = window.earlier + window.before
            rate = entry("shares", "rate").search(words)
            if rate and not entry("shares", "rate_never").search(words):
                yield window.figure


def printed_as(percent: Figure, part: Number, whole: Number) -> bool:
    """Say whether a share, rounded or cut to the digits printed, is the percentage.

    >>> printed_as(Figure(Decimal("33.3"), "%", "share", 0, 5, decimals=1), 1, 3)
    True
    """
    if not whole:
        return False
    unit = Decimal(1).scaleb(-percent.decimals)
    return abs(Decimal(part) * 100 / Decimal(whole) - Decimal(percent.value)) < unit


def wholes(report: Witness, share: Share) -> list[tuple[str, Number]]:
    """Return what a figure may be a share of: totals in the text, then sums of cells."""
    found = [("文中所列总数", figure.value) for figure in _heads(report, share)]
    if share.added:
        before = [f for f in share.passage.figures if f.end <= share.part.start]
        found += [("文中各项之和", share.added)]
        found += [("文中所列总数", f.value) for f in before if f.value >= share.added]
    for base in _bases(share.claim):
        known = amount(report, base)
        if known is not None and known.printed:
            found.append((f"表中{base.says}", known.value))
    return found


def dealt_shares(passage: Passage) -> Iterator[Share]:
    """Yield the shares that “分别占” gives to the figures before them, in their order."""
    for index, window in enumerate(passage.windows):
        if window.figure.kind != "share" or not window.before.endswith(("分别占", "分别占比")):
            continue
        percents = [
            figure
            for at, figure in enumerate(passage.figures[index:])
            if figure.kind == "share" and (not at or len(passage.windows[index + at].before) <= 1)
        ]
        parts = [figure for figure in passage.figures[:index] if figure.kind == "items"]
        parts = parts[-len(percents) :]
        if len(parts) == len(percents) > 1 and len({part.unit for part in parts}) == 1:
            whole = sum(part.value for part in parts)
            for percent, part in zip(percents, parts, strict=True):
                yield Share(passage, percent, part, None, window.clause, whole)


def _heads(report: Witness, share: Share) -> list[Figure]:
    """Return the figures before the share that may be its whole."""
    passage = share.passage
    heads = [
        listing.total_figure
        for listing in narrative(report).listings
        if listing.passage is passage
        and share.part in [passage.figures[index] for index in listing.parts]
    ]
    if share.claim is None:
        return heads
    earlier = [f for f in passage.figures if f.start < share.part.start and f.kind == "items"]
    return heads + [f for f in earlier if f.value >= share.part.value and f not in heads]


def _bases(claim: Claim | None) -> list[Base]:
    if claim is None:
        return []
    table = "disputes" if claim.quantity.family == "dispute" else "applications"
    if claim.quantity.family not in ("flow", "outcome", "detail", "dispute"):
        return []
    return list(dictionary("shares")[table])
