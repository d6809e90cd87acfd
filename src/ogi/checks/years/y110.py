"""Y110: the stock of documents in force follows from last year's."""

from collections.abc import Iterator

from ogi.checks.rule import Found, Said, Scope, rule
from ogi.checks.witness import Witness
from ogi.checks.years.pair import rows_in_both, unlike
from ogi.findings import Severity

COLUMNS = ("issued", "repealed", "in_force")


@rule(
    "Y110",
    Severity.WARNING,
    cites="form-2021",
    advice="逐件核对现行有效的文件；有效期届满、机构划转等造成的差额，在第六部分说明。",
    scope=Scope.YEAR_PAIR,
)
def stock_follows_from_last_year(report: Witness, previous: Witness) -> Iterator[Said]:
    """现行有效件数应与上年现行有效、本年制发、本年废止相衔接。

    上年现行有效加本年制发、减本年废止，通常就是本年现行有效。格式没有写明这一关系，文件有效期届满、
    重新认定、机构划转都会造成差额，所以只作提示。没有这三栏的格式不比较。

    正例：上年现行有效 665 件，本年制发 88 件、废止 55 件，现行有效 698 件。
    反例：上年现行有效 698 件，本年制发 77 件、废止 132 件，现行有效 470 件，少 173 件。
    改法：逐件核对现行有效的文件；确有差额的，在第六部分说明原因。
    """
    if apart := unlike(report, previous):
        yield apart
        return
    rows, why = rows_in_both(report, previous, COLUMNS, "现行有效件数")
    if why:
        yield why
    for row in rows:
        with report.part():
            before = previous[f"proactive.{row.key}.in_force"]
            issued = report[f"proactive.{row.key}.issued"]
            repealed = report[f"proactive.{row.key}.repealed"]
            stock, expected = report[f"proactive.{row.key}.in_force"], before + issued - repealed
            if stock != expected:
                more = f"多{stock - expected}" if stock > expected else f"少{expected - stock}"
                yield Found(
                    f"{row.label}：上年现行有效{before}＋本年制发{issued}－本年废止{repealed}"
                    f"＝{expected}，本年现行有效印{stock}，{more}",
                    value=stock,
                    expected=expected,
                )
