"""Lines as Chinese is set: no line begins with 。》）or ends with （《“, and no word is broken."""

import unicodedata
from collections.abc import Iterator
from itertools import pairwise

from ogi.expression import expression

_NEVER_FIRST = "，。、；：）》〉」』】”’！？％…—,.;:)]!?%"
_NEVER_LAST = "（《〈「『【“‘(["
_LABEL = expression(r"\S{2,4}：(?=\S)")


def columns(text: str) -> int:
    """Return how many columns a text takes on a terminal."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def fold(text: str, width: int) -> list[str]:
    """Break a text into lines of at most so many columns, between words or Chinese characters.

    >>> fold("读出报告 read all", 8)
    ['读出报告', 'read all']
    >>> fold("核对这一列。", 10)
    ['核对这一', '列。']
    """
    at = [0, *breaks(text, width), len(text)]
    return [text[start:end].strip() for start, end in pairwise(at)] or [""]


def hung(text: str, width: int) -> list[str]:
    """Break a text into lines, those after the first set in under its first word.

    >>> hung("  依据：条例第三十三条", 18)
    ['  依据：条例第三十', '        三条']
    """
    body = text.lstrip(" ")
    lead = " " * (len(text) - len(body))
    label = _LABEL.match(body)
    hang = lead + " " * (columns(label[0]) if label else 0 if lead else 2)
    if columns(hang) * 2 > width or columns(text) <= width:
        hang = lead
    first, *rest = breaks(body, width - len(lead)) or [len(body)]
    lines = [lead + body[:first].rstrip()]
    if rest or first < len(body):
        lines += [hang + line for line in fold(body[first:].lstrip(), width - columns(hang))]
    return lines


def breaks(text: str, width: int) -> list[int]:
    """Return where the lines of a text begin, but for the first."""
    found, used, at = [], 0, 0
    for unit in _units(text):
        needed = columns(unit.rstrip())
        if used and used + needed > width:
            found.append(at)
            used = 0
        if needed > width:  # longer than a line: broken wherever that is
            for letter in unit:
                if used and used + columns(letter) > width:
                    found.append(at)
                    used = 0
                used += columns(letter)
                at += 1
            continue
        used += columns(unit)
        at += len(unit)
    return found


def _units(text: str) -> Iterator[str]:
    """Yield what must not be broken: a word or a character, with the marks that belong to it."""
    unit = ""
    for word in _words(text):
        if unit and word[0] not in _NEVER_FIRST and unit[-1] not in _NEVER_LAST:
            yield unit
            unit = ""
        unit += word
    if unit:
        yield unit


def _words(text: str) -> Iterator[str]:
    """Yield Chinese characters and marks one by one, words with the blanks after them."""
    word = ""
    for letter in text:
        single = unicodedata.east_asian_width(letter) in "WF" or letter in "“”‘’…—"
        if word and (single or (word.endswith(" ") and letter != " ")):
            yield word
            word = ""
        if single:
            yield letter
        else:
            word += letter
    if word:
        yield word
