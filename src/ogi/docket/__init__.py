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

__all__ = [
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
    "past_deadlines",
    "refusals",
    "repeated_applications",
    "standing",
    "standings",
    "waiting",
    "why_overdue",
]
