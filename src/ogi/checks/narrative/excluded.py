"""Statements that all were of one kind (均、全部), against the cells of the other kinds."""

from collections.abc import Iterator

from ogi.checks.narrative.bases import Base
from ogi.checks.narrative.claim import Claim
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import KINDS, Amount, amount
from ogi.checks.narrative.scopes import ANOTHER
from ogi.checks.narrative.statements import Statement
from ogi.checks.narrative.vocabulary import quantities
from ogi.checks.rule import Found
from ogi.checks.witness import Witness
from ogi.findings import Severity
from ogi.form import CellPattern

_ALL = {"all_of_persons": "natural_person", "all_of_companies": "company"}
_OTHER_RESULTS = ("partly_granted", "refused", "unavailable", "declined", "otherwise")
_HEADS = frozenset(("received", "applied", "handled", "closed", "carried_in", "carried_out"))


def contradicted(report: Witness, rule: str) -> Iterator[Found]:
    """Yield the statements of a rule that the cells of other kinds contradict."""
    for statement in narrative(report).statements:
        if statement.kind.rule != rule or not _of_applications(statement):
            continue
        with report.part():
            against = [
                each
                for base in _bases(statement)
                if (each := amount(report, base)) and each.printed and each.value
            ]
            if against:
                yield _found(report, statement, against)


def _of_applications(statement: Statement) -> bool:
    head = statement.head
    if head is None:
        return "申请" in statement.passage.text[statement.start : statement.end]
    plain = not (head.part or head.columns or head.scope == ANOTHER)
    return plain and head.quantity.key in _HEADS


def _bases(statement: Statement) -> list[Base]:
    if statement.kind.key in _ALL:
        row = _row(statement.head)
        others = [kind for kind in KINDS if kind != _ALL[statement.kind.key]]
        return [Base("", (CellPattern(f"applications.{row}.{kind}"),)) for kind in others]
    means = [quantities()[key].means for key in _OTHER_RESULTS]
    return [base for base in means if base is not None]


def _row(head: Claim | None) -> str:
    key = head.quantity.key if head is not None else "received"
    return key if key in ("closed", "carried_in", "carried_out") else "received"


def _found(report: Witness, statement: Statement, against: list[Amount]) -> Found:
    cells = tuple(cell for each in against for cell in each.cells if report.as_read.value(cell))
    named = "、".join(f"“{report.label(cell)}”{report.as_read.value(cell)}" for cell in cells[:4])
    return Found(
        f"文中说“{statement.quote}”，表中{named}{'等' if len(cells) > 4 else ''}件",
        value=0,
        expected=sum(each.value for each in against),
        cells=cells,
        places=(statement.place,),
        severity=Severity.ERROR if statement.sure else Severity.WARNING,
        advice="逐类写明件数，或改正表中相应的格。",
    )
