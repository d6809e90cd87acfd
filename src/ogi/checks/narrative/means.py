"""Means (平均): what a sentence says falls to a day, a month, or each of a number of things."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import accumulate

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.figures import Figure, chinese_value
from ogi.checks.narrative.words import dictionary, entry
from ogi.expression import expression

_MONEY = {"元": 1, "万元": 10_000, "亿元": 100_000_000}
_INTEGER = expression(r"\d+(?:\.\d+)?|[一二两三四五六七八九十]+(?=[年个天月周季处])")
_YEARS = expression(r"20\d\d(?=年|[—~至-])")
_NAME = 8  # characters between a number and the name of what it counts
_TOLERANCE = Decimal("0.07")


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean that does not follow from the total before it."""

    passage: Passage
    stated: Figure
    total: Figure
    divisor: Decimal
    start: int


def means(passage: Passage) -> Iterator[Mean]:
    """Yield the means of a sentence that no total and no number of days or things yields."""
    for index, window in enumerate(passage.windows):
        if window.figure.kind in ("", "share"):
            continue
        found = entry("means", "mean").search(window.before)
        if found is None or not window.figure.value or window.after.startswith("工作日"):
            continue
        total = _total(passage, index)
        if total is None:
            continue
        period = found["period"] or found["every"] or ""
        divisors = [Decimal(each) for each in dictionary("means")["periods"].get(period, ())]
        told = _told(passage, window.figure)
        thing = (found["each"] or found["of"] or found["thing"] or "")[:1]
        if not divisors and not (thing == "年" or _counted(passage, thing, window.clause)):
            continue
        if not _follows(passage, index, divisors + told):
            nearest = divisors[0] if divisors else told[-1]
            yield Mean(passage, window.figure, total, nearest, window.clause)


def _total(passage: Passage, index: int) -> Figure | None:
    """Return the nearest figure before a mean that counts the same and is larger."""
    mean = passage.figures[index]
    since = passage.text.rfind("；", 0, mean.start)
    for at in range(index - 1, -1, -1):
        figure = passage.figures[at]
        if figure.start < since or passage.vetoed.get(at) in ("mean", "plan"):
            return None
        if _comparable(figure, mean) and _size(figure) > _size(mean):
            return figure
    return None


def _counted(passage: Passage, thing: str, until: int) -> bool:
    """Say whether a sentence tells before a mean how many there are of what it is taken over."""
    before = passage.text[:until]
    return bool(thing) and any(
        thing in before[match.end() : match.end() + _NAME].partition("，")[0]
        for match in _INTEGER.finditer(before)
        if not _YEARS.match(before, match.start())
    )


def _comparable(one: Figure, other: Figure) -> bool:
    return one.kind == other.kind and (
        one.unit == other.unit
        or one.kind == "money"
        or {one.unit, other.unit} <= {"个", "件", "条", "次", ""}
    )


def _size(figure: Figure) -> Decimal:
    return Decimal(figure.value) * _MONEY.get(figure.unit, 1)


def _told(passage: Passage, mean: Figure) -> list[Decimal]:
    """Return every number of a sentence that a total may be divided by."""
    found = [(match.start(), match.group()) for match in _INTEGER.finditer(passage.text)]
    numbers = [
        Decimal(each) if each[0].isdigit() else Decimal(chinese_value(each))
        for at, each in found
        if not mean.start <= at < mean.end
    ]
    numbers += [Decimal(f.value) for f in passage.figures if f is not mean and f.kind != "share"]
    years = [int(year) for year in _YEARS.findall(passage.sentence.text)]
    numbers += [Decimal(abs(a - b) + 1) for a in years for b in years]
    return [each for each in numbers if each > 1]


def _follows(passage: Passage, index: int, divisors: list[Decimal]) -> bool:
    mean = passage.figures[index]
    sizes = [_size(f) for f in passage.figures[:index] if f.kind == mean.kind]
    sizes += list(accumulate(reversed(sizes)))
    unit = Decimal(1).scaleb(-mean.decimals) * _MONEY.get(mean.unit, 1)
    wanted = _size(mean)
    tolerance = max(unit, wanted * _TOLERANCE) if mean.approximate else unit
    if mean.approximate and wanted >= 100:
        tolerance = max(tolerance, wanted / 10)
    return any(abs(size / each - wanted) <= tolerance for size in sizes for each in divisors)
