"""Who may what with an application (权限): one place for lists, pages, files, exports, feeds."""

from datetime import date

from django.db.models import Q, QuerySet

from ogisite.core.models import Person
from ogisite.core.policy import roles_in, seen_organs, supervised_organs, work_organs
from ogisite.intake.models import Case

HANDLER = "handler"


def seen_by(person: Person, on: date) -> QuerySet[Case]:
    """Return the cases that a person may see: of organs where they work or supervise."""
    return Case.objects.filter(organ__in=seen_organs(person, on))


def worked_by(person: Person, on: date) -> QuerySet[Case]:
    """Return the cases of the organs in which a person has work to do."""
    return Case.objects.filter(organ__in=work_organs(person, on))


def case_roles(person: Person, case: Case, on: date) -> tuple[str, ...]:
    """Return the roles in which a person may act in a case; none for who only supervises.

    A case that was given to somebody is handled by them alone (分派承办人).
    """
    held = roles_in(person, case.organ, on) - {"supervisor", "administrator"}
    if HANDLER in held and case.handler_id not in (None, person.pk):
        held -= {HANDLER}
    return tuple(sorted(held))


def sees_personal_data(person: Person, case: Case, on: date) -> bool:
    """Tell whether a person may ask to see personal data: who registers or handles the case."""
    return bool({"registrar", HANDLER} & {*case_roles(person, case, on)})


def supervises(person: Person, case: Case, on: date) -> bool:
    """Tell whether a person sees a case as its supervisor."""
    return supervised_organs(person, on).filter(Q(pk=case.organ_id)).exists()
