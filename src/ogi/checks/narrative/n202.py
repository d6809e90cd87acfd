"""N202: the applications answered, in the text and in the table."""

from collections.abc import Iterator

from ogi.checks.narrative.holding import held
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N202", Severity.ERROR, cites=("form", "ogi-2019/50"))
def closed_agrees(report: Witness) -> Iterator[Found]:
    """文中的答复、办结数，应与表中的办理结果总计一致。

    文中“答复”“办结”“办理”的申请数，与“（七）总计”对照。数字等于本年新收，或者等于
    新收与上年结转之和的，只作备注，提醒写明口径。

    正例：文中“办结 34 件，结转下年度 2 件”，表中（七）总计 34。
    反例：文中“答复申请 34 件”，表中（七）总计 43。
    改法：对照登记台账，改正正文或表格中填错的一处。
    """
    yield from held(report, "N202")
