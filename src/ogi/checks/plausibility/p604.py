"""P604: a cell keeps to the unit of its column."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ogi.checks.plausibility.columns import cells_of_kind
from ogi.checks.rule import Found, rule
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity

YUAN = 10_000


@rule(
    "P604",
    Severity.WARNING,
    cites="form-2021",
    advice="换算成万元再填，格里只填数字。",
)
def a_cell_keeps_to_its_unit(report: Witness) -> Iterator[Found]:
    """行政事业性收费以万元计，不填元。

    这一格的单位是万元。格里另写“元”的，或数额大到上百亿元的，多半把元填成了万元，大了一万倍。
    数额大的确有可能是对的，只作备注。

    正例：印 25.1。
    反例：印“251000元”。
    改法：换算成万元，填 25.1。
    """
    most = values("plausibility")["charges"]["amount"]
    for address, column, value in cells_of_kind(report, "amount"):
        if column.unit != "万元":
            continue
        report.weigh(value)
        cell = report.as_read.cells[address]
        if re.search(r"(?<!万)(?<!亿)元", f"{cell.text}{cell.note or ''}"):
            right = f"{(Decimal(value) / YUAN).normalize():f}"
            yield Found(
                f"“{report.label(address)}”印“{cell.text}”，这一栏以万元计，应填{right}",
                value=value,
                expected=Decimal(right),
                cells=(address,),
            )
        elif value >= most:
            yield Found(
                f"“{report.label(address)}”印{value}，合{value * YUAN:,}元，可能填的是元",
                value=value,
                cells=(address,),
                severity=Severity.NOTE,
            )
