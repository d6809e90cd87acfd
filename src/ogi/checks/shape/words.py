"""Words as they are compared: one script, no spaces, no punctuation, no difference of width."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from ogi.expression import expression
from ogi.form import Paragraph
from ogi.script import simplified

_MARKS = expression(r"[\W_]+")
_SENTENCE = expression(r"[^。；;！？!?\n]+[。；;！？!?]?")


@lru_cache(maxsize=4096)
def bare(text: str) -> str:
    """Return the letters and figures of a text only.

    >>> bare("2. 其他法律、行政法规 禁止公开")
    '2其他法律行政法规禁止公开'
    """
    return _MARKS.sub("", unicodedata.normalize("NFKC", simple(text)))


def simple(text: str) -> str:
    """Return a text in simplified characters.

    >>> simple("總體情況")
    '总体情况'
    """
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return simplified(text)
    return text


def sentences(paragraph: Paragraph) -> Iterator[str]:
    """Yield the sentences of a paragraph."""
    for match in _SENTENCE.finditer(paragraph.text):
        yield match.group().strip()


def quoted(text: str, most: int = 30) -> str:
    """Return a text for quoting: one line, shortened in the end.

    >>> quoted("一二三四五", most=3)
    '“一二三…”'
    """
    line = re.sub(r"\s+", "", text)
    return f"“{line}”" if len(line) <= most else f"“{line[:most]}…”"


def listed(names: list[str], most: int = 6) -> str:
    """Return names as one phrase: the first few, and how many there are.

    >>> listed(["甲", "乙", "丙"], most=2)
    '甲、乙等3处'
    """
    phrase = "、".join(names[:most])
    return phrase if len(names) <= most else f"{phrase}等{len(names)}处"
