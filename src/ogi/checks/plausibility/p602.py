"""P602: a count is not negative."""

from collections.abc import Iterator

from ogi.checks.plausibility.columns import cells_of_kind
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "P602",
    Severity.ERROR,
    cites="form",
    advice="核对这一格，改正符号。",
)
def a_count_is_not_negative(report: Witness) -> Iterator[Found]:
    """件数不能是负数。

    2019 年版的“本年增/减”可以是负数，其余件数都不能小于 0。收费、采购金额印了负数的，只作提示：
    可能是退费。

    正例：行政处罚 0 件；本年增/减 -5 项。
    反例：行政处罚 -8 件。
    改法：核对这一格，改正符号。
    """
    for address, column, value in cells_of_kind(report, "count", "amount"):
        if report.weigh(value) < 0:
            yield Found(
                f"“{report.label(address)}”印{value}，不能小于0",
                value=value,
                cells=(address,),
                severity=Severity.WARNING if column.kind == "amount" else None,
            )
