"""Y111: last year's items follow from the report before."""

from collections.abc import Iterator

from ogi.checks.rule import Found, Said, Scope, rule
from ogi.checks.witness import Witness
from ogi.checks.years.pair import rows_in_both, unlike
from ogi.findings import Severity

COLUMNS = ("items_last_year", "items_change")


@rule(
    "Y111",
    Severity.WARNING,
    cites="form-2019",
    advice="核对上一年项目数量；事项目录调整造成的差额，在第六部分说明。",
    scope=Scope.YEAR_PAIR,
)
def items_follow_from_last_year(report: Witness, previous: Witness) -> Iterator[Said]:
    """上一年项目数量应与上年年报相衔接。

    有的格式报告行政许可、行政处罚等的项目数量：上年年报的上一年项目数量加本年增/减，
    就是本年报的上一年项目数量。没有这两栏的格式不比较。

    正例：上年年报印上一年项目 120 项、本年增/减 -5 项，本年报印上一年项目 115 项。
    反例：上年年报印上一年项目 120 项、本年增/减 -5 项，本年报印上一年项目 120 项。
    改法：核对事项目录，改正本年的上一年项目数量，或在第六部分说明。
    """
    if apart := unlike(report, previous):
        yield apart
        return
    rows, why = rows_in_both(report, previous, COLUMNS, "项目数量")
    if why:
        yield why
    for row in rows:
        with report.part():
            before = previous[f"proactive.{row.key}.items_last_year"]
            change = previous[f"proactive.{row.key}.items_change"]
            items = report[f"proactive.{row.key}.items_last_year"]
            if items != before + change:
                yield Found(
                    f"{row.label}：上年年报的项目数量{before}、增减{change}，"
                    f"年末应有{before + change}项，本年报的上一年项目数量印{items}",
                    value=items,
                    expected=before + change,
                )
