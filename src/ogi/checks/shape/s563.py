"""S563: the report is published in time."""

import re
from collections.abc import Iterator
from datetime import date

from ogi.checks.rule import CannotSay, Found, NotApplicable, rule
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import Paragraph
from ogi.workdays import WorkCalendar


@rule(
    "S563",
    Severity.WARNING,
    cites=("form-2021:“二、报告方式及时间”", "ogi-2019/49"),
    advice="核对落款或公布的日期；逾期公布的，在考核和整改中说明原因。",
)
def report_is_published_in_time(report: Witness) -> Iterator[Found | CannotSay | NotApplicable]:
    """年报应在法定的日期之前公布，落款日期不能早于统计期限之末。

    部门和乡镇在次年 1 月 31 日前，县级人民政府 2 月 20 日前，地市级 3 月 10 日前，省级和垂直领导
    的部门 3 月 31 日前公布；末日是休息日的顺延。公布日期由使用者给出（--published），没有给出的，
    看落款。从名称看不出级别的，取较晚的日期。

    正例：县统计局 2023 年的年报，落款 2024 年 1 月 26 日。
    反例：县统计局 2023 年的年报，落款 2024 年 3 月 18 日；或落款 2023 年 1 月 20 日。
    改法：落款写错的改正；确实逾期的说明原因。
    """
    if report.year is None:
        yield CannotSay("不知道是哪一年的年报")
        return
    given = report.published
    signed = _signed(report)
    day, place = (given, None) if given else signed or (None, None)
    if day is None:
        yield NotApplicable("没有落款日期，也没有给出公布日期")
        return
    report.weigh(day)
    what = "公布日期" if given else "落款日期"
    places = (place.place,) if place else ()
    if day <= date(report.year, 12, 31):
        yield Found(
            f"{what}是{_said(day)}，{report.year}年还没有结束",
            value=day.isoformat(),
            places=places,
        )
        return
    last = _deadline(report.organ, report.year)
    if last is not None and day > last[0]:
        yield Found(
            f"{what}是{_said(day)}，{last[1]}应在{_said(last[0])}前公布",
            value=day.isoformat(),
            expected=last[0].isoformat(),
            places=places,
        )


def _said(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _signed(report: Witness) -> tuple[date, Paragraph] | None:
    """Return the date that stands alone in one of the last lines."""
    tail = [*report.paragraphs(), *report.stray][-3:]
    for line in reversed(tail):
        text = re.sub(r"\s", "", line.text)
        found = re.search(values("deadlines")["signed"], text)
        if found:
            try:
                return date(*(int(found[n]) for n in (1, 2, 3))), line
            except ValueError:
                return None
    return None


def _deadline(organ: str | None, year: int) -> tuple[date, str] | None:
    """Return the last day for an organ, and what kind of organ it is taken to be."""
    for level in values("deadlines")["levels"] if organ else ():
        if re.search(level["organs"], organ or ""):
            month, day = level["until"]
            last = date(year + 1, month, day)
            calendar = WorkCalendar(provisional=True)
            return calendar.first_on_or_after(last), level["says"]
    return None
