"""P605: documents issued this year are in force, or repealed."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, NotApplicable, Said, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule(
    "P605",
    Severity.WARNING,
    cites="form-2021",
    advice="核对现行有效件数：它包括本年制发、到年底仍有效的文件。",
)
def documents_issued_are_in_force_or_repealed(
    report: Witness,
) -> Iterator[Said]:
    """现行有效件数不应少于本年制发减本年废止。

    本年制发的文件，到年底不是现行有效，就是已经废止；上年留下来的文件只会使现行有效更多。
    有效期不满一年的文件可能例外，所以只作提示。没有这三栏的表不判断。

    正例：制发 3 件、废止 0 件、现行有效 8 件。
    反例：制发 3 件、废止 0 件、现行有效 0 件。
    改法：核对现行有效件数。
    """
    form = report.edition("proactive")
    if form is None:
        yield CannotSay("没有见到“主动公开政府信息情况”表")
        return
    rows = form.tables["proactive"].rows_with("issued", "repealed", "in_force")
    if not rows:
        yield NotApplicable(f"{form.name}的表没有制发、废止、现行有效三栏")
    for row in rows:
        with report.part():
            issued = report[f"proactive.{row.key}.issued"]
            repealed = report[f"proactive.{row.key}.repealed"]
            stock = report[f"proactive.{row.key}.in_force"]
            if stock < issued - repealed:
                yield Found(
                    f"{row.label}：本年制发{issued}－本年废止{repealed}＝{issued - repealed}，"
                    f"现行有效只有{stock}",
                    value=stock,
                    expected=issued - repealed,
                )
