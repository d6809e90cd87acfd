"""The running text of a report as all narrative rules share it, read once."""

from dataclasses import dataclass

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.claims import passages
from ogi.checks.narrative.derived import added
from ogi.checks.narrative.lists import Listing, listings
from ogi.checks.narrative.statements import Statement, statements, zero_claims
from ogi.checks.witness import Witness
from ogi.form import AnnualReport


@dataclass(frozen=True, slots=True)
class Narrative:
    """What the running text says, with figures and without."""

    passages: tuple[Passage, ...]
    listings: tuple[Listing, ...]
    claims: tuple[Claim, ...]
    statements: tuple[Statement, ...]


def narrative(report: Witness) -> Narrative:
    """Return what the running text of a report says."""
    return report.once(read_narrative)


def read_narrative(report: AnnualReport) -> Narrative:
    """Read the running text of a report."""
    read = passages(report)
    said = tuple(statements(read, report.year))
    claims = [claim for passage in read for claim in passage.claims.values()]
    claims += (*added(read), *zero_claims(said))
    listed = tuple(listings(read))
    return Narrative(read, listed, tuple(claims), said)
