"""P609: what is partly granted is counted once."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "P609",
    Severity.NOTE,
    cites="form",
    advice="部分公开的申请只计入“（二）部分公开”，从其他各行减去。",
)
def partly_granted_is_counted_once(report: Witness) -> Iterator[Found | CannotSay]:
    """区分处理的申请只计入“（二）部分公开”，不再计入其他各行。

    各行之和比（七）总计多，而且正好多出部分公开的件数，多半是同一件申请既计入部分公开，
    又计入了不予公开等行。

    正例：部分公开 2 件，不予公开 1 件，（七）总计 3 件。
    反例：部分公开 2 件，不予公开 3 件（其中 2 件即部分公开的申请），（七）总计 3 件。
    改法：从其他各行减去部分公开的申请。
    """
    form = report.edition("applications")
    if form is None:
        yield CannotSay("没有见到“收到和处理政府信息公开申请情况”表")
        return
    table = form.tables["applications"]
    relation = next(each for each in table.relations if each.code == "R302")
    for equation in relation.equations:
        column = equation.left[0].rpartition(".")[2]
        if any(extra.key == column for extra in table.extra_columns):
            continue
        with report.part():
            closed, parts = report[equation.left[0]], report.total(equation.right)
            partly = report[f"applications.partly_granted.{column}"]
            if partly and parts - closed == partly:
                yield Found(
                    f"{equation.where}：各项之和{parts}比（七）总计{closed}多{partly}，"
                    f"正好是部分公开的{partly}件，可能重复计算",
                    value=parts,
                    expected=closed,
                )
