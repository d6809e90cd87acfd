"""The clock (期限): due dates computed from what happened, with their derivation.

It knows no cases: it takes a history of days and intervals, and says what follows.
"""

from ogi.clock.dates import next_dates
from ogi.clock.derivation import Derivation, Line, derive
from ogi.clock.doubts import Doubt
from ogi.clock.due_date import DueDate
from ogi.clock.history import Contest, Delay, Extension, History, Wait, as_of
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.publication import (
    PublicationDue,
    court_disclosure_due,
    publication_due,
    withdrawal_due,
)
from ogi.clock.reply import Pause, Period, reply_due, reply_period
from ogi.clock.reporting import ReportingDate, ReportLevel, report_levels, reporting_date
from ogi.clock.standing import Clock, ClockState, clock_as_known, clock_on
from ogi.clock.terms import in_force
from ogi.clock.waits import WaitKind, kind_of, last_day, wait_kinds, why_open

__all__ = [
    "Clock",
    "ClockState",
    "Contest",
    "Delay",
    "Derivation",
    "Doubt",
    "DueDate",
    "Extension",
    "History",
    "Jurisdiction",
    "Line",
    "Pause",
    "Period",
    "PublicationDue",
    "ReportLevel",
    "ReportingDate",
    "Wait",
    "WaitKind",
    "as_of",
    "clock_as_known",
    "clock_on",
    "court_disclosure_due",
    "derive",
    "in_force",
    "kind_of",
    "last_day",
    "next_dates",
    "publication_due",
    "reply_due",
    "reply_period",
    "report_levels",
    "reporting_date",
    "wait_kinds",
    "why_open",
    "withdrawal_due",
]
