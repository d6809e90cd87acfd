"""S561: what is planned lies ahead."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.words import quoted, sentences
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "S561",
    Severity.NOTE,
    cites=("form-2021:“一、报告内容”", "ogi-2019/50"),
    advice="核对年份：今后的打算写下一年，已经做了的写成已经完成。",
)
def what_is_planned_lies_ahead(report: Witness) -> Iterator[Found | CannotSay]:
    """今后的打算不应写在已经过去的年份。

    年报在次年初编写，“将”“加大”“进一步”要做的事属于次年。改进部分仍写报告年度，
    可能是沿用上年的文字，也可能是在说本年已经做的改进，所以只作备注。

    正例：2023 年年报写“2024年将加大公开力度”。
    反例：2023 年年报写“2023年将加大公开力度”。
    改法：改成次年，或写明已经做到什么。
    """
    if report.year is None:
        yield CannotSay("不知道是哪一年的年报")
        return
    words, year = values("periods"), str(report.year)
    ahead = False
    for paragraph in report.paragraphs("problems"):
        for sentence in sentences(paragraph):
            ahead = report.weigh(ahead or bool(re.search(words["measures"], sentence)))
            if not ahead or not re.search(rf"{year}\s*年", sentence):
                continue
            if re.search(words["planned"], sentence) and not re.search(words["past"], sentence):
                start = sentence.index(year)
                yield Found(
                    f"改进措施写的是{year}年：{quoted(sentence[start:])}",
                    value=report.year,
                    expected=report.year + 1,
                    places=(paragraph.place,),
                )
