"""S530: no cell is left blank."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.cells import cells_by_table, rows_and_counts
from ogi.checks.shape.words import listed
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import State


@rule(
    "S530",
    Severity.WARNING,
    cites="form:附件",
    advice="逐格核对台账：没有发生的填0，有数字的补上。",
)
def no_cell_is_left_blank(report: Witness) -> Iterator[Found | CannotSay]:
    """表中的格不应空着，没有发生的填 0。

    空格可能是 0，也可能是漏填，读者无从分辨；与它有关的勾稽关系也就无从判断。

    正例：没有法律服务机构申请，这一列各格填 0。
    反例：没有法律服务机构申请，这一列各格空着。
    改法：没有发生的填 0，漏填的补上。
    """
    if not report.weigh(report.editions):
        yield CannotSay("没有见到表")
    for table, blank in cells_by_table(report, State.BLANK):
        rows = listed(rows_and_counts(table, blank), 4)
        yield Found(
            f"“{table.title}”表有{len(blank)}格空白：{rows}",
            value=len(blank),
            expected=0,
            cells=tuple(blank),
        )
