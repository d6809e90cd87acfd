"""S570: section five says something."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.words import bare, quoted, simple
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "S570",
    Severity.WARNING,
    cites=("ogi-2019/50/1/4", "form-2021:“一、报告内容”"),
    advice="写出本年工作中具体的问题，以及已经采取和准备采取的措施。",
)
def section_five_says_something(report: Witness) -> Iterator[Found | CannotSay]:
    """第五部分应有实际内容。

    条例第五十条要求报告主要问题及改进情况，格式要求实事求是、具体，不得敷衍。

    正例：写出两个具体问题，各有改进措施。
    反例：“无。”
    改法：写出具体的问题和措施。
    """
    if not report.weigh("problems" in report.sections):
        yield CannotSay("没有见到第五部分")
        return
    wants, text = values("problems"), simple(report.text("problems"))
    length = len(bare(text))
    if length >= wants["characters"]:
        return
    places = tuple(paragraph.place for paragraph in report.paragraphs("problems"))
    empty = length == 0 or re.search(wants["empty"], re.sub(r"\s", "", text))
    said = "没有内容" if length == 0 else f"只写了{quoted(text)}"
    more = "" if empty else f"，只有{length}字，说不清问题和措施"
    yield Found(f"第五部分{said}{more}", value=length, places=places[:1])
