"""Why an act cannot be recorded as it is (不能登记的原因), and what is astray in a ledger."""

from dataclasses import dataclass

from ogi.casework.acts import Act, Ledger, key_of
from ogi.casework.labels import act_label
from ogi.casework.progress import Progress, follow, progress
from ogi.casework.table import case_table
from ogi.clock import Jurisdiction
from ogi.docket.openings import unmet, wrong_state
from ogi.docket.particulars import particulars
from ogi.docket.view import CaseView
from ogi.docket.words import long_day
from ogi.law import Citation


@dataclass(frozen=True, slots=True)
class Refusal:
    """A reason, in Chinese, why an act cannot be recorded as it is, and its basis."""

    act: Act
    reason: str
    cites: Citation

    def __str__(self) -> str:
        """Say it with the act and its day."""
        return f"{long_day(self.act.on)}{act_label(key_of(self.act))}：{self.reason}"


def refusals(
    ledger: Ledger, act: Act, role: str = "", place: Jurisdiction | None = None
) -> tuple[Refusal, ...]:
    """Return every reason why an act cannot follow a ledger on its day; none if it can.

    Without a role, whoever does it is taken to be entitled. Acts that come before in time are
    looked at; one that is recorded late is judged by its own day.
    """
    before = progress(tuple(one for one in ledger if one.on <= act.on))
    return refused(before, act, role, place or Jurisdiction())


def astray(ledger: Ledger, place: Jurisdiction | None = None) -> tuple[Refusal, ...]:
    """Return what is astray in a ledger: every act that could not be done on its day."""
    found: list[Refusal] = []
    reached = Progress()
    for act in progress(ledger).acts:
        found += refused(reached, act, "", place or Jurisdiction())
        reached = follow(reached, act)
    return tuple(found)


def refused(reached: Progress, act: Act, role: str, place: Jurisdiction) -> tuple[Refusal, ...]:
    """Return every reason why an act cannot follow on what a case has come to."""
    return refused_in(CaseView(reached, act.on, place, act.by), act, role)


def refused_in(case: CaseView, act: Act, role: str) -> tuple[Refusal, ...]:
    """Return every reason why an act cannot follow in a case on the day of its view."""
    table = case_table()
    move = table.moves[key_of(act)]
    if reason := wrong_state(case, move):
        return (Refusal(act, reason, move.cites),)
    found = []
    if role and role not in move.roles:
        who = "或者".join(table.roles[one] for one in move.roles)
        found.append(Refusal(act, f"由{who}办，你是{table.roles[role]}", move.cites))
    if lacking := unmet(case, move):
        found.append(Refusal(act, *lacking))
    return (*found, *(Refusal(act, *lack) for lack in particulars(case, act)))
