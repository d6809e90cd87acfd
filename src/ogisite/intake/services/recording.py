"""Recording an act (登记一项办理行为): permission, change and ledger entry in one transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate
from msgspec.structs import replace

from ogi.casework import key_of
from ogi.casework.acts import Act, Ledger
from ogi.casework.table import case_table
from ogi.docket import refusals
from ogisite.core import ledger as chains
from ogisite.core.models import Chain, Entry, Person
from ogisite.core.policy import Refused
from ogisite.intake.ledgers import Projection, ledger_of, names_of, project
from ogisite.intake.models import Case
from ogisite.intake.policy import case_roles
from ogisite.intake.words import keep_words


@dataclass(eq=False)
class ActRefusedError(Exception):
    """An act cannot be recorded as it is; `reasons` are Chinese sentences with their basis."""

    reasons: tuple[str, ...]

    def __str__(self) -> str:
        """Say all of them."""
        return "；".join(self.reasons)


def record(case: Case, act: Act, *, by: Person, at: datetime) -> Entry:
    """Record an act that a person does; raises Refused or ActRefusedError."""
    return record_all(case, (act,), by=by, at=at)[-1]


def record_all(case: Case, acts: Iterable[Act], *, by: Person, at: datetime) -> list[Entry]:
    """Record several acts that belong together: all of them, or none."""
    with transaction.atomic():
        case = locked(case)
        roles = case_roles(by, case, localdate(at))
        entries = []
        for act in acts:
            move = case_table().moves[key_of(act)]
            if not {*roles} & {*move.roles}:
                who = "或者".join(case_table().roles[one] for one in move.roles)
                raise Refused(f"{move.label}由{who}办。需要你来办的，请本机关管理员调整岗位")
            entries.append(append(case, replace(act, by=act.by or by.name), by=by, at=at))
        return entries


def record_for_public(case: Case, act: Act, *, at: datetime) -> Entry:
    """Record an act that comes from outside: the applicant or a third party through the portal."""
    with transaction.atomic():
        return append(locked(case), act, by=None, at=at)


def locked(case: Case) -> Case:
    """Return a case that nobody else changes before the transaction ends."""
    Chain.objects.select_for_update().get(pk=case.chain_id)
    return Case.objects.select_related("organ", "chain", "handler").get(pk=case.pk)


def append(case: Case, act: Act, *, by: Person | None, at: datetime) -> Entry:
    """Append an act to a locked case if the law lets it follow, and write what follows from it."""
    today = localdate(at)
    if act.on > today:
        raise ActRefusedError((f"日期{act.on}还没有到，今天是{today}",))
    before, place = ledger_of(case), case.organ.jurisdiction
    if found := refusals(before, act, "", place):
        raise ActRefusedError(tuple(f"{one.reason}（{one.cites}）" for one in found))
    entry = chains.append(case.chain, act, before, by=by, at=at)
    write_projection(case, (*before, *chains.acts_of([entry])))
    return entry


def write_projection(case: Case, ledger: Ledger) -> None:
    """Write what follows from the ledger into the fields by which the case is found."""
    found = projection_of(case, ledger)
    for name in Projection.__dataclass_fields__:
        if name != "handler":
            setattr(case, name, getattr(found, name))
    if found.handler != (case.handler.name if case.handler else ""):
        case.handler = Person.objects.filter(name=found.handler).first()
    case.save()
    keep_words(case)


def projection_of(case: Case, ledger: Ledger) -> Projection:
    """Return what follows from the ledger of a case."""
    return project(ledger, names_of(case), case.organ.jurisdiction)
