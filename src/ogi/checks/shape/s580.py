"""S580: enumerations count on without a gap."""

import re
from collections.abc import Iterator
from itertools import pairwise

from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import Paragraph

NUMERALS = "一二三四五六七八九十"
_ITEM = re.compile(rf"(?:^|[。；;，,：:\s）)])([{NUMERALS}])是(?!否)")
_HEAD = re.compile(rf"(?:^|[。；;\n])\s*[（(]([{NUMERALS}])[）)]")


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
        for paragraph in section.paragraphs:
            yield from _gaps(
                [(match[1], paragraph) for match in _ITEM.finditer(paragraph.text)], "是"
            )
        heads = [
            (match[1], paragraph)
            for paragraph in section.paragraphs
            for match in _HEAD.finditer(paragraph.text)
        ]
        yield from _gaps(heads, "）")


def _gaps(items: list[tuple[str, Paragraph]], mark: str) -> Iterator[Found]:
    for (before, _), (after, paragraph) in pairwise(items):
        step = NUMERALS.index(after) - NUMERALS.index(before)
        if after == "一" or step == 1:
            continue
        first, then = (f"（{n}）" if mark == "）" else f"{n}{mark}" for n in (before, after))
        yield Found(f"“{first}”之后是“{then}”", value=then, places=(paragraph.place,))
