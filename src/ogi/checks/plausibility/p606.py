"""P606: applications closed for want of payment had a notice of the fee."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, NotApplicable, Said, rule
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity

ROW = "applications.otherwise.fee_unpaid.total"


@rule(
    "P606",
    Severity.WARNING,
    cites=("form-2021", "fee-2020"),
    advice="在第六部分写明发出收费通知的件数、总金额和实际收取的总金额。",
)
def unpaid_fees_had_a_notice(report: Witness) -> Iterator[Said]:
    """有逾期未缴费的申请，第六部分应写明发出过收费通知。

    “申请人逾期未按收费通知要求缴纳费用”不为 0，就一定发出过收费通知。第六部分说没有发出通知，
    两处不能都对；只说没有收取费用的，可能只是没有收到钱，作备注。通知可能在上年发出，所以不作错误。

    正例：逾期未缴费 2 件，第六部分写“发出收费通知2件，总金额620元，实际收取0元”。
    反例：逾期未缴费 2 件，第六部分写“未发出收费通知”。
    改法：在第六部分写明收费通知的件数和金额。
    """
    form = report.edition("applications")
    if form is not None and not form.has(ROW):
        yield NotApplicable(f"{form.name}的表没有逾期未缴费一行")
        return
    count = report[ROW]
    if not count:
        yield NotApplicable("没有逾期未缴费的申请")
        return
    if "other" not in report.sections:
        yield CannotSay("没有见到第六部分")
        return
    fee, text = values("fee"), report.text("other")
    row = f"“逾期未按收费通知要求缴纳费用”{count}件"
    if re.search(fee["no_notices"], text):
        yield Found(f"{row}，第六部分却说没有发出收费通知", value=count)
    elif told := re.search(fee["notice_count"], text):
        if int(told[1] or told[2]) < count:
            yield Found(
                f"{row}，第六部分只说发出收费通知{told[1] or told[2]}件",
                value=count,
                expected=int(told[1] or told[2]),
            )
    elif re.search(fee["notices"], text):
        return
    elif re.search(fee["nothing_collected"], text):
        yield Found(
            f"{row}，第六部分只说没有收取费用，没有说发出过几件收费通知",
            value=count,
            severity=Severity.NOTE,
        )
    elif "收费通知" not in text and not re.search(r"处理费", text):
        yield Found(f"{row}，第六部分没有报告收费通知的情况", value=count)
