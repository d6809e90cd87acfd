"""What a cell prints: a number, a mark that stands for none, or nothing.

A blank or a dash is unknown, not zero. A printed number is never changed: its unit and
its annotation are kept beside it.
"""

import re
from dataclasses import dataclass
from decimal import Decimal

from ogi.expression import expression
from ogi.numerals import whole_number
from ogi.reading.folding import folded

_MARKS = frozenset(
    {"/", "//", "\\", "-", "--", "---", "—", "——", "─", "－", "一一", "*", "○", "×"}
    | {"无法读取", "未见"}  # what is written of a cell that was not read, or not there
    | {"无", "空", "不涉及", "不适用", "暂无", "没有", "N/A", "n/a", "NA"}
)
_NUMBER = expression(
    r"(?P<sign>[+\-−–]|增加?|减少?|新增|共)?"
    r"(?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)"
    r"(?P<rest>.*)",
    re.DOTALL,
)
_REST = expression(
    r"(?P<unit>万元|亿元|元|件次|件|条|个|项|次|份|宗|人|篇|家|起|部|%)?"
    r"(?P<note>(?:\(.*\)|\[.*\]|其中.*|含.*|包括.*)?)(?:[。*＊※]|[⁰¹²³⁴-⁹]+|[①-⑳])?",
    re.DOTALL,
)
_BEFORE = expression(r"\[[^\[\]]*\]")
_ZERO_WORDS = {"零": 0, "〇": 0}
_WORDS = expression(r"[零〇一二两三四五六七八九十百千万]{2,9}|十")
_LETTERS = expression(r"(?=.*[0-9])(?=.*[OoQlI])[0-9OoQlI,.]{2,9}|[OoQ]")


@dataclass(frozen=True, slots=True)
class Count:
    """A cell's text understood: `value` is None for marks such as “/” and “—”.

    `spaced` is true where white space stood between the digits of one cell, `worded`
    where the number is written in characters (十二).
    """

    value: int | Decimal | None
    note: str | None = None
    spaced: bool = False
    worded: bool = False


_LONGEST = 200  # characters: what is longer is text, or no number of a report


def read_count(text: str) -> Count | None:
    """Read a number or a mark; None when the text is neither (a label, or noise).

    >>> read_count("22（其中修订16件）")
    Count(value=22, note='（其中修订16件）', spaced=False, worded=False)
    >>> read_count("—").value is None
    True
    >>> read_count("1.属于国家秘密") is None
    True
    """
    plain = folded(text).strip()
    if len(plain) > _LONGEST:
        return None
    if plain.isdecimal() and plain.isascii():
        return Count(int(plain)) if plain == "0" or plain[0] != "0" else None
    if plain in _MARKS:
        return Count(None)
    if plain in _ZERO_WORDS:
        return Count(_ZERO_WORDS[plain])
    return _annotated(text, plain) or _worded(plain)


def is_garbled(text: str) -> bool:
    """Tell whether a word is meant as a number and cannot be read as one: letters for digits.

    >>> is_garbled("1O"), is_garbled("l2"), is_garbled("12"), is_garbled("PDF")
    (True, True, False, False)
    """
    return _LETTERS.fullmatch(folded(text)) is not None and read_count(text) is None


def _worded(plain: str) -> Count | None:
    """Read a number written in characters; one character alone is as often a dash or a label."""
    match = re.fullmatch(rf"(共)?(?P<word>{_WORDS.pattern})(?P<rest>\D*)", plain)
    if match is None or not _REST.fullmatch(match["rest"]) or set(match["word"]) == {"一"}:
        return None
    try:
        return Count(whole_number(match["word"]), worded=True)
    except ValueError:
        return None


def _annotated(text: str, plain: str) -> Count | None:
    tight = "".join(plain.split())
    before = _BEFORE.match(tight)
    match = _NUMBER.fullmatch(tight, before.end() if before else 0)
    if match is None:
        return None
    rest = _REST.fullmatch(match["rest"])
    digits = match["digits"].replace(",", "")
    if rest is None or (len(digits) > 1 and digits[0] == "0" and digits[1] != "."):
        return None
    number = Decimal(digits) if "." in digits else int(digits)
    if match["sign"] and (match["sign"][0] in "-−–" or match["sign"].startswith("减")):
        number = -number
    spaced = tight != plain and re.search(r"\d\s+[\d,.]", plain) is not None
    note = "".join([before[0] if before else "", _note(text, match["rest"]) or ""])
    return Count(number, note or None, spaced)


def _note(text: str, rest: str) -> str | None:
    """Return the annotation as printed: what follows the number in the original text."""
    if not rest:
        return None
    tight = "".join(text.split())
    return tight[len(tight) - len(rest) :] if len(rest) <= len(tight) else rest
