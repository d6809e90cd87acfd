"""Sums (合计) told behind their parts, and what is left of a total (其余)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import accumulate, pairwise

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.figures import Figure, Number, chinese_value
from ogi.checks.narrative.lists import alike
from ogi.checks.narrative.words import entry
from ogi.expression import expression

_STOPS = ("；", "。", "\n")
_JOINED = expression(r"[、，和及][^，。；：、（）\d]{1,14}")
_MOST = 8  # parts whose sums are tried in every choice


@dataclass(frozen=True, slots=True)
class Sum:
    """A figure that other figures of its sentence should make up.

    parts     the figures, as many as the words or the sentence give
    expected  what they make
    """

    passage: Passage
    told: int
    parts: tuple[int, ...]
    expected: Number
    kept: bool
    rest: bool = False


def sums(passage: Passage) -> Iterator[Sum]:
    """Yield the totals of a sentence that stand behind their parts."""
    for index, window in enumerate(passage.windows):
        words = entry("sums", "total").fullmatch(window.before.lstrip("，、"))
        bracketed = passage.text[: window.clause].endswith("）")
        if not words or window.figure.kind in ("", "share") or bracketed:
            continue
        run = _run(passage, index)
        several = _count(words["several"])
        if several and several <= len(run):
            run = run[-several:]
        if len(run) > 1 and several in (0, len(run)):
            yield _sum(passage, index, run, exact=bool(several))


def _sum(passage: Passage, index: int, run: list[int], exact: bool) -> Sum:
    values = [passage.figures[at].value for at in run]
    told = passage.figures[index].value
    inexact = any(passage.figures[at].approximate for at in (index, *run))
    kept = inexact or sum(values) == told
    if not exact:
        kept = kept or told in values or told in _choices(values)
    return Sum(passage, index, tuple(run), sum(values), kept)


def rests(passage: Passage, before: Iterable[Passage], totals: Iterable[Number]) -> Iterator[Sum]:
    """Yield what a sentence says is left of a total that it tells, or that was told before."""
    known = {f.value for each in before for f in each.figures if f.kind == "items"} | set(totals)
    for index, window in enumerate(passage.windows):
        if window.figure.kind in ("", "share"):
            continue
        run = _run(passage, index)
        words = entry("sums", "rest").fullmatch(window.before.lstrip("，、"))
        least = 1 if entry("sums", "left").fullmatch(window.before.lstrip("，、")) else 2
        if len(run) < least or not (words or _is_open(passage, index, run)):
            continue
        values = [passage.figures[at].value for at in run]
        if any(passage.figures[at].approximate for at in (index, *run)):
            continue
        if index in passage.claims and passage.claims[index].quantity.family == "dispute":
            continue
        disputes = (passage.claims.get(at) for at in run)
        if any(claim and claim.quantity.family == "dispute" for claim in disputes):
            continue
        left = window.figure.value
        added = list(accumulate(reversed(values)))
        told = known | {a + b for a, b in pairwise(values)}
        if len(run) == 1 and not (_answered(passage, run[0]) and known):
            continue
        if values[0] == max(values) and sum(values[1:]) <= values[0]:
            kept = any(left + each in values for each in added[:-1])
            kept = kept or any(left + each in told for each in added)
            yield Sum(passage, index, tuple(run), values[0] - sum(values[1:]), kept, rest=True)


def of_a_total_elsewhere(passage: Passage) -> bool:
    """Say whether a sentence tells parts, or what is left, of a total that may stand elsewhere."""
    words = (window.before.lstrip("，、") for window in passage.windows)
    return any(entry("sums", "rest").fullmatch(each) for each in words) or bool(untotalled(passage))


def _answered(passage: Passage, at: int) -> bool:
    """Say whether a figure is told as the applications answered."""
    claim = passage.claims.get(at)
    return claim is not None and claim.quantity.key in ("closed", "handled") and not claim.part


def _is_open(passage: Passage, index: int, run: list[int]) -> bool:
    """Say whether a figure is what is not yet done of the count before what is done."""
    window, last = passage.windows[index], passage.windows[run[-1]]
    told = entry("sums", "open").search(window.after)
    return bool(told and entry("sums", "done").search(last.before + last.after))


def untotalled(passage: Passage) -> tuple[int, ...]:
    """Return three or more figures listed in a sentence on applications, without their total."""
    if halves := _received_by(passage):
        return halves
    if not entry("sums", "applications").search(passage.text):
        return ()
    run: list[int] = []
    for at, figure in enumerate(passage.figures):
        gap = passage.text[passage.figures[at - 1].end : figure.start] if at else ""
        joined = run and figure.unit == "件" and _JOINED.fullmatch(gap)
        if not joined and len(run) > 2:
            break
        run = [*run, at] if joined else ([at] if figure.unit == "件" else [])
    claims = [passage.claims.get(at) for at in run]
    plain = all(claim is None or claim.part for claim in claims)
    return tuple(run) if len(run) > 2 and plain else ()


def _received_by(passage: Passage) -> tuple[int, ...]:
    """Return the figures of a sentence that several organs, or halves of the year, received."""
    run = [
        at
        for at, window in enumerate(passage.windows)
        if window.figure.unit == "件" and entry("sums", "received_by").search(window.before)
    ]
    together = run == list(range(run[0], run[-1] + 1)) if run else False
    claims = [passage.claims.get(at) for at in run]
    plain = all(claim is None or claim.part or claim.scope for claim in claims)
    return tuple(run) if together and plain and len(run) > 1 else ()


def conversions(passage: Passage) -> Iterator[Sum]:
    """Yield the amounts that are told again in another unit: “186.4 万元，折合 1864000 元”."""
    for index in range(1, len(passage.figures)):
        figure, before = passage.figures[index], passage.figures[index - 1]
        money = figure.unit == "元" and before.unit in ("万元", "亿元")
        gap = passage.text[before.end : figure.start]
        words = gap.lstrip("，（、")
        if money and gap and entry("sums", "converted").fullmatch(words):
            whole = before.value * (10_000 if before.unit == "万元" else 100_000_000)
            inexact = figure.approximate or before.approximate
            yield Sum(passage, index, (index - 1,), whole, inexact or whole == figure.value)


def _run(passage: Passage, index: int) -> list[int]:
    """Return the figures before one that count the same, back to the last full stop."""
    figure = passage.figures[index]
    run: list[int] = []
    start = figure.start
    for at in range(index - 1, -1, -1):
        other = passage.figures[at]
        if any(stop in passage.text[other.end : start] for stop in _STOPS):
            break
        start = other.start
        if other.kind == "share":
            continue
        if not _counts_the_same(figure, other) or passage.vetoed.get(at) in _OTHER_TIMES:
            break
        run.append(at)
    return run[::-1]


_OTHER_TIMES = ("difference", "mean", "plan")


def _counts_the_same(one: Figure, other: Figure) -> bool:
    persons = one.kind == "persons" and other.kind == "persons"
    people = {one.unit, other.unit} <= {"人", "人次", "名", "位"}
    return people or (persons and one.unit == other.unit) or alike(one.unit, other.unit)


def _choices(values: list[Number]) -> set[Number]:
    """Return what two or more of some values add up to."""
    if len(values) > _MOST:
        return set(accumulate(reversed(values)))
    pairs: list[tuple[Number, int]] = [(0, 0)]
    for value in values:
        pairs += [(total + value, count + 1) for total, count in pairs]
    return {total for total, count in pairs if count > 1}


def _count(told: str | None) -> int:
    number = (told or "").rstrip("项者类种年批次个部分方面")
    return int(number) if number.isdigit() else (chinese_value(number) if number else 0)
