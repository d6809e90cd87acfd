"""Y101: what was carried out of last year is carried into this one."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, Scope, rule
from ogi.checks.witness import Witness
from ogi.checks.years.pair import columns, unlike
from ogi.findings import Severity

OPENING = "applications.carried_in"
CLOSING = "applications.carried_out"


@rule(
    "Y101",
    Severity.ERROR,
    cites="form",
    advice="核对上年年报的“结转下年度继续办理”；上年公布后更正过的，在第六部分说明。",
    scope=Scope.YEAR_PAIR,
)
def opening_equals_last_closing(report: Witness, previous: Witness) -> Iterator[Found | CannotSay]:
    """上年结转应等于上年年报的结转下年度继续办理。

    上年没有办完的申请，一件不少地转到本年。每一列（自然人、各类法人或其他组织、总计）都要相等，
    两年所用的格式版本不同也一样。

    正例：上年年报自然人列结转下年度 1 件，本年报自然人列上年结转 1 件。
    反例：上年年报自然人列结转下年度 1 件，本年报自然人列上年结转 0 件。
    改法：核对两年的年报，改正本年的上年结转；上年数字后来更正过的，在第六部分说明。
    """
    if why := unlike(report, previous):
        yield why
        return
    pairs = columns(report, previous, "applications")
    if not pairs:
        yield CannotSay("两份年报没有都印出“收到和处理政府信息公开申请情况”一表")
    for column, label in pairs:
        with report.part():
            closing = previous[f"{CLOSING}.{column}"]
            opening = report[f"{OPENING}.{column}"]
            if opening != closing:
                more = f"多{opening - closing}" if opening > closing else f"少{closing - opening}"
                yield Found(
                    f"{label}列：上年年报结转下年度{closing}件，本年报上年结转{opening}件，{more}",
                    value=opening,
                    expected=closing,
                )
