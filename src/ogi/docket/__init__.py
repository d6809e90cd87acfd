"""The docket (案卷): how a case stands on a day, and what is open then, from its ledger."""

from ogi.docket.history import history
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
    "Standing",
    "allowed",
    "astray",
    "deadlines",
    "derivation",
    "history",
    "past_deadlines",
    "refusals",
    "standing",
    "standings",
    "waiting",
    "why_overdue",
]
