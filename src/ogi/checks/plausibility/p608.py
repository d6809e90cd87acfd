"""P608: a refusal goes to review before it goes to court."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, NotApplicable, rule
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity

SUITS = "disputes.direct_suit.total"
REFUSED = "applications.refused"


@rule(
    "P608",
    Severity.WARNING,
    cites="review-2023/23/1/4",
    advice="核对案件：先经复议的，计入“复议后起诉”。",
)
def refusals_go_to_review_first(report: Witness) -> Iterator[Found | CannotSay | NotApplicable]:
    """只有不予公开的机关，不应有未经复议直接起诉。

    行政复议法自 2024 年起规定，申请政府信息公开、行政机关不予公开的，应当先申请复议。本年办结的
    申请全是依条例第十四条至第十六条不予公开的，直接起诉就要么计错了栏，要么涉及上年的答复。

    正例：不予公开 3 件，直接起诉 0 件，复议后起诉 1 件。
    反例：办结的 3 件都不予公开，直接起诉 1 件。
    改法：核对案件，先经复议的计入“复议后起诉”。
    """
    law = values("plausibility")["review_first"]
    if report.year is None:
        yield CannotSay("不知道是哪一年的年报")
        return
    if report.year < law["since_year"]:
        yield NotApplicable(f"{report.year}年还没有复议前置的规定")
        return
    suits = report[SUITS]
    if not suits:
        return
    closed = report["applications.closed.total"]
    refused = report.total(f"{REFUSED}.{row}.total" for row in law["refusals"])
    if closed and refused == closed:
        yield Found(
            f"未经复议直接起诉{suits}件，而本年办结的{closed}件都是依第十四条至第十六条不予公开",
            value=suits,
            expected=0,
        )
