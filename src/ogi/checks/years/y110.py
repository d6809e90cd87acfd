"""Y110: the stock of documents in force follows from last year's."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, Scope, rule
from ogi.checks.witness import Witness
from ogi.checks.years.pair import unlike
from ogi.findings import Severity

ROWS = {"rules": "规章", "normative_documents": "行政规范性文件"}
EDITION = 2021


@rule(
    "Y110",
    Severity.WARNING,
    cites="form-2021",
    advice="逐件核对现行有效的文件；有效期届满、机构划转等造成的差额，在第六部分说明。",
    scope=Scope.YEAR_PAIR,
)
def stock_follows_from_last_year(report: Witness, previous: Witness) -> Iterator[Found | CannotSay]:
    """现行有效件数应与上年现行有效、本年制发、本年废止相衔接。

    上年现行有效加本年制发、减本年废止，通常就是本年现行有效。格式没有写明这一关系，文件有效期届满、
    重新认定、机构划转都会造成差额，所以只作提示。2019、2020 年的格式没有这三栏，不比较。

    正例：上年现行有效 665 件，本年制发 88 件、废止 55 件，现行有效 698 件。
    反例：上年现行有效 698 件，本年制发 77 件、废止 132 件，现行有效 470 件，少 173 件。
    改法：逐件核对现行有效的文件；确有差额的，在第六部分说明原因。
    """
    if why := unlike(report, previous):
        yield why
        return
    if report.editions.get("proactive", EDITION) != EDITION:
        return
    if {report.editions.get("proactive"), previous.editions.get("proactive")} != {EDITION}:
        yield CannotSay("两份年报的主动公开表不都是2021年版，没有可比的现行有效件数")
        return
    for row, label in ROWS.items():
        with report.part():
            before = previous[f"proactive.{row}.in_force"]
            issued = report[f"proactive.{row}.issued"]
            repealed = report[f"proactive.{row}.repealed"]
            stock, expected = report[f"proactive.{row}.in_force"], before + issued - repealed
            if stock != expected:
                more = f"多{stock - expected}" if stock > expected else f"少{expected - stock}"
                yield Found(
                    f"{label}：上年现行有效{before}＋本年制发{issued}－本年废止{repealed}"
                    f"＝{expected}，本年现行有效印{stock}，{more}",
                    value=stock,
                    expected=expected,
                )
