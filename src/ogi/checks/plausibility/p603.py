"""P603: a count is a whole number."""

from collections.abc import Iterator

from ogi.checks.plausibility.columns import cells_of_kind
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "P603",
    Severity.ERROR,
    cites="form",
    advice="核对这一格；金额填到了件数一格的，移到金额一格。",
)
def a_count_is_a_whole_number(report: Witness) -> Iterator[Found]:
    """件数应是整数。

    件数、项数不会有小数。出现小数，多半是把金额填到了件数一格，或小数点是误印。

    正例：行政许可 550 件；行政事业性收费 388.25 万元。
    反例：行政许可 388.25 件。
    改法：核对这一格，改正。
    """
    for address, _, value in cells_of_kind(report, "count", "change"):
        if report.weigh(value) != int(value):
            yield Found(
                f"“{report.label(address)}”印{value}，件数应是整数", value=value, cells=(address,)
            )
