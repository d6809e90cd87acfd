"""N203: the applications carried in, in the text and in the table."""

from collections.abc import Iterator

from ogi.checks.narrative.holding import held
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N203", Severity.ERROR, cites=("form", "ogi-2019/50"))
def carried_in_agrees(report: Witness) -> Iterator[Found]:
    """文中的上年结转数，应与表中的上年结转一致。

    正例：文中“上年结转申请 2 件”，表中上年结转总计 2。
    反例：文中“办理上年度结转申请 3 件”，表中上年结转总计 2。
    改法：对照上年年报的“结转下年度继续办理”，改正填错的一处。
    """
    yield from held(report, "N203")
