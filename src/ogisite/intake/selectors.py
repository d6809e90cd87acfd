"""What is shown of applications: one case, what is open in it, and lists of many."""

from dataclasses import dataclass
from datetime import date

from ogi.casework.acts import Ledger
from ogi.casework.table import case_table
from ogi.docket import Opening, allowed
from ogisite.core.models import Person
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.models import Case
from ogisite.intake.policy import case_roles
from ogisite.intake.wording import work_words


@dataclass(frozen=True, slots=True)
class Openings:
    """The acts of a case for a person: the one that is next, others, and those that are closed."""

    first: Opening | None
    others: tuple[Opening, ...]
    closed: tuple[Opening, ...]


def openings(case: Case, person: Person, on: date, ledger: Ledger | None = None) -> Openings:
    """Return what a person may do in a case on a day, and for the rest, why not.

    It is what `ogi.allowed` says for the roles in which they act: open if it is for one.
    """
    ledger = ledger_of(case) if ledger is None else ledger
    roles = case_roles(person, case, on)
    place = case.organ.jurisdiction
    found: dict[str, Opening] = {}
    for role in roles:
        for one in allowed(ledger, role, on, place, person=person.name):
            if one.act not in found or _is_nearer(one, found[one.act], role):
                found[one.act] = one
    first = found.get(work_words().next.get(case.state, ""))
    first = first if first and first.open else None
    return Openings(
        first,
        tuple(one for one in found.values() if one.open and one is not first),
        tuple(one for one in found.values() if not one.open and one.act not in ("arrived",)),
    )


def _is_nearer(one: Opening, known: Opening, role: str) -> bool:
    """Tell whether an answer is open, or at least the reason of a role which does the act."""
    return not known.open and (one.open or role in case_table().moves[one.act].roles)
