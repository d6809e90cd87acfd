"""How a case stands on a day (办理情况): state, last day, days left, whom it waits for."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from ogi.casework.acts import Ledger
from ogi.casework.progress import progress
from ogi.casework.table import CaseState, case_table
from ogi.clock import (
    Clock,
    ClockState,
    Derivation,
    DueDate,
    History,
    Jurisdiction,
    derive,
    kind_of,
    last_day,
    next_dates,
    why_open,
)
from ogi.docket.disputes import filed_out_of_order
from ogi.docket.history import history
from ogi.docket.view import CaseView, view
from ogi.docket.words import long_day


@dataclass(frozen=True, slots=True)
class Standing:
    """How a case stands on a day.

    `due`, `left` and `overdue` are those of the clock. `waiting` says in Chinese whom it
    waits for and until when; `why` says why it is overdue. Waiting for the applicant is
    never overdue.
    `warnings` are what went another way than the law has it.
    """

    on: date
    state: CaseState
    clock: Clock
    due: date | None
    left: int | None
    overdue: int
    waiting: tuple[str, ...] = ()
    why: str = ""
    warnings: tuple[str, ...] = ()


def standing(ledger: Ledger, on: date, place: Jurisdiction | None = None) -> Standing:
    """Return how a case stands at the end of a day."""
    return _standing(ledger, on, place or Jurisdiction())


def standings(
    ledgers: Iterable[Ledger], on: date, place: Jurisdiction | None = None
) -> tuple[Standing, ...]:
    """Return how each of many cases stands at the end of a day, in their order."""
    where = place or Jurisdiction()
    return tuple(_standing(ledger, on, where) for ledger in ledgers)


def _standing(ledger: Ledger, on: date, place: Jurisdiction) -> Standing:
    case = view(ledger, on, place)
    clock = case.clock
    return Standing(
        on=on,
        state=case.state,
        clock=clock,
        due=clock.due,
        left=clock.left,
        overdue=clock.overdue,
        waiting=tuple(waiting(clock, case.history, case.place)),
        why=why_overdue(clock, _state_on(case, clock.due)) if clock.overdue else "",
        warnings=tuple(filed_out_of_order(case)),
    )


def deadlines(ledger: Ledger, on: date, place: Jurisdiction | None = None) -> tuple[DueDate, ...]:
    """Return the dates of a case that matter on a day, the soonest first."""
    where = place or Jurisdiction()
    return next_dates(history(ledger, where), on, where)


def derivation(ledger: Ledger, on: date, place: Jurisdiction | None = None) -> Derivation:
    """Return how the last day of a case was counted, line by line."""
    where = place or Jurisdiction()
    return derive(history(ledger, where), on, where)


def waiting(clock: Clock, history: History, place: Jurisdiction) -> Iterator[str]:
    """Yield whom a clock waits for and until when, in Chinese."""
    for wait in clock.waits:
        kind, day = kind_of(wait), last_day(wait, place)
        who = f"{kind.whom}（{wait.who}）" if wait.who else kind.whom
        if day:
            until = f"期限到{long_day(day)}"
        elif kind.letter and wait.reached_on is None:
            until = "期限还没有起算：没有记载签收之日"
        else:
            until = why_open(wait, place)
        yield f"等{who}：{kind.label}，{until}"
    if clock.state is ClockState.UNSETTLED and history.arrived_on:
        yield "等与申请人确认收到：确认之日才是收到申请之日"


def why_overdue(clock: Clock, stood: str = "") -> str:
    """Say why a case is overdue: by how much, and in which state it was on its last day."""
    if not clock.overdue or clock.due is None:
        return ""
    state = f"，当时“{stood}”" if stood else ""
    ended = clock.ended_on
    tail = f"{long_day(ended)}{clock.ending}" if ended else "至今没有答复"
    due = long_day(clock.due)
    return f"答复期限{due}届满{state}；{tail}，逾期{clock.overdue}个工作日"


def _state_on(case: CaseView, day: date | None) -> str:
    """Say in which state a case was at the end of a day."""
    if day is None:
        return ""
    acts = case.progress.acts
    then = tuple(act for act in acts if act.on <= day)
    state = case.progress.state if len(then) == len(acts) else progress(then).state
    return case_table().states[state].label
