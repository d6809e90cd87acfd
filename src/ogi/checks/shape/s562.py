"""S562: the statistical period is the year reported on."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.lines import lines
from ogi.checks.shape.s511 import title_is_alone
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.findings import Severity
from ogi.form import Paragraph


@rule(
    "S562",
    Severity.WARNING,
    cites=("form-2021:“一、报告内容”", "ogi-2019/49"),
    advice="统计期限改为报告年度的1月1日至12月31日。",
)
def period_is_the_year_reported_on(report: Witness) -> Iterator[Found | CannotSay]:
    """统计期限应是报告年度的全年。

    各项数据核定到报告年度的 12 月 31 日。文中写的统计期限与标题的年度不同，或者跨了年，
    多半是沿用上年的文字。

    正例：2023 年年报写“2023年1月1日至2023年12月31日”。
    反例：2023 年年报写“2022年1月1日至2022年12月31日”。
    改法：改成报告年度。
    """
    if report.year is None:
        yield CannotSay("不知道是哪一年的年报")
        return
    if title_is_alone(report) is not None:
        return  # the title is wrong, not the period
    words = values("periods")
    period, context = expression(words["period"]), expression(words["of_the_report"])
    for line in lines(report.as_read):
        for match in period.finditer(line.text) if "31" in line.text else ():
            if not context.search(
                line.text[max(0, match.start() - words["reach"]) : match.start()]
            ):
                continue
            report.weigh(match)
            first, last = int(match[1]), int(match[2] or match[1])
            if (first, last) != (report.year, report.year):
                until = f"至{last}年" if last != first else ""
                yield Found(
                    f"统计期限写的是{first}年{until}，报告的年度是{report.year}年",
                    value=first,
                    expected=report.year,
                    places=(line.place,),
                )
        yield from _part_of_the_year(report, report.year, line)


def _part_of_the_year(report: Witness, year: int, line: Paragraph) -> Iterator[Found]:
    """Yield a period that is named as such and leaves out months of the year."""
    words = values("periods")
    match = expression(words["stated"]).search(line.text)
    if match is None:
        return
    report.weigh(match)
    first, month, day, last, end_month, end_day = (int(one or match[1]) for one in match.groups())
    days = ((month, day), (end_month, end_day))
    if first != year or last != year or days == ((1, 1), (12, 31)):
        return  # what is said of other years is said above
    whole = "".join(one.text for one in lines(report.as_read))
    if not expression(words["part"]).search(whole):
        yield Found(
            f"统计期限写的是{month}月{day}日至{end_month}月{end_day}日，应是{year}年全年",
            places=(line.place,),
        )
