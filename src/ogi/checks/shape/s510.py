"""S510: the title names the organ."""

from collections.abc import Iterator

from ogi.checks.rule import Found, rule
from ogi.checks.shape.words import bare, quoted
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.findings import Severity

_NOT_A_NAME = expression(
    r"\d{4}|二[〇○零][〇○零一二三四五六七八九]{2}|年度?|关于|政府|政务|信息|公开|工作|报告|情况|的|总结"
)


@rule(
    "S510",
    Severity.WARNING,
    cites="form:附件",
    advice="标题写成“机关全称＋年份＋年政府信息公开工作年度报告”。",
)
def title_names_the_organ(report: Witness) -> Iterator[Found]:
    """标题应写明是哪个机关的年报。

    年报汇集在一处公布，脱离了本机关网站，只有标题能说明它是谁的。

    正例：“青禾县统计局2023年政府信息公开工作年度报告”。
    反例：“2023年政府信息公开工作年度报告”。
    改法：在标题里写上机关全称。
    """
    title = report.weigh(report.title)
    if not title:
        yield Found("没有见到报告的标题", places=())
        return
    if len(_NOT_A_NAME.sub("", bare(title))) < 2:
        yield Found(
            f"标题{quoted(title, 40)}没有写机关名称",
            value=title,
            places=(report.title_place,),
        )
