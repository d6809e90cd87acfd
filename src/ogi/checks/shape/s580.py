"""S580: enumerations count on without a gap."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import Paragraph

NUMERALS = "一二三四五六七八九十"
_ITEM = re.compile(rf"[{NUMERALS}]是(?!否)")
_HEAD = re.compile(rf"[（(][{NUMERALS}][）)]")
_ENDS = "。；;，,：:）) \u3000\n\t"


@rule(
    "S580",
    Severity.WARNING,
    cites="ogi-2019/50",
    advice="核对编号：漏了内容的补上，只是编错的改正。",
)
def enumerations_count_on(report: Witness) -> Iterator[Found]:
    """文中的“一是、二是、三是”和“（一）（二）（三）”应连续。

    编号跳号、重号，可能丢了一项内容，也可能是合并文稿时没有改编号。

    正例：“一是……。二是……。三是……。”
    反例：“一是……。三是……。三是……。”
    改法：补上漏了的一项，或改正编号。
    """
    for section in report.sections.values():
        heads: list[tuple[str, Paragraph]] = []
        for paragraph in section.paragraphs:
            items = _numbers(_ITEM, paragraph, _ENDS, 0)
            yield from _gaps([(number, paragraph) for number in items], "{}是")
            heads += ((number, paragraph) for number in _numbers(_HEAD, paragraph, "。；;\n", 1))
        yield from _gaps(heads, "（{}）")


def _numbers(pattern: re.Pattern[str], line: Paragraph, ends: str, at: int) -> Iterator[str]:
    """Yield the numerals of items that open the line or follow one of these characters."""
    for match in pattern.finditer(line.text):
        before = line.text[: match.start()].rstrip()[-1:] if at else line.text[match.start() - 1]
        if not match.start() or before in ends:
            yield match[0][at]


def _gaps(items: list[tuple[str, Paragraph]], mark: str) -> Iterator[Found]:
    for (before, _), (after, paragraph) in pairwise(items):
        step = NUMERALS.index(after) - NUMERALS.index(before)
        if after != "一" and step != 1:
            yield Found(
                f"“{mark.format(before)}”之后是“{mark.format(after)}”",
                value=mark.format(after),
                places=(paragraph.place,),
            )
