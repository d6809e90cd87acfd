"""N201: the applications received, in the text and in the table."""

from collections.abc import Iterator

from ogi.checks.narrative.holding import held
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N201", Severity.ERROR, cites=("form", "ogi-2019/50"))
def received_agrees(report: Witness) -> Iterator[Found]:
    """文中的收到申请数，应与表中的本年新收一致。

    文中“收到”“受理”“新收”“接到”的申请数，与“一、本年新收政府信息公开申请数量”的总计
    对照。有的机关把上年结转也算在“收到”里，或者用的是办理总数：数字对得上这些口径的，
    只作备注，提醒写明口径。文中说的是别的年份、别的机关、约数或一部分的，不对照。

    正例：文中“全年收到政府信息公开申请 36 件”，表中本年新收总计 36。
    反例：文中“全年收到政府信息公开申请 36 件”，表中本年新收总计 63。
    改法：对照登记台账，改正正文或表格中填错的一处。
    """
    yield from held(report, "N201")
