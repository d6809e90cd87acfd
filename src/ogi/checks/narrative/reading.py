"""The running text of a report as all narrative rules share it, read once."""

from dataclasses import dataclass

from ogi.checks.narrative.claims import Claim, Passage, passages
from ogi.checks.narrative.statements import Statement, statements, zero_claims
from ogi.checks.witness import Witness
from ogi.form import AnnualReport


@dataclass(frozen=True, slots=True)
class Narrative:
    """What the running text says: its passages, all claims, and statements without figures."""

    passages: tuple[Passage, ...]
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]


def narrative(report: Witness) -> Narrative:
    """Return what the running text of a report says."""
    return report.once(read_narrative)


def read_narrative(report: AnnualReport) -> Narrative:
    """Read the running text of a report."""
    read = passages(report)
    said = tuple(statements(read))
    claims = [claim for passage in read for claim in passage.claims.values()]
    claims += zero_claims(said)
    return Narrative(read, tuple(claims), said)
