"""Personal data encrypted at rest (个人信息加密), and found by a keyed index.

Whoever has the database without the keys reads neither a name nor a number.
"""

import hashlib
import hmac
import unicodedata
from functools import cache
from typing import Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models


class UnreadableError(Exception):
    """Personal data that none of the keys on file opens."""


@cache
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def seal(text: str) -> str:
    """Return a text encrypted with the newest key; "" stays ""."""
    return _box(settings.KEYS.identity).encrypt(text.encode()).decode() if text else ""


def unseal(sealed: str) -> str:
    """Return the text again; raises UnreadableError where no key on file opens it."""
    if not sealed:
        return ""
    try:
        return _box(settings.KEYS.identity).decrypt(sealed.encode()).decode()
    except InvalidToken as error:
        raise UnreadableError("none of the keys in keys.json opens this value") from error


def resealed(sealed: str) -> str:
    """Return what is encrypted, encrypted anew with the newest key."""
    return _box(settings.KEYS.identity).rotate(sealed.encode()).decode() if sealed else ""


def index_of(text: str) -> str:
    """Return the keyed index of a text, by which it is found: width, case, blanks do not count.

    It says that two texts are the same, and nothing else to whoever lacks the key.
    """
    plain = "".join(unicodedata.normalize("NFKC", text).split()).casefold()
    if not plain:
        return ""
    key = bytes.fromhex(settings.KEYS.index)
    return hmac.new(key, plain.encode(), hashlib.sha256).hexdigest()


class SealedField(models.TextField[str, str]):
    """A text that the database holds encrypted."""

    def get_prep_value(self, value: Any) -> Any:
        """Return what is written."""
        return seal(value) if value else ""

    def from_db_value(self, value: str | None, *_: Any) -> str:
        """Return what was written, readable."""
        return unseal(value or "")
