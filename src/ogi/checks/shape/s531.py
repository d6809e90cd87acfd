"""S531: what stands in a cell is a number."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.cells import cells_by_table
from ogi.checks.shape.words import listed, quoted
from ogi.checks.witness import Witness
from ogi.findings import Severity

MOST = 6


@rule(
    "S531",
    Severity.WARNING,
    cites="form:附件",
    advice="没有发生的填0；确需说明的，写在第六部分。",
)
def what_stands_in_a_cell_is_a_number(report: Witness) -> Iterator[Found | CannotSay]:
    """表中的格应填数字，不填“/”“-”“无”。

    “/”“-”“无”“不涉及”可能是 0，也可能是没有统计，不能汇总，也不能当作 0。

    正例：没有规章，填 0。
    反例：没有规章，填“/”。
    改法：没有发生的填 0。
    """
    if not report.weigh(report.editions):
        yield CannotSay("没有见到表")
    cells = report.as_read.cells
    for table, marked in cells_by_table(report, None):
        shown = [f"“{report.label(each)}”印{quoted(cells[each].text)}" for each in marked]
        yield Found(
            f"“{table.title}”表有{len(marked)}格印的不是数字：{listed(shown, MOST)}",
            value=len(marked),
            expected=0,
            cells=tuple(marked),
        )
