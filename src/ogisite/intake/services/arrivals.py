"""An application comes in (到件): at the desk, or from the public form."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.timezone import localdate

from ogi.casework import Applicant, ApplicantClass, Channel, Item
from ogi.casework.intake import Arrived, Confirmed, Registered
from ogisite.core.crypto import index_of
from ogisite.core.models import Chain, Organ, Person
from ogisite.core.policy import Refused, roles_in
from ogisite.core.services.numbers import next_number
from ogisite.intake.models import Case, Party
from ogisite.intake.services.letters import issue_if_whole
from ogisite.intake.services.recording import append, record

_CODE_DIGITS = 10
RECEIPT = "P01"


@dataclass(frozen=True, slots=True)
class PartyData:
    """What an applicant says of themselves."""

    kind: str
    name: str
    identity: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    contact_name: str = ""


@dataclass(frozen=True, slots=True)
class Arrival:
    """An application as it came in. `submission` is the same for a form that is sent twice."""

    channel: Channel
    on: date
    applicants: Sequence[PartyData]
    items: Sequence[str]
    wanted_way: str = ""
    submission: UUID | None = None
    representative: PartyData | None = None
    note: str = field(default="")


@dataclass(frozen=True, slots=True)
class Receipt:
    """The case, and the code by which its applicant follows it; shown once, kept as an index."""

    case: Case
    code: str


def receive(organ: Organ, arrival: Arrival, *, at: datetime, by: Person | None = None) -> Receipt:
    """Take an application in; `by` is None for one through the portal.

    A form that is sent twice is one case: the second time its code is empty.
    """
    if by and "registrar" not in roles_in(by, organ, localdate(at)):
        raise Refused(f"{organ}的申请由登记人员登记。需要你来登记的，请本机关管理员调整岗位")
    if arrival.submission and (known := _known(organ, arrival.submission)):
        return Receipt(known, "")
    try:
        with transaction.atomic():
            return _received(organ, arrival, at=at, by=by)
    except IntegrityError:
        if arrival.submission and (known := _known(organ, arrival.submission)):
            return Receipt(known, "")
        raise


def _known(organ: Organ, submission: UUID) -> Case | None:
    return Case.objects.filter(organ=organ, submission=submission).first()


def _received(organ: Organ, arrival: Arrival, *, at: datetime, by: Person | None) -> Receipt:
    code = "".join(secrets.choice("0123456789") for _ in range(_CODE_DIGITS))
    case = Case(
        chain=Chain.objects.create(),
        organ=organ,
        submission=arrival.submission,
        code_index=index_of(code),
        wanted_way=arrival.wanted_way,
        created_at=at,
        arrived_on=arrival.on,
        channel=arrival.channel.value,
        state="new",
    )
    case.save()
    applicants = []
    for at_place, one in enumerate(arrival.applicants, 1):
        add_party(case, f"甲{at_place}", Party.Role.APPLICANT, one)
        applicants.append(Applicant(name=f"甲{at_place}", kind=ApplicantClass(one.kind)))
    if arrival.representative:
        add_party(case, "代1", Party.Role.REPRESENTATIVE, arrival.representative)
    items = tuple(Item(key=str(n), asks=asks) for n, asks in enumerate(arrival.items, 1))
    act = Arrived(
        on=arrival.on,
        by=by.name if by else "",
        note=arrival.note,
        channel=arrival.channel,
        applicants=tuple(applicants),
        items=items,
    )
    append(case, act, by=by, at=at)
    return Receipt(case, code)


def add_party(case: Case, token: str, role: Party.Role, data: PartyData) -> Party:
    """Add a party to a case under a token."""
    return Party.objects.create(
        case=case,
        token=token,
        role=role,
        kind=data.kind,
        name=data.name,
        identity=data.identity,
        address=data.address,
        phone=data.phone,
        email=data.email,
        contact_name=data.contact_name,
    )


def confirm(case: Case, on: date, *, by: Person, at: datetime, note: str = "") -> None:
    """Record that receipt was confirmed with the applicant (确认收到, Art. 31)."""
    record(case, Confirmed(on=on, note=note), by=by, at=at)


def register(case: Case, on: date, *, by: Person, at: datetime) -> str:
    """Register a case under the next number of its organ and year, with its receipt (登记回执)
    where the organ's particulars suffice for one; returns the number.
    """
    with transaction.atomic():
        serial = next_number(case.organ, "registered", on.year)
        pattern = case.organ.jurisdiction.rules.numbers.get("registered", "{year}-{serial:04d}")
        number = pattern.format(year=on.year, serial=serial, code=case.organ.code)
        entry = record(case, Registered(on=on, number=number), by=by, at=at)
        issue_if_whole(case, entry, RECEIPT, on, by=by, at=at)
    return number
