"""The docket (案卷): how a case stands on a day, and what is open then, from its ledger."""

from ogi.docket.history import history
from ogi.docket.openings import Opening, allowed
from ogi.docket.standing import Standing, deadlines, derivation, standing

__all__ = [
    "Opening",
    "Standing",
    "allowed",
    "deadlines",
    "derivation",
    "history",
    "standing",
]
