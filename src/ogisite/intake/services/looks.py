"""Looking at masked personal data (查看个人信息): with a reason, for a while, and logged."""

from datetime import datetime, timedelta

from django.utils.timezone import localdate

from ogisite.core.models import Look, Person
from ogisite.core.policy import Refused
from ogisite.intake.models import Case
from ogisite.intake.policy import sees_personal_data

SHOWN = timedelta(minutes=10)
WHAT = "当事人信息"


def look(case: Case, reason: str, *, by: Person, at: datetime) -> Look:
    """Log that somebody looks at the parties of a case, and why; raises Refused."""
    if not sees_personal_data(by, case, localdate(at)):
        raise Refused("当事人的完整信息只给本件的登记人员和承办人看")
    return Look.objects.create(person=by, chain=case.chain, what=WHAT, reason=reason, at=at)


def open_look(case: Case, person: Person, at: datetime) -> Look | None:
    """Return the look of a person that is still open."""
    if not sees_personal_data(person, case, localdate(at)):
        return None
    known = Look.objects.filter(person=person, chain=case.chain, what=WHAT, at__gt=at - SHOWN)
    return known.order_by("-at").first()
