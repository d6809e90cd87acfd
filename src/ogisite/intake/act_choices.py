"""What there is to choose from in the form of an act: it follows from the ledger of the case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from ogi.casework.acts import Ledger, key_of
from ogi.casework.afterwards import DisputeFiled
from ogi.casework.asking import HelpAsked, OrganAsked
from ogi.casework.items import items_of
from ogi.casework.labels import act_label
from ogi.casework.strikes import effective
from ogi.docket.mail import sent_letters
from ogi.docket.view import CaseView, view
from ogisite.core.models import Appointment
from ogisite.core.templatetags.ogi import short_day
from ogisite.intake.ledgers import ledger_of, names_of
from ogisite.intake.models import Case, Party

Choices = list[tuple[str, str]]
NEW = "new"


@dataclass(frozen=True)
class Chooser:
    """What can be chosen in a case on a day."""

    case: Case
    on: date

    @cached_property
    def ledger(self) -> Ledger:
        """The ledger as it stands."""
        return ledger_of(self.case)

    @cached_property
    def view(self) -> CaseView:
        """The case as the library sees it."""
        return view(effective(self.ledger), self.on, self.case.organ.jurisdiction)

    @cached_property
    def names(self) -> dict[str, str]:
        """The names of the parties, masked."""
        return names_of(self.case)

    def choices(self, act: str, name: str) -> Choices | None:
        """Return what is chosen from at a field of an act; None where it is written."""
        found = _FIELDS.get((act, name)) or _FIELDS.get(("", name))
        return found(self) if found else None

    def many(self, act: str, name: str) -> Choices | None:
        """Return what several are chosen from at a field."""
        if (act, name) not in _ITEMS:
            return None
        return [(one.key, one.asks) for one in items_of(effective(self.ledger))]


def third_parties(of: Chooser) -> Choices:
    """Return the third parties of the case."""
    parties = of.case.parties.filter(role=Party.Role.THIRD_PARTY).order_by("pk")
    return [(one.token, of.names[one.token]) for one in parties]


def _party_to_ask(of: Chooser) -> Choices:
    return [(NEW, "新的第三方"), *third_parties(of)]


def _asked(kind: type, name: str) -> Callable[[Chooser], Choices]:
    def found(of: Chooser) -> Choices:
        said = (getattr(act, name) for act in effective(of.ledger) if isinstance(act, kind))
        return [(one, one) for one in dict.fromkeys(said)]

    return found


def _people(*roles: str) -> Callable[[Chooser], Choices]:
    def found(of: Chooser) -> Choices:
        held = Appointment.objects.filter(organ=of.case.organ, role__in=roles).in_force(of.on)
        names = held.filter(person__is_active=True).values_list("person__name", flat=True)
        return [(one, one) for one in dict.fromkeys(names.order_by("person__name"))]

    return found


def _letters(came_back: bool) -> Callable[[Chooser], Choices]:
    def found(of: Chooser) -> Choices:
        sent = sent_letters(of.view.progress.acts, of.on)
        fitting = [one for one in sent if (one.came_back if came_back else one.is_under_way)]
        return [
            (
                f"{one.letter}|{one.party}",
                f"{act_label(one.letter)}　{of.names.get(one.party, one.party) or '申请人'}　"
                f"{short_day(one.act.on)}发出",
            )
            for one in fitting
        ]

    return found


def _entries(of: Chooser) -> Choices:
    return [
        (act.id, f"{short_day(act.on)}　{act_label(key_of(act))}")
        for act in reversed(effective(of.ledger))
        if key_of(act) not in ("arrived", "struck_out")
    ]


def _disputes(of: Chooser) -> Choices:
    filed: Sequence[DisputeFiled] = [
        act for act in effective(of.ledger) if isinstance(act, DisputeFiled)
    ]
    by_name = {one.dispute: one for one in filed}
    return [(name, f"{name}　{one.kind.label}　{one.number}") for name, one in by_name.items()]


def _dispute_to_file(of: Chooser) -> Choices:
    known = _disputes(of)
    return [(f"争议{len(known) + 1}", "新的一件"), *known]


_FIELDS: dict[tuple[str, str], Callable[[Chooser], Choices]] = {
    ("third_party_asked", "party"): _party_to_ask,
    ("third_party_answered", "party"): third_parties,
    ("third_party_silent", "party"): third_parties,
    ("third_party_told", "party"): third_parties,
    ("organ_answered", "organ"): _asked(OrganAsked, "organ"),
    ("organ_silent", "organ"): _asked(OrganAsked, "organ"),
    ("help_given", "unit"): _asked(HelpAsked, "unit"),
    ("assigned", "handler"): _people("handler"),
    ("extended", "approver"): _people("head", "leader"),
    ("letter_reached", "letter"): _letters(came_back=False),
    ("letter_returned", "letter"): _letters(came_back=False),
    ("letter_resent", "letter"): _letters(came_back=True),
    ("struck_out", "entry"): _entries,
    ("dispute_filed", "dispute"): _dispute_to_file,
    ("", "dispute"): _disputes,
    ("", "of"): _disputes,
}
_ITEMS = frozenset(
    (
        ("third_party_asked", "items"),
        ("organ_asked", "items"),
        ("third_party_answered", "consents_to"),
    )
)
