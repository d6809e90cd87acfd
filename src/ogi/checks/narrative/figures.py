"""Figures in a sentence (数): the value, the unit, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ogi.checks.narrative.words import dictionary, one_of

Number = int | Decimal
_CHINESE = "零〇一二两三四五六七八九十百千"


@dataclass(frozen=True, slots=True)
class Figure:
    """A number with its unit; `start` to `end` covers both.

    `kind` is items, persons, money, share, or empty where no unit stands.
    """

    value: Number
    unit: str
    kind: str
    start: int
    end: int
    approximate: bool = False
    decimals: int = 0


@cache
def _kinds() -> dict[str, str]:
    units: dict[str, list[str]] = dictionary("figures")["units"]
    return {unit: kind for kind, listed in units.items() for unit in listed}


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = dictionary("figures")
    unit = one_of([re.escape(unit) for unit in _kinds()])
    counted = one_of([unit for unit, kind in _kinds().items() if kind in ("items", "persons")])
    around, odd = words["approximate"], words["not_a_count"]
    figure = re.compile(
        rf"(?P<before>{one_of(around['before'])})?(?:"
        rf"(?P<digits>(?<![\d.A-Za-z])(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+)(?:\.\d+)?)"
        rf"(?P<behind>{one_of(around['behind'])})?(?P<scale>[万亿](?!元))?(?P<unit>{unit})?"
        rf"|(?<![{_CHINESE}万])(?P<chinese>[{_CHINESE}]+)(?P<several>{one_of(around['behind'])})?"
        rf"(?P<counted>{counted})(?!{one_of(odd['following'])}))"
        rf"(?P<after>{one_of(around['following'])})?"
    )
    ordinal = re.compile(rf"{one_of(odd['before'])}$")
    return figure, ordinal, re.compile("|".join(words["no_figure"]))


@cache
def _blanks() -> re.Pattern[str]:
    return re.compile("|".join(dictionary("figures")["blank"]))


def blanked(text: str) -> str:
    """Return a text in which titles and addresses are blanked out, of the same length."""
    return _blanks().sub(lambda match: "□" * len(match.group()), text)


def figures(text: str) -> Iterator[Figure]:
    """Yield the figures of a folded sentence, left to right.

    >>> [(f.value, f.unit) for f in figures("2023年收到申请1,024件，三名自然人，占33.9%")]
    [(1024, '件'), (3, '名'), (Decimal('33.9'), '%')]
    """
    figure, ordinal, other = _patterns()
    matches = list(figure.finditer(text))
    spans = [match.span() for match in other.finditer(text)] if matches else []
    for match in matches:
        start = match.start("digits") if match["digits"] else match.start("chinese")
        if any(left <= start < right for left, right in spans):
            continue
        if match["chinese"] and ordinal.search(text[: match.start("chinese")]):
            continue
        yield _figure(match, start)


def _figure(match: re.Match[str], start: int) -> Figure:
    unit = match["unit"] or match["counted"] or ""
    digits = (match["digits"] or "").replace(",", "")
    value: Number = chinese_value(match["chinese"]) if match["chinese"] else Decimal(digits)
    scale = {"万": 10_000, "亿": 100_000_000}.get(match["scale"] or "", 1)
    decimals = len(digits.partition(".")[2])
    value *= scale
    return Figure(
        value=int(value) if value == int(value) and not (decimals and scale == 1) else value,
        unit=unit,
        kind=_kinds().get(unit, ""),
        start=start,
        end=match.end() - len(match["after"] or ""),
        approximate=bool(
            match["before"] or match["behind"] or match["several"] or match["after"] or scale > 1
        ),
        decimals=decimals,
    )


def chinese_value(numeral: str) -> int:
    """Return the value of a Chinese numeral.

    >>> chinese_value("两"), chinese_value("十二")
    (2, 12)
    """
    if numeral in (known := dictionary("numerals")):
        return int(known[numeral])
    import cn2an  # takes longer to import than everything else here together

    try:
        return int(cn2an.cn2an(numeral.replace("〇", "零"), "smart"))
    except ValueError:
        return 0
