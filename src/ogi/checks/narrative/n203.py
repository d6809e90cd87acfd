"""N203: the applications carried in, in the text and in the table."""

from collections.abc import Iterator

from ogi.checks.narrative.holding import held
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.words import entry
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N203", Severity.ERROR, cites=("form", "ogi-2019/50"))
def carried_in_agrees(report: Witness) -> Iterator[Found]:
    """文中的上年结转数，应与表中的上年结转一致。

    写明是哪一年结转来的，应是报告年度的上一年。

    正例：文中“上年结转申请 2 件”，表中上年结转总计 2。
    反例：文中“办理上年度结转申请 3 件”，表中上年结转总计 2。
    改法：对照上年年报的“结转下年度继续办理”，改正填错的一处。
    """
    yield from held(report, "N203")
    if report.year:
        yield from _of_another_year(report, report.year)


def _of_another_year(report: Witness, year: int) -> Iterator[Found]:
    """Yield what is said to be carried over from a year that is not the last."""
    for passage in narrative(report).passages:
        for match in entry("times", "carried_from").finditer(passage.text):
            told = int(match["year"])
            if report.weigh(told) and told != year - 1 and match["year"] not in match["behind"]:
                yield Found(
                    f"文中写“{passage.sentence.quote(*match.span())}”，"
                    f"{year}年的年报结转的是{year - 1}年的申请",
                    value=told,
                    expected=year - 1,
                    cells=(),
                    places=(passage.sentence.place(match.start()),),
                    severity=Severity.WARNING,
                    advice="改正年份；确是更早的申请，在文中写明为什么还没有办结。",
                )
