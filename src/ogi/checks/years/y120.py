"""Y120: disputes that were pending last year come up again."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, Scope, rule
from ogi.checks.witness import Witness
from ogi.checks.years.pair import unlike
from ogi.findings import Severity

GROUPS = {
    "review": "行政复议",
    "direct_suit": "未经复议直接起诉",
    "suit_after_review": "复议后起诉",
}


@rule(
    "Y120",
    Severity.NOTE,
    cites="form",
    advice="查清上年尚未审结的案件是否已经审结，按结果计入本年，或仍计入尚未审结。",
    scope=Scope.YEAR_PAIR,
)
def pending_disputes_come_up_again(
    report: Witness, previous: Witness
) -> Iterator[Found | CannotSay]:
    """上年尚未审结的复议、诉讼应在本年有下文。

    表中没有“上年结转”一栏，上年尚未审结的案件，本年要么按结果计入，要么仍是尚未审结。本年这一组的
    总计比上年尚未审结还少，就至少有一件没有下文。撤回申请等情形各地计法不一，所以只作备注。

    正例：上年行政复议尚未审结 1 件，本年行政复议总计 3 件。
    反例：上年行政复议尚未审结 2 件，本年行政复议总计 0 件。
    改法：查清这些案件的结果，计入本年对应的一栏。
    """
    if why := unlike(report, previous):
        yield why
        return
    for row, label in GROUPS.items():
        with report.part():
            pending = previous[f"disputes.{row}.pending"]
            total = report[f"disputes.{row}.total"]
            if total < pending:
                yield Found(
                    f"{label}：上年尚未审结{pending}件，本年总计{total}件，"
                    f"至少有{pending - total}件没有下文",
                    value=total,
                    expected=pending,
                )
