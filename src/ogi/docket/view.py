"""A case on a day: its progress, its history and its clock, each computed when asked for."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ogi.casework.acts import Ledger
from ogi.casework.progress import Progress, progress
from ogi.casework.strikes import effective
from ogi.casework.table import CaseState, case_table
from ogi.clock import Clock, History, Jurisdiction, Period, as_of, clock_as_known, reply_period
from ogi.docket.history import history_of
from ogi.docket.mail import SentLetter, sent_letters


@dataclass(frozen=True)
class CaseView:
    """A case as it was known at the end of a day; `person` is who would act, if known."""

    progress: Progress
    on: date
    place: Jurisdiction
    person: str = ""

    @cached_property
    def history(self) -> History:
        """What moves its clock."""
        return as_of(history_of(self.progress.acts, self.place), self.on)

    @cached_property
    def letters(self) -> tuple[SentLetter, ...]:
        """The letters that went out, and what became of them."""
        return sent_letters(self.progress.acts, self.on)

    @cached_property
    def period(self) -> Period | None:
        """The reply period that runs; None before receipt is settled."""
        return reply_period(self.history, self.place, self.history.ended_on or self.on)

    @property
    def due(self) -> date | None:
        """The last day on which the organ may answer, as far as it is known."""
        return self.period.due if self.period else None

    @property
    def is_overdue(self) -> bool:
        """Whether the last day is past by a working day or more."""
        end = self.history.ended_on or self.on
        return bool(self.due and self.place.calendar.lenient.count(self.due, end))

    @cached_property
    def clock(self) -> Clock:
        """How its clock stands."""
        return clock_as_known(self.history, self.on, self.place)

    @property
    def state(self) -> CaseState:
        """The state it is in."""
        return case_table().states[self.progress.state]


def view(ledger: Ledger, on: date, place: Jurisdiction, person: str = "") -> CaseView:
    """Return a case as it was known at the end of a day."""
    known = tuple(act for act in effective(ledger) if act.on <= on)
    return CaseView(progress(known, place.rules), on, place, person)
