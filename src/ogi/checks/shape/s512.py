"""S512: the title calls the report by its name."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.words import bare, quoted
from ogi.checks.witness import Witness
from ogi.findings import Severity

NAME = "政府信息公开工作年度报告"


@rule(
    "S512",
    Severity.NOTE,
    cites="form:附件",
    advice="标题里的名称写作“政府信息公开工作年度报告”。",
)
def title_calls_the_report_by_its_name(report: Witness) -> Iterator[Found | CannotSay]:
    """标题应称“政府信息公开工作年度报告”。

    格式的名称是《政府信息公开工作年度报告格式》。漏字、改称“政务公开年报”等，不便检索。

    正例：“青禾县统计局2023年政府信息公开工作年度报告”。
    反例：“青禾县统计局2023年政务公开年报”。
    改法：名称写作“政府信息公开工作年度报告”。
    """
    title = report.weigh(report.title)
    if not title:
        yield CannotSay("没有见到报告的标题")
    elif NAME not in bare(title):
        yield Found(
            f"标题{quoted(title, 40)}没有写“{NAME}”",
            value=title,
            expected=NAME,
            places=(report.title_place,),
        )
