"""Y131: a count that jumps by orders of magnitude."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, Scope, rule
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.checks.years.pair import unlike
from ogi.findings import Severity


@rule(
    "Y131",
    Severity.NOTE,
    cites="form",
    advice="核对两年的统计口径；口径有变的，在第六部分说明。",
    scope=Scope.YEAR_PAIR,
)
def counts_keep_their_scale(report: Witness, previous: Witness) -> Iterator[Found | CannotSay]:
    """处理决定等件数与上年相差上百倍的，应当有说明。

    件数一年间涨落上百倍，多半是统计口径变了、多填了位数，或两年报告的范围不同。

    正例：上年行政许可 2293 件，本年 10690 件。
    反例：上年行政许可 12 件，本年 22930 件。
    改法：核对口径；确有变化的，在第六部分说明。
    """
    if why := unlike(report, previous):
        yield why
        return
    scale = values("years")["scale"]
    form = report.edition("proactive")
    if form is None or report.editions["proactive"] != previous.editions.get("proactive"):
        yield CannotSay("两份年报的主动公开表版本不同，件数不可比")
        return
    for row in form.tables["proactive"].rows:
        for column in row.columns:
            if column.kind != "count":
                continue
            address = f"proactive.{row.key}.{column.key}"
            with report.part():
                before, now = previous[address], report[address]
                low, high = sorted((before, now))
                if high >= scale["count_floor"] and 0 < low <= high / scale["count_factor"]:
                    yield Found(
                        f"{row.label}的{column.label}：上年{before}，本年{now}，"
                        f"相差{high // low}倍以上",
                        value=now,
                        expected=before,
                    )
