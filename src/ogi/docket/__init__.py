"""The docket (案卷): how a case stands on a day, and what is open then, from its ledger."""

from ogi.docket.history import history
from ogi.docket.likeness import SameInformation, asked_by_several, repeated_applications
from ogi.docket.openings import Opening, allowed
from ogi.docket.past import PastDeadline, past_deadlines
from ogi.docket.refusals import Refusal, astray, refusals
from ogi.docket.standing import (
    Standing,
    deadlines,
    derivation,
    standing,
    standings,
    waiting,
    why_overdue,
)
from ogi.docket.upcoming import DueLetter, next_letters

__all__ = [
    "DueLetter",
    "Opening",
    "PastDeadline",
    "Refusal",
    "SameInformation",
    "Standing",
    "allowed",
    "asked_by_several",
    "astray",
    "deadlines",
    "derivation",
    "history",
    "next_letters",
    "past_deadlines",
    "refusals",
    "repeated_applications",
    "standing",
    "standings",
    "waiting",
    "why_overdue",
]
