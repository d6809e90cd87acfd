"""S523: the three tables are there."""

from collections.abc import Iterator

from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import newest


@rule(
    "S523",
    Severity.WARNING,
    cites="form:附件",
    advice="按格式补上缺少的表，没有发生的填0；以图片公布的表改为文字表格。",
)
def three_tables_are_there(report: Witness) -> Iterator[Found]:
    """年报应有格式的三张表。

    第二、三、四部分各有一张表。没有发生的事项填 0，不能因为都是 0 就省去整张表，
    也不能只放一张图片：图片里的数字无法检索和统计。

    正例：三张表齐全，没有发生的填 0。
    反例：第四部分只写“本年度没有行政复议、行政诉讼”，没有表。
    改法：补上缺少的表。
    """
    for table in report.weigh(newest().tables).values():
        if table.key not in report.editions:
            yield Found(f"没有见到“{table.title}”的表", places=())
