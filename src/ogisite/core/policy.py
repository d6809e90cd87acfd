"""Who may what, beyond a single case (权限): roles, organs, the tree of supervision.

A supervisor of a competent department sees the organs below its parent; a supervisor of
another organ those below that organ itself.
"""

from collections import defaultdict
from datetime import date

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from ogisite.core.models import Appointment, Organ, Person


class Refused(PermissionDenied):
    """A person may not do this; `says` tells them in Chinese who may, and what to do."""

    def __init__(self, says: str) -> None:
        """Keep what is said."""
        super().__init__(says)
        self.says = says


def roles_in(person: Person, organ: Organ, on: date) -> frozenset[str]:
    """Return the roles of a person in an organ on a day."""
    held = Appointment.objects.filter(person=person, organ=organ).in_force(on)
    return frozenset(held.values_list("role", flat=True)) if person.is_active else frozenset()


def work_organs(person: Person, on: date) -> QuerySet[Organ]:
    """Return the organs in which a person has a role of a case."""
    if not person.is_active:
        return Organ.objects.none()
    held = Appointment.objects.filter(person=person).in_force(on)
    working = held.exclude(role__in=("supervisor", "administrator"))
    return Organ.objects.filter(pk__in=working.values("organ"))


def supervised_organs(person: Person, on: date) -> QuerySet[Organ]:
    """Return the organs that a person supervises (监督), over the tree."""
    if not person.is_active:
        return Organ.objects.none()
    held = Appointment.objects.filter(person=person, role="supervisor").in_force(on)
    tops = set()
    for organ in Organ.objects.filter(appointments__in=held):
        tops.add(organ.parent_id if organ.is_competent and organ.parent_id else organ.pk)
    return Organ.objects.filter(pk__in=below(tops)) if tops else Organ.objects.none()


def below(tops: set[int]) -> set[int]:
    """Return organs and all below them."""
    children: dict[int, list[int]] = defaultdict(list)
    for pk, parent in Organ.objects.exclude(parent=None).values_list("pk", "parent_id"):
        if parent is not None:
            children[parent].append(pk)
    found, todo = set(tops), list(tops)
    while todo:
        for pk in children[todo.pop()]:
            if pk not in found:
                found.add(pk)
                todo.append(pk)
    return found


def seen_organs(person: Person, on: date) -> QuerySet[Organ]:
    """Return the organs whose work a person sees: their own, and those they supervise."""
    return Organ.objects.filter(
        Q(pk__in=work_organs(person, on).values("pk"))
        | Q(pk__in=supervised_organs(person, on).values("pk"))
    )


def administered_organs(person: Person, on: date) -> QuerySet[Organ]:
    """Return the organs that a person administers, each with all below it."""
    if not person.is_active:
        return Organ.objects.none()
    held = Appointment.objects.filter(person=person, role="administrator").in_force(on)
    tops = set(Organ.objects.filter(appointments__in=held).values_list("pk", flat=True))
    return Organ.objects.filter(pk__in=below(tops))


def may_govern(person: Person, other: Person, on: date) -> bool:
    """Tell whether somebody may lock another out: who administers every organ that one is in.

    An administrator of a small organ so never takes over who administers the whole county.
    """
    held = set(Appointment.objects.filter(person=other).values_list("organ", flat=True))
    administered = set(administered_organs(person, on).values_list("pk", flat=True))
    return bool(held) and held <= administered
