"""Y130: an amount that jumps as if its unit had changed."""

from collections.abc import Iterator
from decimal import Decimal

from ogi.checks.rule import Found, Said, Scope, rule
from ogi.checks.values import values
from ogi.checks.witness import Witness
from ogi.checks.years.pair import has_in_both, unlike, without
from ogi.findings import Severity

AMOUNT = "proactive.charges.amount"


@rule(
    "Y130",
    Severity.WARNING,
    cites="form-2021",
    advice="核对行政事业性收费的单位：这一栏以万元计。",
    scope=Scope.YEAR_PAIR,
)
def amounts_keep_their_unit(report: Witness, previous: Witness) -> Iterator[Said]:
    """行政事业性收费不应比上年相差上千倍。

    这一栏以万元计。两年相差上千倍，多半有一年填成了元。收费项目确有大变动的，在第六部分说明即可。

    正例：上年 412.6 万元，本年 388 万元。
    反例：上年 412.6 万元，本年 3880000（实为元）。
    改法：换算成万元再填。
    """
    if why := unlike(report, previous):
        yield why
        return
    if not has_in_both(report, previous, AMOUNT):
        yield without(report, "收费金额", AMOUNT)
        return
    before, now = previous[AMOUNT], report[AMOUNT]
    if min(before, now) <= 0:
        return
    factor = Decimal(max(before, now)) / Decimal(min(before, now))
    if factor >= values("years")["scale"]["amount_factor"]:
        yield Found(
            f"行政事业性收费：上年{before}万元，本年{now}万元，相差约{factor:.0f}倍，"
            "多半有一年填的是元",
            value=now,
            expected=before,
        )
