"""What a visitor of the portal has at hand (访客): kept in their session, each for its time."""

import time
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from ogisite.intake.models import Case
from ogisite.portal.limits import limits_file
from ogisite.portal.models import Filling

_FILLING, _RECEIPT, _OPENED = "filling", "receipt", "opened"


def filling_of(request: HttpRequest, *, at: datetime) -> Filling | None:
    """Return the application that the visitor is filling in."""
    return _kept(request.session.get(_FILLING), at, case=None)


def receipt_of(request: HttpRequest, *, at: datetime) -> Filling | None:
    """Return what the visitor submitted just now."""
    found = _kept(request.session.get(_RECEIPT), at)
    return found if found and found.case_id else None


def _kept(key: Any, at: datetime, **more: Any) -> Filling | None:
    if not key:
        return None
    kept = Filling.objects.filter(key=key, expires_at__gt=at, **more)
    return kept.select_related("organ", "case").first()


def fill(request: HttpRequest, filling: Filling) -> None:
    """Let the visitor go on with an application."""
    request.session[_FILLING] = str(filling.key)


def hand_receipt(request: HttpRequest, filling: Filling) -> None:
    """Let the visitor see the receipt of what they submitted.

    The key of the session stays: of two clicks, the answer to the second is what is seen.
    """
    request.session.pop(_FILLING, None)
    request.session[_RECEIPT] = str(filling.key)
    if filling.case:
        _open(request, filling.case)


def leave(request: HttpRequest) -> None:
    """Take everything from this browser: the next one at it finds nothing."""
    for name in (_FILLING, _RECEIPT, _OPENED):
        request.session.pop(name, None)


def open_case(request: HttpRequest, case: Case) -> None:
    """Let the visitor see one case for a while: they had its number and its code."""
    _open(request, case)
    request.session.cycle_key()


def _open(request: HttpRequest, case: Case) -> None:
    until = time.time() + limits_file().keeps.access_minutes * 60
    opened = request.session.get(_OPENED, {})
    request.session[_OPENED] = {**opened, str(case.pk): [case.code_index, until]}


def opened_case(request: HttpRequest, pk: int) -> Case | None:
    """Return a case that the visitor opened, as long as its code and their time hold."""
    code_index, until = request.session.get(_OPENED, {}).get(str(pk), ("", 0))
    if not code_index or until < time.time():
        return None
    found = Case.objects.select_related("organ", "chain")
    return found.filter(pk=pk, code_index=code_index).first()
