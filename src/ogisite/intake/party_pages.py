"""What the page of the parties of a case shows (当事人)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from ogi.casework import ApplicantClass
from ogi.casework.asking import OrganAsked
from ogi.casework.strikes import effective
from ogi.docket import Standing, standing
from ogi.docket.view import view
from ogisite.core.masking import masked_number
from ogisite.core.models import Look, Person
from ogisite.intake.ledgers import ledger_of, shown_name
from ogisite.intake.models import Case, Party
from ogisite.intake.policy import sees_personal_data
from ogisite.intake.services.looks import SHOWN

_FACTS = {
    "identity": "证件号码",
    "address": "通信地址",
    "phone": "联系电话",
    "email": "电子邮箱",
    "contact_name": "联系人姓名",
}
_KINDS = {one.value: one.label for one in ApplicantClass}


@dataclass(frozen=True, slots=True)
class Shown:
    """A party as it is shown: who it is, its facts, and whether its answer is awaited."""

    party: str
    role: str
    kind: str
    facts: tuple[tuple[str, str], ...]
    awaited: bool = False


@dataclass(frozen=True, slots=True)
class PartiesPage:
    """What stands on the page; `look` is the one that is open, if any."""

    standing: Standing
    parties: tuple[Shown, ...]
    organs: tuple[str, ...]
    look: Look | None
    until: datetime | None
    seconds_left: int
    looks: tuple[Look, ...]
    may_look: bool


def parties_page(
    case: Case, person: Person, on: date, look: Look | None, now: datetime
) -> PartiesPage:
    """Return the parties of a case: masked, unless a look is open."""
    ledger = ledger_of(case)
    seen = view(effective(ledger), on, case.organ.jurisdiction)
    awaits = {*seen.progress.awaits("third_party")}
    organs = {*seen.progress.awaits("organ")}
    asked = [act.organ for act in effective(ledger) if isinstance(act, OrganAsked)]
    until = look.at + SHOWN if look else None
    looks = Look.objects.filter(chain=case.chain).select_related("person").order_by("-at")
    return PartiesPage(
        standing(ledger, on, case.organ.jurisdiction),
        tuple(
            _shown(one, whole=look is not None, awaited=one.token in awaits)
            for one in case.parties.order_by("pk")
        ),
        tuple(one for one in dict.fromkeys(asked) if one in organs),
        look,
        until,
        max(0, int((until - now).total_seconds())) if until else 0,
        tuple(looks[:50]),
        sees_personal_data(person, case, on),
    )


def _shown(party: Party, *, whole: bool, awaited: bool) -> Shown:
    name = shown_name(party, masked=not whole)
    role, kind = Party.Role(party.role).label, _KINDS.get(party.kind, "")
    facts = (("姓名或者名称", name), *_facts(party, whole=whole))
    return Shown(party.token, role, kind, facts, awaited)


def _facts(party: Party, *, whole: bool) -> Iterator[tuple[str, str]]:
    for name, label in _FACTS.items():
        value = str(getattr(party, name))
        if value:
            yield label, value if whole else masked_number(value)
