"""P607: a result outside the named ones is explained."""

from collections.abc import Iterator

from ogi.checks.rule import Found, NotApplicable, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import newest, row_in, why_no_row

ROW = "otherwise.other"  # as the newest form calls it


@rule(
    "P607",
    Severity.NOTE,
    cites="form",
    advice="在第六部分说明是哪些情形，例如申请人撤回申请。",
)
def other_results_are_explained(report: Witness) -> Iterator[Found | NotApplicable]:
    """“其他处理”有数字的，应说明是什么情形。

    申请都应按法定的方式办结，“其他”只用于极少数情形，如申请人主动撤回。2019 年的格式通知
    要求主管部门对此类较多的机关了解情况。

    正例：“3.其他”0 件；或 1 件，第六部分说明是申请人撤回。
    反例：“3.其他”12 件，没有说明。
    改法：在第六部分说明情形。
    """
    form = report.edition("applications") or newest()
    row = row_in("applications", ROW, form)
    if row is None:
        yield NotApplicable(why_no_row("applications", ROW, form))
        return
    address = f"applications.{row}.total"
    count = report[address]
    text = "\n".join(section.text for section in report.sections.values())
    if count and not any(word in text for word in ("撤回", "撤销", "其他处理", "其他情形")):
        yield Found(f"“{report.label(address)}”印{count}件，文中没有说明是什么情形", value=count)
