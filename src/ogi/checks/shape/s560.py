"""S560: no sentence of last year is left."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.words import quoted, sentences
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity

_OPENING = r"^(?:[（(]?[一二三四五六七八九十\d]+[)）、.．]|[一二三四五六七八九十]是)?\s*"


@rule(
    "S560",
    Severity.WARNING,
    cites=("form-2021:“一、报告内容”", "ogi-2019/50"),
    advice="核对这一句说的是哪一年：沿用上年文字的，改成本年的情况和年份。",
)
def no_sentence_of_last_year_is_left(report: Witness) -> Iterator[Found | CannotSay]:
    """叙述本年工作的句子不应仍写上年年份。

    以上年年份开头、叙述做了什么的句子，多半是沿用上年的年报而忘了改。与上年比较的句子、
    上年的预决算和考核等本就带上年年份的，不在此列。

    正例：2023 年年报写“2023年主动公开信息249条”。
    反例：2023 年年报写“2022年主动公开信息249条”。
    改法：改成本年的情况和年份。
    """
    if report.year is None:
        yield CannotSay("不知道是哪一年的年报")
        return
    last = report.year - 1
    words = values("periods")
    opening = re.compile(rf"{_OPENING}在?{last}\s*年度?(?:[，,、]|(?=[^\d\s至到-]))")
    for paragraph in report.weigh(list(report.paragraphs())):
        if str(last) not in paragraph.text:
            continue
        for sentence in sentences(paragraph):
            if not opening.search(sentence) or re.search(words["elsewhere"], sentence):
                continue
            if re.search(words["done"], sentence):
                yield Found(
                    f"{report.year}年的年报写着{quoted(sentence)}",
                    value=last,
                    expected=report.year,
                    places=(paragraph.place,),
                )
