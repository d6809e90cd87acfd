"""S501: the six sections are there."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.words import listed
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import edition_for, newest


@rule(
    "S501",
    Severity.WARNING,
    cites="form:附件",
    advice="按格式补上缺少的部分；没有内容的部分写明“无”或填0，标题不能省。",
)
def six_sections_are_there(report: Witness) -> Iterator[Found | CannotSay]:
    """年报应有六个部分。

    格式规定六个部分：总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，
    政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项。
    有内容而缺标题的，也列出来。

    正例：六个部分及其标题齐全。
    反例：第五部分之后就是落款，没有第六部分。
    改法：补上缺少的部分和标题。
    """
    form = edition_for(report.year) if report.year else None
    sections = (form or newest()).sections
    headed = {heading.key for heading in report.headings}
    there = headed | set(report.sections) | set(report.editions)
    if not report.weigh(there):
        yield CannotSay("没有读到任何标题和表")
        return
    absent = [each for each in sections if each.key not in there]
    bare = [each for each in sections if each.key in there and each.key not in headed]
    if absent:
        names = listed([f"“{each.heading}”" for each in absent])
        yield Found(f"没有见到{names}", value=len(sections) - len(absent), expected=len(sections))
    if bare:
        names = listed([f"“{each.heading}”" for each in bare])
        yield Found(f"有内容而没有见到标题：{names}", severity=Severity.NOTE)
