"""What was left for the next year, in the table or else in the text."""

from dataclasses import dataclass

from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import Number, amount, end_judgement
from ogi.checks.narrative.vocabulary import quantities
from ogi.checks.witness import Witness


@dataclass(frozen=True, slots=True)
class Left:
    """The applications carried over, and where they are said to be."""

    count: Number
    says: str
    cells: tuple[str, ...] = ()


def left_over(report: Witness) -> Left | None:
    """Return what is carried over.

    The judgement ends where the table does not say and the text neither.
    """
    base = quantities()["carried_out"].means
    assert base is not None
    stated: list[Number] = [
        claim.figure.value
        for claim in narrative(report).claims
        if claim.quantity.key == "carried_out" and not claim.columns and not claim.part
    ]
    found = amount(report, base)
    if found is None:
        return None
    most = max(stated, default=None)
    if most and not (found.printed and found.value):
        return Left(most, "文中又说")
    if not found.printed:
        end_judgement(report, found.cells)
    return Left(found.value, "表中", found.cells)
