"""Text as it is compared: one width, one script, no white space."""

import unicodedata
from functools import lru_cache

from ogi.expression import expression
from ogi.script import simplified

_DROPPED = (
    "".join(
        chr(code)
        for code in (*range(0x21), 0x7F, 0x85, 0xA0, 0xAD, *range(0x2000, 0x2010), 0x2028, 0x2029)
    )
    + "\u202f\u205f\u2060\u3000\ufeff\u200b"
)
_PUNCTUATION = {";": "；", ":": "：", "(": "（", ")": "）", "?": "？", "!": "！", "﹪": "%"}
_KEPT_WIDE = "，；：（）？！"
_TABLE: dict[int, str | None] = (
    {ord(char): None for char in _DROPPED}
    | {code: unicodedata.normalize("NFKC", chr(code)) for code in range(0xFF01, 0xFF5F)}
    | {ord(narrow): wide for narrow, wide in _PUNCTUATION.items()}
    | {ord(char): char for char in _KEPT_WIDE}
)
_YEAR = expression("二[〇零○][〇零○一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")


def fold(text: str) -> str:
    """Fold a text: half-width digits, wide punctuation, simplified characters, no spaces.

    >>> fold("辦結 ２８ 件 (其中 3 件)")
    '办结28件（其中3件）'
    >>> fold("二〇二四年")
    '2024年'
    """
    kept = text.translate(_TABLE)
    simple = _YEAR.sub(lambda year: year.group().translate(_DIGITS), simplified(kept))
    if len(simple) != len(kept):  # a phrase changed its length: go by single characters
        simple = "".join(simplified(char)[:1] or char for char in kept)
    return simple


def printed_span(text: str, start: int, end: int) -> str:
    """Return what is printed where the folded text runs from `start` to `end`."""
    first, last = printed_range(text, start, end)
    return text[first:last]


def printed_range(text: str, start: int, end: int) -> tuple[int, int]:
    """Return from where to where the folded text from `start` to `end` is printed."""
    if start >= end:
        return 0, 0
    places = kept(text)[start:end]
    return (places[0], places[-1] + 1) if places else (0, 0)


@lru_cache(maxsize=128)
def kept(text: str) -> tuple[int, ...]:
    """Return where the characters stand that folding keeps."""
    return tuple(n for n, char in enumerate(text) if _TABLE.get(ord(char), "") is not None)
