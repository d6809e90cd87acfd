"""Y100: the report given for the year before."""

from collections.abc import Iterator

from ogi.checks.rule import Found, Scope, rule
from ogi.checks.witness import Witness
from ogi.checks.years.pair import consecutive, may_be_one
from ogi.findings import Severity


@rule(
    "Y100",
    Severity.NOTE,
    cites="ogi-2019/50",
    advice="换成本机关上一年度的年报再比较。",
    scope=Scope.YEAR_PAIR,
)
def previous_report_is_of_the_year_before(report: Witness, previous: Witness) -> Iterator[Found]:
    """上年年报应是同一机关上一年度的年报。

    两年的数字相互衔接，前提是拿来比较的确是同一机关、前一年度的年报。机构改革后由新机关接续的，
    名称可以不同，比较结果只作参考。

    正例：某局 2023 年年报，与该局 2022 年年报比较。
    反例：某局 2023 年年报，与该局 2021 年年报比较。
    改法：换成上一年度的年报再比较。
    """
    report.weigh(report.year is not None and previous.year is not None)
    report.weigh(bool(report.organ and previous.organ))
    if not consecutive(report, previous):
        yield Found(
            f"给出的上年年报是{previous.year}年的，本年报是{report.year}年的，两年不相接",
            value=previous.year,
            expected=report.year - 1 if report.year else None,
        )
    if not may_be_one(report, previous):
        yield Found(
            f"上年年报的机关是“{previous.organ}”，本年报的机关是“{report.organ}”，不像同一机关",
            value=previous.organ,
            expected=report.organ,
        )
