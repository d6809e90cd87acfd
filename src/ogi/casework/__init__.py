"""Casework: the acts of a case (办理行为), their ledger (台账), and what may follow what.

Acts are facts. What follows from them (periods, standings, what is open now) is computed
by `ogi.clock` and `ogi.docket`.
"""

from ogi.casework.acts import ACTS, Act, Ledger, key_of
from ogi.casework.afterwards import AmendmentResult, DisputeKind, DisputeResult
from ogi.casework.channels import Channel, DeliveryWay
from ogi.casework.parties import Applicant, ApplicantClass, Item, ItemResult

__all__ = [
    "ACTS",
    "Act",
    "AmendmentResult",
    "Applicant",
    "ApplicantClass",
    "Channel",
    "DeliveryWay",
    "DisputeKind",
    "DisputeResult",
    "Item",
    "ItemResult",
    "Ledger",
    "key_of",
]
