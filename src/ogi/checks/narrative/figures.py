"""Figures in a sentence (数): the value, the unit, and where they stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from msgspec.structs import asdict

from ogi.checks.narrative.words import dictionary, one_of
from ogi.data import from_data
from ogi.expression import expression
from ogi.numerals import whole_number

Number = int | Decimal
_CHINESE = "零〇一二两三四五六七八九十百千"
_BEGINNING = expression(rf"[\d{_CHINESE}]")
_SHARE = (
    rf"百分之(?P<percent>[{_CHINESE}]+|\d+(?:\.\d+)?)"
    r"|(?P<whole>[二三四五六七八九十]{1,3})分之(?P<part>[一二两三四五六七八九])"
    r"|(?P<tenths>[一二两三四五六七八九])成(?=[，。；、）左以多]|$)"
)


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


@from_data
def _kinds() -> dict[str, str]:
    units = asdict(dictionary("figures").units)
    return {unit: kind for kind, listed in units.items() for unit in listed}


@from_data
def _patterns() -> tuple[re.Pattern[str], ...]:
    words = dictionary("figures")
    unit = one_of([re.escape(unit) for unit in _kinds()])
    counted = one_of([unit for unit, kind in _kinds().items() if kind in ("items", "persons")])
    around, odd = words["approximate"], words["not_a_count"]
    figure = expression(
        rf"{_SHARE}|(?P<digits>(?<![\d.A-Za-z])(?:\d{{1,3}}(?:,\d{{3}})+(?!\d)|\d+(?![A-Za-z\d]))(?:\.\d+)?)"
        rf"(?P<behind>{one_of(around['behind'])})?(?P<scale>[万亿](?!元))?(?P<unit>{unit})?"
        rf"(?P<after>{one_of(around['following'])})?"
        rf"|(?P<chinese>(?<![{_CHINESE}万])[{_CHINESE}]+)(?P<several>{one_of(around['behind'])})?"
        rf"(?P<counted>{counted})(?!{one_of(odd['following'])})"
        rf"(?P<about>{one_of(around['following'])})?"
    )
    about = expression(rf"{one_of(around['before'])}$")
    ordinal = expression(rf"{one_of(odd['before'])}$")
    return figure, ordinal, about, re.compile("|".join(words["no_figure"]))


@from_data
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
    figure, ordinal, about, other = _patterns()
    matches = list(_matches(figure, text))
    spans = [match.span() for match in other.finditer(text)] if matches else []
    for match in matches:
        start = match.start()
        if any(left <= start < right for left, right in spans):
            continue
        before = text[max(0, start - 4) : start]
        if match["chinese"] and ordinal.search(before):
            continue
        yield _figure(match, bool(about.search(before)))


def _matches(figure: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """Yield what looks like a figure; where one may begin is found faster than the whole."""
    end = 0
    for first in _BEGINNING.finditer(text):
        if first.start() >= end and (match := figure.match(text, first.start())):
            end = match.end()
            yield match


def _figure(match: re.Match[str], about: bool) -> Figure:
    if match["percent"] or match["whole"] or match["tenths"]:
        return _in_words(match, about)
    unit = match["unit"] or match["counted"] or ""
    digits = (match["digits"] or "").replace(",", "")
    value: Number = chinese_value(match["chinese"]) if match["chinese"] else Decimal(digits)
    scale = {"万": 10_000, "亿": 100_000_000}.get(match["scale"] or "", 1)
    decimals = len(digits.partition(".")[2])
    value *= scale
    after = match["after"] or match["about"] or ""
    inexact = match["behind"] or match["several"] or after or scale > 1
    return Figure(
        value=int(value) if value == int(value) and not (decimals and scale == 1) else value,
        unit=unit,
        kind=_kinds().get(unit, ""),
        start=match.start(),
        end=match.end() - len(after),
        approximate=about or bool(inexact),
        decimals=decimals,
    )


def _in_words(match: re.Match[str], about: bool) -> Figure:
    """Return a share told in words: 百分之二十, 三分之二, 两成."""
    value: Number
    told, decimals = match["percent"], 0
    if told:
        digits = told[0].isdigit()
        value = Decimal(told) if digits else chinese_value(told)
        decimals = len(told.partition(".")[2]) if digits else 0
    elif match["whole"]:
        value = Decimal(chinese_value(match["part"]) * 100) / chinese_value(match["whole"])
    else:
        value, decimals = chinese_value(match["tenths"]) * 10, -1
    inexact = about or match.string[match.end() : match.end() + 1] in ("多", "左", "以")
    return Figure(value, "%", "share", *match.span(), inexact, decimals)


def chinese_value(numeral: str) -> int:
    """Return the value of a Chinese numeral.

    >>> chinese_value("两"), chinese_value("十二")
    (2, 12)
    """
    if numeral in (known := dictionary("numerals")):
        return int(known[numeral])
    try:
        return whole_number(numeral)
    except ValueError:
        return 0
