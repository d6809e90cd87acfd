"""What people set for themselves (我的设置): office day, shortcuts, calendar, second factor."""

import secrets

from django.db import transaction
from django_otp.plugins.otp_totp.models import TOTPDevice

from ogisite.core.crypto import index_of
from ogisite.core.models import Person

_BYTES = 24


def set_own(person: Person, *, office_weekday: int | None, shortcuts: bool) -> None:
    """Set when somebody is in the office (None: every working day), and whether keys work."""
    person.office_weekday, person.shortcuts = office_weekday, shortcuts
    person.save(update_fields=["office_weekday", "shortcuts"])


def new_feed(person: Person) -> str:
    """Return the token of a new calendar address, shown once; the one before opens no more."""
    token = secrets.token_urlsafe(_BYTES)
    person.feed_index = _index(token)
    person.save(update_fields=["feed_index"])
    return token


def revoke_feed(person: Person) -> None:
    """Let the calendar address open no more."""
    person.feed_index = ""
    person.save(update_fields=["feed_index"])


def person_of_feed(token: str) -> Person | None:
    """Return whose calendar a token opens; nobody's who cannot log in."""
    return Person.objects.filter(feed_index=_index(token), is_active=True).first()


def _index(token: str) -> str:
    """Return the keyed index of a token, in which case counts."""
    return index_of("feed:" + token.encode().hex())


def pending_device(person: Person) -> TOTPDevice:
    """Return the second factor that is being set up."""
    found, _ = TOTPDevice.objects.get_or_create(
        user=person, confirmed=False, defaults={"name": "动态口令"}
    )
    return found


def confirm_device(person: Person, code: str) -> bool:
    """Set the second factor in force if the code is its own; it takes the place of another."""
    with transaction.atomic():
        device = pending_device(person)
        if not device.verify_token(code):
            return False
        TOTPDevice.objects.filter(user=person, confirmed=True).delete()
        device.confirmed = True
        device.save()
    return True


def has_second_factor(person: Person) -> bool:
    """Tell whether logging in takes a code."""
    return bool(TOTPDevice.objects.filter(user=person, confirmed=True).exists())
