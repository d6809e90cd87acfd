"""What the pages of the public have in common: problems, the page for too many tries."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from ogisite.core.services.limits import TooOftenError
from ogisite.portal.limits import limits_file
from ogisite.portal.organs import host_organ, offline_of


@dataclass(frozen=True, slots=True)
class Problem:
    """What is to be changed, and the id of the field in which."""

    field: str
    says: str


def problems_of(given: Iterable[forms.Form]) -> list[Problem]:
    """Return everything that is wrong with forms, in the order of the page."""
    return [
        Problem("" if name == NON_FIELD_ERRORS else str(form[name].id_for_label), str(says))
        for form in given
        for name in (*form.fields, NON_FIELD_ERRORS)
        for says in form.errors.get(name, ())
    ]


def page(
    request: HttpRequest, name: str, context: dict[str, Any], problems: Iterable[Problem] = ()
) -> HttpResponse:
    """Return a page; one with problems says so, in its title and by its status."""
    found = list(problems)
    context = {**context, "problems": found}
    answer = render(request, f"portal/{name}.html", context, status=422 if found else 200)
    answer["Cache-Control"] = "private, no-store"
    answer["X-Robots-Tag"] = "noindex"
    return answer


def too_often(request: HttpRequest, error: TooOftenError, back: str) -> HttpResponse:
    """Say how many there may be, until when, that nothing is lost, and which way is open."""
    entry = limits_file().limits[error.limit.kind]
    context = {
        "entry": entry,
        "what": _(entry.what),
        "unit": _(entry.unit),
        "used": error.used,
        "until": localtime(error.until),
        "back": back,
        "offline": offline_of(host_organ()),
    }
    answer = render(request, "portal/too_often.html", context, status=429)
    answer["Retry-After"] = str(error.limit.minutes * 60)
    return answer
