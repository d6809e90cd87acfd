"""N211: sentences that say how all disputes ended."""

from collections.abc import Iterator

from ogi.checks.narrative.bases import Base
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import amount, end_judgement
from ogi.checks.narrative.statements import Statement
from ogi.checks.narrative.words import entry
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.findings import Severity
from ogi.form import CellPattern

_KINDS = {
    "行政复议": ("disputes.review.{}",),
    "行政诉讼": ("disputes.direct_suit.{}", "disputes.suit_after_review.{}"),
}
_ONE_ROW = {
    "未经复议直接起诉": ("disputes.direct_suit.{}",),
    "复议后起诉": ("disputes.suit_after_review.{}",),
}
_ROW_OF = {
    "review": "行政复议",
    "direct_suit": "未经复议直接起诉",
    "suit_after_review": "复议后起诉",
}
_SIGNS = {"行政复议": ("复议",), "行政诉讼": ("诉讼", "应诉", "败诉", "胜诉", "起诉")}
_OF_SUITS = expression(r"(?:未?经|直接)[^，。；]{0,2}复议[^，。；]{0,4}|复议后[^，。；]{0,4}")
_CONCLUDED = expression(r"(?:审结|办结|结案|审理完毕)(?:的|了|案件)*\d+件[，、]?$")
_OF_CONCLUDED = expression(r"(?:审结|办结|结案|审理完毕)的?(?:案件)?(?:中)?的?\d+件")
_ROW_SIGNS = {"未经复议直接起诉": "直接", "复议后起诉": "复议后"}
_RESULTS = {
    "upheld": "结果维持",
    "corrected": "结果纠正",
    "other": "其他结果",
    "pending": "尚未审结",
}
_EXCLUDED = {
    "said_upheld": ("corrected", "pending"),
    "said_corrected": ("upheld", "pending"),
    "said_pending": ("upheld", "corrected", "other"),
    "said_concluded": ("pending",),
    "all_upheld": ("corrected", "other", "pending"),
    "all_corrected": ("upheld", "other", "pending"),
    "all_concluded": ("pending",),
    "none_lost": ("corrected",),
}


@rule("N211", Severity.ERROR, cites=("form", "ogi-2019/51"))
def results_of_disputes_agree(report: Witness) -> Iterator[Found]:
    """文中说复议、诉讼全部维持、全部审结或未被纠错的，表四不应有相反的件数。

    “均获维持”即没有结果纠正、其他结果和尚未审结；“均已结案”即没有尚未审结；“未被纠错”
    “无败诉”即没有结果纠正。说的是复议还是诉讼，看同一句话；没有说的，两者都对照。

    正例：文中“行政复议 3 件，均获维持”，表四行政复议维持 3，其余为 0。
    反例：文中“行政复议 3 件，均获维持”，表四行政复议维持 2、尚未审结 1。
    改法：写明维持多少件、尚未审结多少件，或改正表四。
    """
    for statement in narrative(report).statements:
        if statement.kind.rule == "N211" and _of_one_total(statement):
            with report.part():
                if found := _judge(report, statement):
                    yield found


def _judge(report: Witness, statement: Statement) -> Found | None:
    against: list[str] = []
    cells: list[str] = []
    blank: tuple[str, ...] = ()
    count = 0
    rows = {**_KINDS, **_ONE_ROW}
    for kind in _spoken_of(statement):
        for result in _excluded(statement):
            cells_of = tuple(CellPattern(row.format(result)) for row in rows[kind])
            found = amount(report, Base("", cells_of))
            if found and not found.printed:
                blank = found.cells
            elif found and found.value:
                against.append(f"{kind}{_RESULTS[result]}{found.value}件")
                cells += found.cells
                count += int(found.value)
    if not against:
        if blank:
            end_judgement(report, blank)
        return None
    return Found(
        f"文中说“{statement.quote}”，表四有{'、'.join(against)}",
        value=0,
        expected=count,
        cells=tuple(cells),
        places=(statement.place,),
        severity=Severity.ERROR if statement.sure else Severity.NOTE,
        advice="分别写明维持、纠正、尚未审结各多少件，或改正表四。",
    )


def _excluded(statement: Statement) -> tuple[str, ...]:
    """Return the results that cannot be; “审结 3 件，均为维持” leaves room for what is pending."""
    results = _EXCLUDED[statement.kind.key]
    concluded = _CONCLUDED.search(statement.passage.text, 0, statement.start)
    concluded = concluded or _OF_CONCLUDED.search(statement.clause)
    return tuple(r for r in results if r != "pending") if concluded else results


def _of_one_total(statement: Statement) -> bool:
    """Say whether a result told without a figure is that of the total told before it."""
    if not statement.kind.key.startswith("said_"):
        return True
    head = statement.head
    if head is None or head.columns or head.quantity.family != "dispute" or not head.figure.value:
        return False
    later = [f for f in statement.passage.figures if f.start > head.figure.start]
    several = entry("topics", "several_results").search(statement.passage.text, head.figure.end)
    return not later and not several


def _spoken_of(statement: Statement) -> list[str]:
    head = statement.head
    if statement.kind.key.startswith("said_") and head is not None:
        return [_ROW_OF.get(head.quantity.key, "行政诉讼")]
    said = statement.passage.text[: statement.end]
    clause, part = said[statement.start :], said.rpartition("；")[2]
    rows = [row for row, sign in _ROW_SIGNS.items() if sign in part]
    if len(rows) == 1 and "诉讼" not in _OF_SUITS.sub("", part):
        return rows
    for words in (clause, part, said):
        plain = _OF_SUITS.sub("诉讼", words)
        kinds = [kind for kind, signs in _SIGNS.items() if any(sign in plain for sign in signs)]
        if kinds:
            return kinds
    return list(_KINDS)
