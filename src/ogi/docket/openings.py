"""What is open now (现在能办), and for the rest, why not (不能办的原因)."""

from dataclasses import dataclass
from datetime import date

from ogi.casework.acts import Ledger
from ogi.casework.table import Move, case_table
from ogi.clock import Jurisdiction
from ogi.docket.needs import NEEDS
from ogi.docket.view import CaseView, view
from ogi.law import Citation

_NAMED = 3


@dataclass(frozen=True, slots=True)
class Opening:
    """An act, and whether it is open; if not, `reason` says why in Chinese.

    `cites` is the basis of the act, or of what keeps it closed.
    """

    act: str
    label: str
    open: bool
    cites: Citation
    reason: str = ""


def allowed(
    ledger: Ledger,
    role: str,
    on: date,
    place: Jurisdiction | None = None,
    *,
    person: str = "",
) -> tuple[Opening, ...]:
    """Return every act: whether a role may do it on a day, and if not, why.

    `person` is who would act, where that matters (起草人不审核). Raises KeyError for a role
    that is not in the table.
    """
    name = case_table().roles[role]
    case = view(ledger, on, place or Jurisdiction(), person)
    return tuple(_opening(case, move, role, name) for move in case_table().moves.values())


def open_acts(case: CaseView, role: str = "") -> tuple[str, ...]:
    """Return the keys of the acts that a role, or anybody, may do; faster than `allowed`."""
    return tuple(
        move.act
        for move in case_table().moves.values()
        if case.progress.state in move.sources
        and role in (*move.roles, "")
        and unmet(case, move) is None
    )


def _opening(case: CaseView, move: Move, role: str, name: str) -> Opening:
    if reason := wrong_state(case, move):
        return Opening(move.act, move.label, False, move.cites, reason)
    if role not in move.roles:
        who = "或者".join(case_table().roles[one] for one in move.roles)
        return Opening(move.act, move.label, False, move.cites, f"由{who}办，你是{name}")
    if lacking := unmet(case, move):
        return Opening(move.act, move.label, False, lacking[1], lacking[0])
    return Opening(move.act, move.label, True, move.cites)


def wrong_state(case: CaseView, move: Move) -> str:
    """Say why an act cannot be done in the state of a case; "" where it can."""
    if case.progress.state in move.sources:
        return ""
    states = case_table().states
    named = "".join(f"“{states[one].label}”" for one in move.sources[:_NAMED])
    more = "等状态下" if len(move.sources) > _NAMED else "时"
    return f"现在是“{case.state.label}”，{move.label}要在{named}{more}办"


def unmet(case: CaseView, move: Move) -> tuple[str, Citation] | None:
    """Return the reason and the basis of the first need that is not met."""
    for key in move.needs:
        blanks = NEEDS[key](case)
        if blanks is not None:
            need = case_table().needs[key]
            return need.says.format(**blanks), need.cites
    return None
