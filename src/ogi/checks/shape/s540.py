"""S540: section six speaks of processing fees."""

import re
from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, NotApplicable, rule
from ogi.checks.shape.asked import not_asked
from ogi.checks.shape.words import bare, quoted, simple
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.findings import Severity

SHORT = 10


@rule(
    "S540",
    Severity.WARNING,
    cites=("form-2021:附件", "fee-2020"),
    advice="在第六部分写明发出收费通知的件数、总金额和实际收取的总金额；没有的写明都是0。",
)
def section_six_speaks_of_fees(report: Witness) -> Iterator[Found | CannotSay | NotApplicable]:
    """第六部分应报告收取信息处理费的情况。

    格式在第六部分注明“收取信息处理费情况在此处报告”。没有收取，也要写明没有收取，不能只写“无”。
    2021 年起的年报适用。

    正例：“本年度发出收费通知0件，总金额0元，实际收取0元。”
    反例：“无。”
    改法：写明发出收费通知的件数、总金额和实际收取的总金额。
    """
    if why := not_asked(report, "other", "processing_fees"):
        yield why
        return
    if not report.weigh("other" in report.sections):
        yield CannotSay("没有见到第六部分")
        return
    fee = values("fee")
    if re.search(fee["spoken_of"], re.sub(fee["other_charges"], "", simple(report.text("other")))):
        return
    first = next(report.paragraphs("other"), None)
    if first is None:
        yield Found("第六部分没有内容，没有报告收取信息处理费的情况", places=())
    elif len(bare(first.text)) <= SHORT:
        message = f"第六部分只写了{quoted(first.text)}，没有报告收取信息处理费的情况"
        yield Found(message, places=(first.place,))
    else:
        yield Found("第六部分没有提到信息处理费", places=(first.place,))
