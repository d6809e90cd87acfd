"""Acts of an administrator (管理员) on people: each is permission, change and record at once."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.timezone import localdate
from django_otp.plugins.otp_totp.models import TOTPDevice

from ogisite.core.models import Appointment, Change, Organ, Person, roles
from ogisite.core.policy import Refused, administered_organs, may_govern

_PASSWORD_BYTES = 9


@dataclass(frozen=True, slots=True)
class Term:
    """From when until when somebody holds a role; None is open."""

    since: date | None = None
    until: date | None = None

    def __str__(self) -> str:
        """Say it in words; "" where it is open on both sides."""
        first = f"自{self.since}" if self.since else ""
        return first + (f"至{self.until}" if self.until else "")


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Who is added (新人员)."""

    login: str
    name: str
    phone: str = ""
    email: str = ""


def check_administers(by: Person, organ: Organ, at: datetime) -> None:
    """Raise Refused where a person does not administer an organ."""
    if not administered_organs(by, localdate(at)).filter(pk=organ.pk).exists():
        raise Refused(f"{organ}的机关信息和人员由它的管理员或者上级的管理员管理")


def add_person(
    organ: Organ, new: NewPerson, held: Mapping[str, Term], *, by: Person, at: datetime
) -> tuple[Person, str]:
    """Add a person with roles; returns them with a password that is shown once."""
    check_administers(by, organ, at)
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    with transaction.atomic():
        person = Person.objects.create_user(new.login, new.name, password)
        person.phone, person.email, person.must_change_password = new.phone, new.email, True
        person.save()
        _record(organ, f"添加人员{new.name}（用户名{new.login}）", by, at)
        appoint(person, organ, held, by=by, at=at)
    return person, password


def appoint(
    person: Person, organ: Organ, held: Mapping[str, Term], *, by: Person, at: datetime
) -> None:
    """Let a person hold these roles in an organ and no others; what ends keeps its days."""
    check_administers(by, organ, at)
    today = localdate(at)
    if person == by and "administrator" not in held and _is_administrator(by, organ, today):
        raise Refused("自己的管理员岗位由别的管理员取消")
    with transaction.atomic():
        known = {
            one.role: one
            for one in Appointment.objects.select_for_update().filter(person=person, organ=organ)
        }
        said = [_held(person, organ, role, term, known.get(role)) for role, term in held.items()]
        said += [_ended(one, today) for role, one in known.items() if role not in held]
        if changes := [one for one in said if one]:
            _record(organ, f"{person.name}的岗位：{'；'.join(changes)}", by, at)


def _is_administrator(person: Person, organ: Organ, on: date) -> bool:
    held = Appointment.objects.filter(person=person, organ=organ, role="administrator")
    return held.in_force(on).exists()


def _held(person: Person, organ: Organ, role: str, term: Term, known: Appointment | None) -> str:
    """Let somebody hold a role for a term; returns what changed, in words."""
    if known and (known.since, known.until) == (term.since, term.until):
        return ""
    one = known or Appointment(person=person, organ=organ, role=role)
    one.since, one.until = term.since, term.until
    one.save()
    days = f"（{term}）" if str(term) else ""
    return f"{'改' if known else '任'}{roles()[role]}{days}"


def _ended(one: Appointment, today: date) -> str:
    """End a role yesterday; one that has not begun is taken away."""
    if one.until and one.until < today:
        return ""
    if one.since and one.since >= today:
        one.delete()
    else:
        one.until = today - timedelta(1)
        one.save()
    return f"不再任{roles()[one.role]}"


def lock_out(person: Person, organ: Organ, *, by: Person, at: datetime) -> None:
    """Let somebody log in no more; who is logged in is out."""
    _check_governs(by, person, at)
    if person == by:
        raise Refused("自己不能停用自己，由别的管理员停用")
    _set_active(person, organ, False, by, at)


def let_in(person: Person, organ: Organ, *, by: Person, at: datetime) -> None:
    """Let somebody log in again."""
    _check_governs(by, person, at)
    _set_active(person, organ, True, by, at)


def _set_active(person: Person, organ: Organ, active: bool, by: Person, at: datetime) -> None:
    with transaction.atomic():
        person.is_active = active
        person.save(update_fields=["is_active"])
        _record(organ, f"{'恢复' if active else '停用'}{person.name}的登录", by, at)


def reset_password(person: Person, organ: Organ, *, by: Person, at: datetime) -> str:
    """Give somebody a password that is shown once; their sessions end, their second factor too."""
    _check_governs(by, person, at)
    password = secrets.token_urlsafe(_PASSWORD_BYTES)
    with transaction.atomic():
        person.set_password(password)
        person.must_change_password = True
        person.save(update_fields=["password", "must_change_password"])
        TOTPDevice.objects.filter(user=person).delete()
        _record(organ, f"重置{person.name}的密码和动态口令", by, at)
    return password


def change_password(person: Person, password: str) -> None:
    """Set the password that a person chose."""
    person.set_password(password)
    person.must_change_password = False
    person.save(update_fields=["password", "must_change_password"])


def _check_governs(by: Person, person: Person, at: datetime) -> None:
    if not may_govern(by, person, localdate(at)):
        raise Refused(f"{person.name}在别的机关也有岗位，停用和重置密码由管理那些机关的管理员办")


def _record(organ: Organ, what: str, by: Person, at: datetime) -> None:
    Change.objects.create(organ=organ, by=by, at=at, what=what)
