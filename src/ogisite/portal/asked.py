"""What a third party or another organ is asked (征求意见), and what they say to it."""

from dataclasses import dataclass
from datetime import date

from django.http import HttpRequest
from django.utils.translation import gettext as _

from ogi.casework.items import items_of
from ogi.casework.progress import in_order
from ogi.clock import last_day
from ogi.docket import history
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.models import Invitation
from ogisite.intake.services.invitations import THIRD_PARTY, asking
from ogisite.portal.pages import Problem
from ogisite.portal.posting import typed

_LONGEST = 5000
_KINDS = {THIRD_PARTY: "third_party"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: the information, by when; who applied is not said."""

    organ: str
    asks: tuple[str, ...]
    until: date | None
    is_third_party: bool


def question_of(invitation: Invitation) -> Question | None:
    """Return what an invitation asks, as long as the answer is awaited."""
    case = invitation.case
    act = asking(case, invitation.kind, invitation.party)
    if act is None:
        return None
    ledger, place = ledger_of(case), case.organ.jurisdiction
    kind = _KINDS.get(invitation.kind, "organ")
    waits = [
        one
        for one in history(ledger, place).waits
        if (one.kind, one.who, one.over_on) == (kind, invitation.party, None)
    ]
    items = items_of(in_order(ledger))
    asked = [one.asks for one in items if not act.items or one.key in act.items]
    until = last_day(waits[-1], place) if waits else None
    return Question(case.organ.name, tuple(asked), until, kind == "third_party")


@dataclass(frozen=True, slots=True)
class Said:
    """An answer as it was typed."""

    choice: str = ""
    parts: str = ""
    reasons: str = ""

    @property
    def consents_to(self) -> tuple[str, ...]:
        """The parts to which they consent, where it is not to all."""
        lines = self.parts.splitlines() if self.choice == "part" else []
        return tuple(line.strip() for line in lines if line.strip())


def said_in(request: HttpRequest) -> Said:
    """Return what somebody typed."""
    return Said(*(typed(request, name) for name in ("choice", "parts", "reasons")))


def problems_in(said: Said, question: Question) -> list[Problem]:
    """Return what is wrong with an answer, all of it."""
    found: list[Problem] = []
    choices = ("all", "part", "none") if question.is_third_party else ("all", "none")
    if said.choice not in choices:
        found.append(Problem("id_choice", _("没有选同意还是不同意")))
    if said.choice == "part" and not said.consents_to:
        found.append(Problem("id_parts", _("选了部分同意，同意公开哪些没有填")))
    for name, label, text in (
        ("parts", _("同意公开的部分"), said.parts),
        ("reasons", _("理由"), said.reasons),
    ):
        if len(text) > _LONGEST:
            says = _("%(label)s有%(n)s个字，最多%(most)s个字，删减或者作为附件传")
            values = {"label": label, "n": len(text), "most": _LONGEST}
            found.append(Problem(f"id_{name}", says % values))
    return found
