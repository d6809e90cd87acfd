"""Y141: tables that are those of last year."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, Scope, rule
from ogi.checks.values import values
from ogi.checks.witness import PREVIOUS, Witness
from ogi.checks.years.pair import unlike
from ogi.findings import Severity


@rule(
    "Y141",
    Severity.NOTE,
    cites="form",
    advice="核对数字是否确是本年的统计结果。",
    scope=Scope.YEAR_PAIR,
)
def tables_are_not_those_of_last_year(
    report: Witness, previous: Witness
) -> Iterator[Found | CannotSay]:
    """表中的数字不应与上年完全相同。

    一张表里好几个数都与上年一样，多半是上年的表没有改。两年都是 0 的格不算在内。

    正例：两年的申请表只有“（一）予以公开”一行相同。
    反例：两年的申请表 161 格全部相同，其中 12 格不是 0。
    改法：按本年的台账重新统计。
    """
    if why := unlike(report, previous):
        yield why
        return
    least = values("years")["similarity"]["equal_cells"]
    for key, year in report.editions.items():
        form = report.edition(key)
        if form is None or previous.editions.get(key) != year:
            continue
        table = form.tables[key]
        now = {each: report.as_read.value(each) for each in table.addresses}
        before = {each: previous.as_read.value(each) for each in table.addresses}
        report.weigh(
            any(before[each] is not None for each, value in now.items() if value is not None)
        )
        stated = [each for each, value in now.items() if value]
        if now == before and len(stated) >= least:
            yield Found(
                f"“{table.title}”表的数字与上年年报完全相同，其中{len(stated)}格不是0",
                cells=(*stated, *(PREVIOUS + each for each in stated)),
            )
