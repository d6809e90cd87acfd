"""Casework: the acts of a case (办理行为), their ledger (台账), and what may follow what.

Acts are facts. What follows from them (periods, standings, what is open now) is computed
by `ogi.clock` and `ogi.docket`.
"""

from ogi.casework.acts import ACTS, Act, Ledger, key_of
from ogi.casework.afterwards import AmendmentResult, DisputeKind, DisputeResult, Instance
from ogi.casework.channels import Channel, DeliveryWay
from ogi.casework.items import items_of
from ogi.casework.labels import act_label, field_label
from ogi.casework.ledger import identified, ledger_from, ledger_to, load_ledger
from ogi.casework.parties import Applicant, ApplicantClass, Item, ItemResult
from ogi.casework.progress import Progress, progress
from ogi.casework.receipt import ReceiptRule, receipt_rule
from ogi.casework.schemas import ActSchema, FieldSchema, act_schemas, ledger_schema
from ogi.casework.strikes import effective
from ogi.casework.table import CaseState, CaseTable, Move, Need, case_table

__all__ = [
    "ACTS",
    "Act",
    "ActSchema",
    "AmendmentResult",
    "Applicant",
    "ApplicantClass",
    "CaseState",
    "CaseTable",
    "Channel",
    "DeliveryWay",
    "DisputeKind",
    "DisputeResult",
    "FieldSchema",
    "Instance",
    "Item",
    "ItemResult",
    "Ledger",
    "Move",
    "Need",
    "Progress",
    "ReceiptRule",
    "act_label",
    "act_schemas",
    "case_table",
    "effective",
    "field_label",
    "identified",
    "items_of",
    "key_of",
    "ledger_from",
    "ledger_schema",
    "ledger_to",
    "load_ledger",
    "progress",
    "receipt_rule",
]
