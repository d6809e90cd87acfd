"""The law that the library cites: instruments, articles and the values they set, as data."""

from ogi.law.citations import Citation, CitationText, Instrument, cite, instruments
from ogi.law.organ_rules import OrganRules, organ_rules
from ogi.law.provisions import (
    Law,
    Provision,
    ProvisionName,
    Tier,
    Value,
    provision,
    provision_names,
    versions,
)

__all__ = [
    "Citation",
    "CitationText",
    "Instrument",
    "Law",
    "OrganRules",
    "Provision",
    "ProvisionName",
    "Tier",
    "Value",
    "cite",
    "instruments",
    "organ_rules",
    "provision",
    "provision_names",
    "versions",
]
