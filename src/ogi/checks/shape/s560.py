"""S560: no sentence of last year is left."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.words import quoted, sentences
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity


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
    words = values("periods")
    this = re.compile(words["this"])
    keys = (key for key in report.sections if key != "preamble")
    for paragraph in report.weigh(list(report.paragraphs(*keys))):
        if not re.search(r"20\d\d", paragraph.text):
            continue
        for sentence in sentences(paragraph):
            text = re.sub(r"\s", "", sentence)
            year = _year_of_what_was_done(text, report.year, words)
            if year is None or this.search(text) or f"{report.year}年" in text:
                continue
            yield Found(
                f"{report.year}年的年报写着{quoted(sentence)}",
                value=year,
                expected=report.year,
                places=(paragraph.place,),
            )


def _year_of_what_was_done(text: str, year: int, words: Mapping[str, Any]) -> int | None:
    """Return the past year that a sentence names as that in which something was done."""
    if re.search(words["elsewhere"], text) or not re.search(words["done"], text):
        return None
    for match in re.finditer(words["named"], text):
        named = int(match["year"])
        outside = "（" not in text[: match.start()] or "）" in text[: match.start()]
        if named < year and outside and not re.match(words["attribute"], text[match.end() :]):
            return named
    return None
