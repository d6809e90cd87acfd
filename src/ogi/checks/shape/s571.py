"""S571: section five names problems, and what is done about them."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.words import bare, simple
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "S571",
    Severity.WARNING,
    cites=("ogi-2019/50/1/4", "form-2021:“一、报告内容”"),
    advice="问题和改进情况两样都要写，一个问题对一项措施。",
)
def section_five_names_problems_and_measures(report: Witness) -> Iterator[Found | CannotSay]:
    """第五部分应既写问题，也写改进情况。

    只说成绩和打算、不说问题，或只列问题、不说改进，都没有回答这一部分要报告的事。

    正例：先写“部分目录更新不及时”，再写“按月核对目录”。
    反例：通篇是“将进一步加强……”，没有一个问题。
    改法：补写缺少的一半。
    """
    wants, text = values("problems"), simple(report.text("problems"))
    if len(bare(text)) < wants["characters"]:
        yield CannotSay("第五部分没有内容或过短")
        return
    report.weigh(text)
    lacking = [
        name
        for name, pattern in (("问题", wants["problem"]), ("改进情况", wants["improvement"]))
        if not re.search(pattern, text)
    ]
    if lacking:
        places = tuple(paragraph.place for paragraph in report.paragraphs("problems"))
        yield Found(f"第五部分没有写{'和'.join(lacking)}", places=places[:1])
