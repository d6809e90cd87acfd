"""C101: a consolidated report is the sum of the reports below it."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from ogi.checks.judge import judge
from ogi.checks.rule import CannotSay, Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity, Verdict
from ogi.form import AnnualReport, edition
from ogi.form.wording import cell_label, figure
from ogi.rollup.comparison import Number
from ogi.rollup.consolidation import Consolidation, known_part
from ogi.rollup.totals import Total

_NAMED = 3


def compare_with(given: AnnualReport, consolidation: Consolidation) -> Verdict:
    """Return what rule C101 says of a consolidated report, given the reports below it."""
    bound = partial(consolidated_is_the_sum.test, consolidation=consolidation)
    return judge(replace(consolidated_is_the_sum, test=bound), Witness(given))


@rule(
    "C101",
    Severity.ERROR,
    cites="form",
    advice="逐级核对这一格：有没有漏计、重复计入，下级报送后是否更正过；改正后一并更新已公布的报告。",
)
def consolidated_is_the_sum(
    report: Witness, consolidation: Consolidation
) -> Iterator[Found | CannotSay]:
    """汇总报告的每一格应等于所属各机关同一格之和。

    各级政府的报告逐级汇总：所属部门、下级政府和本政府机关的报告，同一格相加。有机关没有报告、有一格
    没有数的，已有之和是下限：汇总的数比它还小，一定有误；不小于它的，不能断定。两版格式计法不同的格
    不相加。

    正例：两份报告的本年新收各 17 件、25 件，汇总报告印 42 件。
    反例：两份报告的本年新收各 17 件、25 件，汇总报告印 25 件，少 17 件。
    改法：找出漏计或重复计入的机关，改正汇总数。
    """
    if consolidation.year != report.year and report.year is not None:
        yield CannotSay(f"汇总报告是{report.year}年度的，相加的是{consolidation.year}年度的")
        return
    open_cells = []
    for address, total in consolidation.totals.items():
        table = address.partition(".")[0]
        if report.editions.get(table) != consolidation.editions[table]:
            continue
        with report.part():
            stated = report[address]
            if _cannot_say(stated, total, consolidation):
                open_cells.append(address)
            elif stated != total.value:
                yield _differs(address, stated, total, consolidation)
    if open_cells:
        cells = "、".join(f"“{cell_label(one)}”" for one in open_cells[:_NAMED])
        cells += f"等{len(open_cells)}格" if len(open_cells) > _NAMED else ""
        yield CannotSay(f"{cells}不小于已有之和，而有机关没有报告或没有数，不能断定")
    for table, year in consolidation.editions.items():
        if report.editions.get(table) != year:
            title = edition(year).tables[table].title
            yield CannotSay(f"汇总报告没有{year}年版的“{title}”表，这张表没有比较")


RULES = (consolidated_is_the_sum,)


def _cannot_say(stated: Number, total: Total, consolidation: Consolidation) -> bool:
    """Say whether more reports could make the sum what is stated: it is a lower bound then."""
    if total.value is None:
        return True
    is_whole = total.is_complete and not consolidation.lacks_organs
    return not is_whole and stated > total.value


def _differs(address: str, stated: Number, total: Total, consolidation: Consolidation) -> Found:
    is_whole = total.is_complete and not consolidation.lacks_organs
    more = stated - (total.value or 0)
    size = more if more > 0 else -more
    message = (
        f"{cell_label(address)}：汇总报告印{figure(stated)}，所属{total.counted}份报告之和"
        f"{'' if is_whole else known_part(address)}{figure(total.value)}，"
        f"{'多' if more > 0 else '少'}{figure(size)}{_suspects(address, more, consolidation)}"
    )
    doubted = f"（{consolidation.names(total.doubted)}的这一格读取存疑，先核对原件）"
    return Found(
        message + (doubted if total.doubted else ""),
        value=stated,
        expected=total.value,
        severity=Severity.NOTE if total.doubted else None,
    )


def _suspects(address: str, more: Number, consolidation: Consolidation) -> str:
    """Name the organs whose figure is just the difference: left out, or counted twice."""
    same = [share.part.organ for share in consolidation.parts(address) if share.value == abs(more)]
    if not same:
        return ""
    named = "、".join(same[:_NAMED]) + (f"等{len(same)}个机关" if len(same) > _NAMED else "")
    return f"，与{named}的数相同，可能{'重复计入' if more > 0 else '漏计'}"
