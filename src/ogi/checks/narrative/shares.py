"""Percentages (百分比) in running text, and what they may be shares of."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ogi.checks.narrative.bases import Base
from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.figures import Figure, Number
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import amount
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

_REACH = 16  # characters between a figure and its share
_BACK = 4  # figures between a part and the share that names it again


@dataclass(frozen=True, slots=True)
class Share:
    """A percentage and the figure it is the share of, with the claim that figure makes."""

    passage: Passage
    percent: Figure
    part: Figure
    claim: Claim | None
    start: int
    added: Number = 0
    whole: Number = 0


def shares(passage: Passage) -> Iterator[Share]:
    """Yield the shares of a passage that stand right behind their figure."""
    for index in range(1, len(passage.figures)):
        percent, part = passage.figures[index], passage.figures[index - 1]
        counted = part.kind in ("items", "persons", "money")
        if percent.kind != "share" or not counted:
            continue
        gap = passage.text[part.end : percent.start]
        if entry("topics", "not_a_count").search(gap + passage.windows[index].after):
            continue
        if entry("lists", "marks", "split").search(gap) or "；" in gap or len(gap) > _REACH:
            continue
        if found := _of_the_figure_before(passage, index, gap):
            yield found


def _of_the_figure_before(passage: Passage, index: int, gap: str) -> Share | None:
    """Return the share that a percentage is of the figure before it, or of one it names."""
    percent, window = passage.figures[index], passage.windows[index]
    if index > 1 and _told_whole(passage, index):
        return _of_told_whole(passage, index)
    if label := entry("shares", "label").match(window.before):
        named = _labelled(passage, index, label[1])
        if named is None or named < index - _BACK:
            return None
        return replace(_share(passage, index), part=passage.figures[named], claim=None)
    bracketed = gap == "（" and passage.text[percent.end : percent.end + 1] == "）"
    said = entry("shares", "share").search(window.before or gap)
    of = entry("shares", "of").search(window.before)
    strange = of and not entry("shares", "of_known").search(of[1])
    if strange or not (said or bracketed):
        return None
    if _beside(passage, index) or _of_another(passage, index):
        return None
    return _share(passage, index)


def _of_told_whole(passage: Passage, index: int) -> Share | None:
    """Return the share of a whole told with it, where one figure only can be its part."""
    percent, whole = passage.figures[index], passage.figures[index - 1]
    earlier = [f for f in passage.figures[: index - 1] if f.unit == whole.unit]
    fits = any(printed_as(percent, f.value, whole.value) for f in earlier)
    if len(earlier) != 1 or fits or whole.approximate:
        return None
    if earlier[0].start < passage.text.rfind("；", 0, whole.start):
        return None
    start = passage.windows[index - 1].clause
    return Share(passage, percent, earlier[0], None, start, whole=whole.value)


def _told_whole(passage: Passage, index: int) -> bool:
    """Say whether the figure before a share is its whole: “占总量 1390 条的 75.0%”."""
    whole = passage.windows[index - 1]
    return "占" in whole.before[-16:] and passage.windows[index].before in ("的", "的比例为")


def _labelled(passage: Passage, index: int, label: str) -> int | None:
    """Return the figure before a share that its label names: “市局 3116 条，…，市局占 61.3%”."""
    found = [n for n in range(index) if passage.windows[n].before.endswith(label)]
    return found[-1] if found else None


def _beside(passage: Passage, index: int) -> bool:
    """Say whether another share stands right behind: then the shares are dealt out in order."""
    if index + 1 >= len(passage.figures) or passage.figures[index + 1].kind != "share":
        return "分别" in passage.windows[index].before
    return len(passage.windows[index + 1].before) <= 1


def _share(passage: Passage, index: int) -> Share:
    """Return the share of the figure before it, or of several figures told together."""
    percent, part = passage.figures[index], passage.figures[index - 1]
    start = passage.windows[index - 1].clause
    claim = passage.claims.get(index - 1)
    several = entry("shares", "together").search(passage.windows[index].before)
    run = passage.figures[max(0, index - (3 if several and "三" in several[0] else 2)) : index]
    if several and all(figure.unit == part.unit for figure in run):
        part = replace(part, value=sum(figure.value for figure in run))
    return Share(passage, percent, part, claim, start)


def _of_another(passage: Passage, index: int) -> bool:
    """Say whether the words before a share name another kind than the figure before it."""
    before = passage.windows[index].before
    named = columns_in(before)
    claim = passage.claims.get(index - 1)
    results = found_in(before.partition("占")[0], "before", "application")
    results = tuple(m for m in results if m.quantity.family in ("outcome", "detail"))
    if results and not (claim and results[-1].quantity in claim.quantities):
        return True
    return bool(named) and (claim is None or claim.columns != named)


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
        follows = follows and not _of_another(passage, index)
        several = entry("shares", "several").search(before)
        named = results[-1:] if not (columns or several) else []
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
            since = passage.text.rfind("；", 0, window.figure.start) + 1
            other = [t for t in passage.topics if t.name == "other" and t.start >= since]
            if other and other[-1].start < window.figure.start:
                continue
            rate = entry("shares", "rate").search(words)
            if rate and not entry("shares", "rate_never").search(words):
                yield window.figure


def stem_rates(passage: Passage) -> Iterator[tuple[Figure, list[Figure], list[Figure]]]:
    """Yield rates named for what was done: “意见 17 条，采纳 12 条，采纳率 70.6%”.

    With each come the figures that were done, and the larger ones they may be a share of.
    """
    for index, window in enumerate(passage.windows):
        named = entry("shares", "stem").search(window.before)
        if window.figure.kind != "share" or not named:
            continue
        start = max(passage.text.rfind(stop, 0, window.figure.start) for stop in "；。")
        near = [n for n in range(index) if passage.figures[n].start > start]
        counted = [n for n in near if passage.figures[n].kind in ("items", "persons")]
        stem = named["stem"][-1] if named["stem"] in ("纠错", "败诉") else named["stem"]
        stem = "纠" if named["stem"] == "纠错" else stem
        parts = [n for n in counted if stem in passage.windows[n].before + passage.windows[n].after]
        if not parts:
            continue
        part = passage.figures[parts[-1]]
        totals = [passage.figures[n] for n in counted if n != parts[-1]]
        totals = [f for f in totals if f.unit == part.unit and f.value >= part.value]
        yield window.figure, [part], totals


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
    if share.whole:
        return [("文中所说的总数", share.whole)]
    found = [("文中所列总数", figure.value) for figure in _heads(report, share)]
    if share.added:
        before = [f for f in share.passage.figures if f.end <= share.part.start]
        found += [("文中各项之和", share.added)]
        found += [("文中所列总数", f.value) for f in before if f.value >= share.added]
    said = share.passage.text[share.part.end : share.percent.start]
    named = share.claim is None and columns_in(_words(share))
    of_applications = entry("shares", "of_applications").search(said)
    bases = dictionary("shares")["applications"] if named or of_applications else []
    for base in (*bases, *_bases(share.claim)):
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


def _words(share: Share) -> str:
    """Return the words before the figure of a share."""
    at = share.passage.figures.index(share.part) if share.part in share.passage.figures else -1
    return share.passage.windows[at].before if at >= 0 else ""


def _heads(report: Witness, share: Share) -> list[Figure]:
    """Return the figures before the share that may be its whole."""
    passage = share.passage
    heads = [
        listing.total_figure
        for listing in narrative(report).listings
        if listing.passage is passage
        and share.part in [passage.figures[index] for index in listing.parts]
    ]
    for listing in narrative(report).listings:
        if listing.passage is passage and listing.heading is not passage:
            heads += [f for f in listing.heading.figures if f.value >= share.part.value]
    if share.claim is None and heads:
        return heads
    if share.claim is None:
        since = max(passage.text.rfind(stop, 0, share.part.start) for stop in "；。")
        alike = [f for f in passage.figures if since < f.start < share.part.start]
        alike = [f for f in alike if f.unit == share.part.unit and f.value >= share.part.value]
        return alike[-1:] if len(alike) == 1 else []
    earlier = [f for f in passage.figures if f.start < share.part.start and f.kind == "items"]
    return heads + [f for f in earlier if f.value >= share.part.value and f not in heads]


def _bases(claim: Claim | None) -> list[Base]:
    if claim is None:
        return []
    table = "disputes" if claim.quantity.family == "dispute" else "applications"
    if claim.quantity.family not in ("flow", "outcome", "detail", "dispute"):
        return []
    group = quantities().get(claim.quantity.group)
    own = [group.means] if group and group.means else []
    return [*dictionary("shares")[table], *own]
