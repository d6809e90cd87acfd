"""Whom a letter cannot reach (无法送达)."""

from ogi.clock import Wait
from ogi.docket.view import CaseView

_LETTERS = {"third_party": "third_party_asked", "organ": "organ_asked"}


def unreachable(case: CaseView, wait: Wait) -> bool:
    """Tell whether the letter came back, was sent again, and came back once more."""
    return any(
        one.came_back and one.resent
        for one in case.letters
        if (one.letter, one.party) == (_LETTERS.get(wait.kind), wait.who)
    )
