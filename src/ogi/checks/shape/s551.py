"""S551: the report of a government tells of appraisal, review and accountability."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, NotApplicable, rule
from ogi.checks.shape.words import simple
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "S551",
    Severity.WARNING,
    cites="ogi-2019/50/1/4",
    advice="补写工作考核、社会评议和责任追究的结果；没有发生责任追究的，写明没有发生。",
)
def governments_tell_of_supervision(report: Witness) -> Iterator[Found | CannotSay | NotApplicable]:
    """各级人民政府的年报应写工作考核、社会评议和责任追究结果。

    条例第五十条规定，各级人民政府的年报还应当包括这三项结果。部门的年报不适用。

    正例：“对各部门考核一次，平均92分；社会评议满意度95%；未发生责任追究。”
    反例：县人民政府的年报只说加强监督，没有说到社会评议。
    改法：补写缺少的结果。
    """
    rule_of = values("overview")["governments"]
    if not report.organ:
        yield CannotSay("不知道是哪个机关的年报")
        return
    if not re.search(rule_of["organs"], report.organ):
        yield NotApplicable(f"{report.organ}不是一级人民政府")
        return
    text = simple("\n".join(section.text for section in report.sections.values()))
    if not report.weigh(text):
        yield CannotSay("没有读到文字")
        return
    lacking = [
        name for name, words in rule_of["words"].items() if not any(word in text for word in words)
    ]
    if lacking:
        yield Found(f"{report.organ}的年报没有说到{'、'.join(lacking)}", places=())
