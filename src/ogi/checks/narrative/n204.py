"""N204: the applications carried out, and sentences that say that all are closed."""

from collections.abc import Iterator

from ogi.checks.narrative.holding import BASES, held
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import amount
from ogi.checks.narrative.remaining import Left, left_over
from ogi.checks.narrative.scopes import ANOTHER
from ogi.checks.narrative.statements import Statement
from ogi.checks.narrative.words import entry
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity

_DONE = ("已", "完", "年内", "当年", "办结", "审结")
_HEADS = frozenset(("received", "applied", "handled", "carried_in"))


@rule("N204", Severity.ERROR, cites=("form", "ogi-2019/33"))
def carried_out_agrees(report: Witness) -> Iterator[Found]:
    """文中的结转下年数应与表中一致；说全部办结的，不应有结转下年的申请。

    文中“结转下年”“正在办理”“尚未办结”的申请数，与“四、结转下年度继续办理”的总计对照。
    文中说所有申请均已办结，而表中或文中另有结转下年的，两处矛盾。只说“均按时答复”
    的，可能没有算上尚未到期的申请，只作备注。

    正例：文中“收到申请 8 件，均已办结”，表中结转下年度 0。
    反例：文中“所有申请均已办结”，表中结转下年度 1。
    改法：把“均已办结”改为办结若干件、结转若干件，或改正表中的结转数。
    """
    yield from held(report, "N204")
    if report.year:
        yield from _of_another_year(report, report.year)
    for statement in narrative(report).statements:
        if statement.kind.rule == "N204" and _of_all(statement):
            with report.part():
                left = left_over(report)
                if left is not None and left.count > 0 and not _of_the_answered(report, statement):
                    yield _contradiction(statement, left)


def _of_another_year(report: Witness, year: int) -> Iterator[Found]:
    """Yield what is said to be carried over to a year that is not the next."""
    for passage in narrative(report).passages:
        for match in entry("times", "carried_to").finditer(passage.text):
            told = int(match["year"])
            if report.weigh(told) and told <= year:
                yield Found(
                    f"文中写“{passage.sentence.quote(*match.span())}”，"
                    f"{year}年的年报只能结转到{year + 1}年",
                    value=told,
                    expected=year + 1,
                    cells=(),
                    places=(passage.sentence.place(match.start()),),
                    severity=Severity.WARNING,
                    advice="改正年份；说的是上年转来的，写“上年结转”。",
                )


def _of_all(statement: Statement) -> bool:
    """Say whether the words speak of all applications, not of those answered."""
    head = statement.head
    if head is None:
        words = statement.clause
        return bool(entry("topics", "bare_application").search(words)) or (
            "申请" in words
            and any(sign in words for sign in ("已", "完", "年内", "当年", "办结", "审结"))
        )
    told = head.figure.start >= statement.start and "申请" in statement.clause
    whole = head.quantity.key in _HEADS or (head.quantity.key == "closed" and told)
    return whole and not (head.part or head.scope == ANOTHER or head.columns)


def _of_the_answered(report: Witness, statement: Statement) -> bool:
    """Say whether the figure before the words is that of the applications answered."""
    closed = amount(report, BASES[0])
    head = statement.head
    return bool(
        head and head.quantity.key == "closed" and closed and head.figure.value == closed.value
    )


def _contradiction(statement: Statement, left: Left) -> Found:
    grave = statement.sure and not statement.weak
    apart = statement.head is not None and bool(statement.head.scope)
    severity = Severity.ERROR if grave and not apart else Severity.NOTE
    return Found(
        f"文中说“{statement.quote}”，{left.says}有{left.count}件结转下年",
        value=0,
        expected=left.count,
        cells=left.cells,
        places=(statement.place,),
        severity=severity,
        advice="写明办结多少件、结转下年多少件，或改正结转数。",
    )
