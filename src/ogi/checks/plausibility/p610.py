"""P610: disputes come from applications."""

from collections.abc import Iterator

from ogi.checks.rule import Found, NotApplicable, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity

GROUPS = ("review", "direct_suit", "suit_after_review")


@rule(
    "P610",
    Severity.NOTE,
    cites=("form-2021", "joint-defendant-2016"),
    advice="核对案件是否因本机关的政府信息公开行为引起；作为复议机关办理的、与信息公开无关的，不计入。",
)
def disputes_come_from_applications(report: Witness) -> Iterator[Found | NotApplicable]:
    """没有申请而有复议、诉讼的，应核对。

    这张表只计因本机关的政府信息公开行为引起的复议和诉讼。本年没有一件申请，却有复议或诉讼，
    可能是上年的答复引起的，也可能把其他案件，或作为复议机关办理的案件计了进来。

    正例：新收 5 件，行政复议 1 件。
    反例：新收 0 件、上年结转 0 件，行政复议 3 件。
    改法：核对案件，不属于本表的不计。
    """
    disputes = report.total(f"disputes.{group}.total" for group in GROUPS)
    if not disputes:
        yield NotApplicable("没有复议和诉讼")
        return
    intake = report["applications.received.total"] + report["applications.carried_in.total"]
    if not intake:
        yield Found(f"本年没有新收和上年结转的申请，复议、诉讼却有{disputes}件", value=disputes)
