"""S552: the overview keeps to its length."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, NotApplicable, rule
from ogi.checks.shape.asked import not_asked
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "S552",
    Severity.WARNING,
    cites="form-2021:“一、报告内容”",
    advice="删去一般性的表述，只留本年做了什么、结果如何。",
)
def overview_keeps_to_its_length(report: Witness) -> Iterator[Found | CannotSay | NotApplicable]:
    """总体情况原则上不超过一千字。

    格式要求总体情况重点突出、简明扼要，原则上不超过一千字。字数不计空格；超过不多的作备注。
    2021 年起的年报适用。

    正例：总体情况 900 字。
    反例：总体情况 2600 字。
    改法：删去一般性的表述。
    """
    if why := not_asked(report, "overview", "length"):
        yield why
        return
    text = report.weigh(report.text("overview"))
    if not text:
        yield CannotSay("没有见到总体情况的文字")
        return
    limit = values("overview")["length"]
    count, most = len(re.sub(r"\s", "", text)), limit["characters"]
    if count > most * limit["tolerance"]:
        places = tuple(paragraph.place for paragraph in report.paragraphs("overview"))
        yield Found(
            f"总体情况约{count}字，原则上不超过{most}字",
            value=count,
            expected=most,
            places=places[:1],
            severity=None if count > most * limit["warn_from"] else Severity.NOTE,
        )
