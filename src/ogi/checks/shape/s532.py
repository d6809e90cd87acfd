"""S532: no row and no cell of a table is lost."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.cells import cells_by_table, rows_and_counts
from ogi.checks.shape.words import listed
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import State


@rule(
    "S532",
    Severity.WARNING,
    cites="form:附件",
    advice="对照原件：表确实缺行的补齐；公布时转换格式丢失的，重新公布。",
)
def no_row_is_lost(report: Witness) -> Iterator[Found | CannotSay]:
    """表应当完整，不缺行、不缺格。

    表跨页、转换格式或粘贴到网页时容易丢行。丢了的行不是 0，与它有关的勾稽关系无从判断。

    正例：申请表印有 25 行、每行 7 格。
    反例：申请表从“（三）不予公开”开始，前面的行丢了。
    改法：补齐丢失的行，重新公布。
    """
    if not report.weigh(report.editions):
        yield CannotSay("没有见到表")
    for table, lost in cells_by_table(report, State.ABSENT):
        rows = listed(rows_and_counts(table, lost), 4)
        yield Found(
            f"“{table.title}”表有{len(lost)}格没有见到：{rows}",
            value=len(table.addresses) - len(lost),
            expected=len(table.addresses),
            cells=tuple(lost),
        )
