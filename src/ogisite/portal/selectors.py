"""What the public's pages ask for: organs that answer, and a case by its number and code."""

import unicodedata
from datetime import date

from django.db.models import Q, QuerySet

from ogisite.core.crypto import index_of
from ogisite.core.models import Appointment, Organ
from ogisite.intake.models import Case

_CODE_DIGITS = 10
_MOST_DIGITS = 15


def answering_organs(on: date) -> QuerySet[Organ]:
    """Return the organs to which an application can be made: open, with somebody to register."""
    registrars = Appointment.objects.filter(role="registrar").in_force(on)
    there = Organ.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=on))
    return there.filter(pk__in=registrars.values("organ")).order_by("name")


def case_by_code(number: str, code: str) -> Case | None:
    """Return the case of a number and a code; a wrong one of either takes the same way."""
    folded = unicodedata.normalize("NFKC", number)
    typed = "".join(one for one in folded if one.isprintable() and not one.isspace())
    digits = "".join(one for one in unicodedata.normalize("NFKC", code) if one.isdecimal())
    index = index_of(digits if len(digits) == _CODE_DIGITS else "none")
    serial = typed.removeprefix("收件")
    known = serial.isascii() and serial.isdecimal() and len(serial) <= _MOST_DIGITS
    named = Q(number__iexact=typed) | Q(pk=int(serial) if known else 0)
    return Case.objects.exclude(code_index="").filter(named, code_index=index).first()
