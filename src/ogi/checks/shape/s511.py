"""S511: the title names the year reported on."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.lines import running_text
from ogi.checks.shape.words import bare, quoted
from ogi.checks.shape.years import year_in
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "S511",
    Severity.WARNING,
    cites="form:附件",
    advice="标题写报告所统计的年度，不写公布的年份。",
)
def title_names_the_year(report: Witness) -> Iterator[Found | CannotSay]:
    """标题应写明报告的年度，且与统计年度一致。

    年度是统计的年度，不是公布的年份：2024 年 1 月公布的，是 2023 年的年报。

    正例：标题写 2023 年，统计期限是 2023 年 1 月 1 日至 12 月 31 日。
    反例：标题没有年份；或标题写 2022 年，正文统计的是 2023 年。
    改法：在标题里写上统计的年度。
    """
    title = report.weigh(report.title)
    if not title:
        yield CannotSay("没有见到报告的标题")
        return
    title = re.sub(r"\s", "", title)
    year = year_in(bare(title))
    if year is None:
        yield Found(f"标题{quoted(title, 40)}没有写年份", places=(report.title_place,))
    elif report.year is not None and year != report.year:
        yield Found(
            f"标题写{year}年，报告统计的是{report.year}年",
            value=year,
            expected=report.year,
            places=(report.title_place,),
        )
    elif (other := title_is_alone(report)) is not None:
        yield Found(
            f"标题写{year}年，统计期限写的是{other}年，文中没有再提到{year}年",
            value=year,
            expected=other,
            places=(report.title_place,),
        )


def title_is_alone(report: Witness) -> int | None:
    """Return the year of the period, where no other words bear out that of the title."""
    title = year_in(bare(report.title or ""))
    text = re.sub(r"\s", "", report.once(running_text))
    if title is None or f"{title}年" in text:
        return None
    periods = {int(match[1]) for match in re.finditer(values("periods")["period"], text)}
    if len(periods) != 1 or title in periods:
        return None
    return periods.pop()
