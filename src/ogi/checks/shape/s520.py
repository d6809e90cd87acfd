"""S520: every table is that of the edition in force."""

from collections.abc import Iterator

from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import differences, edition, edition_for


@rule(
    "S520",
    Severity.WARNING,
    cites="form:附件",
    advice="换用当年适用的格式重填这张表。",
)
def tables_are_of_the_edition_in_force(report: Witness) -> Iterator[Found | CannotSay]:
    """各表应使用当年适用的格式。

    格式改过版：栏目和行有增有减，有的一行分成了几行。每一版从哪一年的年报用起，格式通知都有规定。
    沿用旧表，或新旧表混用，数字就无法汇总。

    正例：三张表都是当年适用的一版。
    反例：申请表仍是前一版，“（六）其他处理”只有一行。
    改法：换用当年适用的表重填。
    """
    if report.year is None:
        yield CannotSay("不知道是哪一年的年报，说不出应当用哪一版格式")
        return
    right = edition_for(report.year)
    if right is None:
        yield CannotSay(f"{report.year}年的年报没有统一的格式")
        return
    for key, year in report.weigh(report.editions).items():
        printed = edition(year).tables[key]
        if printed.addresses == right.tables[key].addresses:
            continue
        how = differences(key, edition(year), right)
        yield Found(
            f"“{printed.title}”用的是{year}年版的表，{report.year}年的年报应当用{right.year}年版"
            + (f"：{how}" if how else ""),
            value=year,
            expected=right.year,
            places=tuple(
                cell.place
                for address in printed.addresses[:1]
                if (cell := report.as_read.cells.get(address))
            ),
        )
