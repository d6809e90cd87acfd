"""The deadlines that a case had before (曾经的期限), each with what changed it."""

from dataclasses import dataclass
from datetime import date

from ogi.casework.acts import Ledger, key_of
from ogi.casework.labels import act_label
from ogi.casework.progress import in_order
from ogi.casework.replying import Extended
from ogi.clock import ClockState, Jurisdiction, clock_on
from ogi.docket.history import history


@dataclass(frozen=True, slots=True)
class PastDeadline:
    """A deadline as it was known from a day on; `due` is None while none was known.

    `cause` names the acts of that day, in Chinese.
    """

    since: date
    due: date | None
    cause: str


def past_deadlines(
    ledger: Ledger, on: date, place: Jurisdiction | None = None
) -> tuple[PastDeadline, ...]:
    """Return the deadlines of a case up to a day, the first one first.

    While a consultation lasts there is none: the day moves along with it.
    """
    where = place or Jurisdiction()
    whole, found = history(ledger, where), list[PastDeadline]()
    causes = _causes(ledger)
    for day in sorted(day for day in causes if day <= on):
        clock = clock_on(whole, day, where)
        due = None if clock.state is ClockState.PAUSED else clock.due
        if due == (found[-1].due if found else None):
            continue
        found.append(PastDeadline(day, due, "、".join(causes[day])))
    return tuple(found)


def _causes(ledger: Ledger) -> dict[date, list[str]]:
    """Return what was done on each day; an extension is done when the applicant was told."""
    causes: dict[date, list[str]] = {}
    for act in in_order(ledger):
        day = act.told_on or act.on if isinstance(act, Extended) else act.on
        causes.setdefault(day, []).append(act_label(key_of(act)))
    return causes
