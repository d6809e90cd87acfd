"""Why an act cannot be recorded as it is (不能登记的原因), and what is astray in a ledger."""

from collections.abc import Iterator
from dataclasses import dataclass

from ogi.casework.acts import Act, Ledger, key_of
from ogi.casework.afterwards import StruckOut
from ogi.casework.labels import act_label
from ogi.casework.ledger import identified
from ogi.casework.progress import Progress, follow, progress
from ogi.casework.strikes import effective
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
    where = place or Jurisdiction()
    counted = effective(ledger)
    before = progress(tuple(one for one in counted if one.on <= act.on), where.rules)
    found = refused(before, act, role, where)
    return (*found, *_striking(ledger, act)) if isinstance(act, StruckOut) else found


def astray(ledger: Ledger, place: Jurisdiction | None = None) -> tuple[Refusal, ...]:
    """Return what is astray in a ledger: every act that could not be done on its day."""
    where = place or Jurisdiction()
    found: list[Refusal] = []
    reached = Progress(steps=where.rules.steps)
    for act in progress(ledger, where.rules).acts:
        found += refused(reached, act, "", where)
        reached = follow(reached, act)
    named = identified(ledger)
    for act in named:
        if isinstance(act, StruckOut):
            found += _striking(tuple(one for one in named if one is not act), act)
    return tuple(found)


def _striking(ledger: Ledger, act: StruckOut) -> Iterator[Refusal]:
    """Yield what speaks against striking an entry out."""
    named = {one.id: one for one in identified(ledger)}
    if act.entry not in named:
        says = f"台账里没有编号是“{act.entry}”的一项"
    elif isinstance(named[act.entry], StruckOut):
        says = "更正错了的，把原来的一项重新登记"
    elif any(isinstance(one, StruckOut) and one.entry == act.entry for one in ledger):
        says = f"“{act.entry}”已经更正过"
    elif not act.reason or not act.by:
        says = "没有写明更正的理由或者由谁更正"
    else:
        return
    yield Refusal(act, says, case_table().moves[key_of(act)].cites)


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
