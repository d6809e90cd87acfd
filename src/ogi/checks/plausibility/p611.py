"""P611: items and documents do not run out of nothing."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "P611",
    Severity.WARNING,
    cites="form-2019",
    advice="核对这一行的各栏；“本年增/减”填变动的项数，减少填负数。",
)
def stocks_cover_their_changes(report: Witness) -> Iterator[Found | CannotSay]:
    """总数不应少于本年新增，减少不应多于原有。

    对外公开总数量包括本年新公开的；项目减少的数量不会超过上一年的项目数量。

    正例：新公开 60 件，对外公开总数量 368 件；上一年项目 120 项，本年增/减 -5。
    反例：新公开 60 件，对外公开总数量 12 件；上一年项目 3 项，本年增/减 -5。
    改法：核对这一行的各栏。
    """
    form = report.edition("proactive")
    if form is None:
        yield CannotSay("没有见到“主动公开政府信息情况”表")
        return
    for row in form.tables["proactive"].rows:
        keys = {column.key for column in row.columns}
        address = f"proactive.{row.key}"
        with report.part():
            if "published_total" in keys:
                new, total = (
                    report[f"{address}.newly_published"],
                    report[f"{address}.published_total"],
                )
                if total < new:
                    yield Found(
                        f"{row.label}：本年新公开{new}，对外公开总数量只有{total}",
                        value=total,
                        expected=new,
                    )
            elif "items_change" in keys:
                items, change = (
                    report[f"{address}.items_last_year"],
                    report[f"{address}.items_change"],
                )
                if items + change < 0:
                    yield Found(
                        f"{row.label}：上一年项目{items}项，本年减少{-change}项，不够减",
                        value=change,
                        expected=-items,
                    )
