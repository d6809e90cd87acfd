"""S533: every row could be read."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.shape.cells import cells_by_table
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import State

_LONGEST = 30


@rule(
    "S533",
    Severity.NOTE,
    cites=("form-2021:附件", "form-2019:附件"),
    advice="对照原件核对这一行，把各格的数填入；原件也看不清的，请制作机关重新公布。",
)
def every_row_could_be_read(report: Witness) -> Iterator[Found | CannotSay]:
    """表中印出的数应当都读得出。

    数字连成一串、少印一格、印的不是数，就说不出哪个数属于哪一格。这是读取的问题，不一定是年报的错误；
    没有读出的格不当作0，与它有关的勾稽关系无从判断，要由人对照原件。

    正例：每一行的数都逐格读出。
    反例：一行印有六个数，格式有七格，看不出缺的是哪一格。
    改法：对照原件填入；表格在公布时损坏的，重新公布。
    """
    if not report.weigh(report.editions):
        yield CannotSay("没有见到表")
    for table, unread in cells_by_table(report, State.UNREADABLE):
        for row in table.rows:
            of_row = [table.address(row, column) for column in row.columns]
            mine = [address for address in of_row if address in set(unread)]
            if not mine:
                continue
            first = report.as_read.cells[mine[0]]
            whole = len(mine) == len(of_row)
            yield Found(
                f"“{row.label}”{'一行' if whole else f'有{len(mine)}格'}没有读出，"
                f"印的是“{first.text[:_LONGEST]}”",
                value=len(of_row) - len(mine),
                expected=len(of_row),
                cells=tuple(mine),
                places=(first.place,),
            )
