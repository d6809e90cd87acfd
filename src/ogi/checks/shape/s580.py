"""S580: enumerations count on without a gap."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.findings import Severity
from ogi.form import Section

NUMERALS = "一二三四五六七八九十"
_ITEM = expression(rf"[{NUMERALS}]是(?!否)")
_HEAD = expression(rf"[（(][{NUMERALS}][）)](?!项)")
_ARABIC = expression(r"^\s*(\d{1,2})\s*(?:[．、]|[.](?!\d))(?=\s*[一-龥“《])")
_ARTICLE_20 = expression(
    r"项|.{0,8}(?:规章|规范性文件|行政许可|许可依据|行政处罚|处罚依据|行政强制"
    r"|收费项目|收费依据|事业性收费|集中采购)"
)
_ENDS = "。；;，,：:）)”》 \u3000\n\t"


@rule(
    "S580",
    Severity.WARNING,
    cites="ogi-2019/50",
    advice="核对编号：漏了内容的补上，只是编错的改正。",
)
def enumerations_count_on(report: Witness) -> Iterator[Found]:
    """文中的“一是、二是、三是”“（一）（二）（三）”和“1. 2. 3.”应连续。

    编号跳号、重号，可能丢了一项内容，也可能是合并文稿时没有改编号。

    正例：“一是……。二是……。三是……。”
    反例：“一是……。三是……。三是……。”
    改法：补上漏了的一项，或改正编号。
    """
    for section in report.sections.values():
        for paragraph in section.paragraphs:
            items = _places(_ITEM, paragraph.text, _ENDS)
            report.weigh(len(items) > 1)
            for before, after, _ in _gaps(items, paragraph.text):
                yield Found(f"“{before}”之后是“{after}”", value=after, places=(paragraph.place,))
        yield from _arabic(section)
        heads = _places(_HEAD, section.text, "。；;\n")
        report.weigh(len(heads) > 1)
        for before, after, start in _gaps(heads, section.text):
            paragraph = section.paragraphs[section.text.count("\n", 0, start)]
            yield Found(f"“{before}”之后是“{after}”", value=after, places=(paragraph.place,))


def _arabic(section: Section) -> Iterator[Found]:
    """Yield the gaps in a run of paragraphs numbered 1. 2. 3."""
    last = 0
    for paragraph in section.paragraphs:
        found = _ARABIC.match(paragraph.text)
        if found is None:
            continue
        value = int(found[1])
        if value not in (1, last + 1) and last:
            yield Found(f"“{last}.”之后是“{value}.”", value=str(value), places=(paragraph.place,))
        last = value


def _places(pattern: re.Pattern[str], text: str, ends: str) -> list[re.Match[str]]:
    """Return the items that open the text or follow one of these characters."""
    return [
        match
        for match in pattern.finditer(text)
        if text[: match.start()].strip(" \u3000")[-1:] in ends
    ]


def _gaps(items: list[re.Match[str]], text: str) -> Iterator[tuple[str, str, int]]:
    for one, other in pairwise(items):
        first, then = _value(one), _value(other)
        if then == 0 or then == first + 1 or _of_article_20(one, other, text):
            continue
        between = text[one.end() : other.start()]
        begin = first + 1 if then > first else 0
        skipped = [other[0].replace(NUMERALS[then], NUMERALS[n]) for n in range(begin, then)]
        if skipped and all(item in between for item in skipped):
            continue  # they are there, after an unusual character
        yield one[0], other[0], other.start()


def _of_article_20(one: re.Match[str], other: re.Match[str], text: str) -> bool:
    """Say whether an item, or the next, is one of those of Article 20 that the form asks for."""
    return any(_ARTICLE_20.match(text[item.end() :]) for item in (one, other))


def _value(item: re.Match[str]) -> int:
    return next(NUMERALS.index(character) for character in item[0] if character in NUMERALS)
