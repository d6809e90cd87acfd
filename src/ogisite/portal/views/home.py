"""The portal's first page (首页), how it is used without barriers, and how it looks."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ogi.casework import ApplicantClass
from ogisite.intake.ways import WAYS
from ogisite.portal.columns import columns
from ogisite.portal.organs import host_organ, offline_of
from ogisite.portal.selectors import answering_organs

_YEAR = 365 * 24 * 3600
_SIZES = ("m", "l", "xl")


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the doors: ask, follow; and how without the internet."""
    context = {
        "offline": offline_of(host_organ()),
        "organs": [offline_of(one) for one in answering_organs(localdate())],
    }
    return render(request, "portal/home.html", context)


@require_safe
def access(request: HttpRequest) -> HttpResponse:
    """Say how the pages are used with a keyboard, larger, by ear, and by whom one is helped."""
    return render(request, "portal/access.html", {"offline": offline_of(host_organ())})


@require_safe
def column(request: HttpRequest, key: str) -> HttpResponse:
    """Show one of the statutory columns; the guide says how every organ is reached."""
    if key not in columns():
        raise Http404
    context = {
        "key": key,
        "title": _(columns()[key].title),
        "belongs": _(columns()[key].belongs),
        "organs": [offline_of(one) for one in answering_organs(localdate())],
    }
    return render(request, "portal/column.html", context)


@require_safe
def blank(request: HttpRequest) -> HttpResponse:
    """Show an empty form to be printed."""
    units = [_(one.label) for one in ApplicantClass if one is not ApplicantClass.NATURAL_PERSON]
    ways = [_(label) for label in WAYS.values()]
    context = {"classes": units, "ways": ways, "offline": offline_of(host_organ())}
    return render(request, "portal/blank.html", context)


@require_safe
def size(request: HttpRequest, wanted: str) -> HttpResponse:
    """Remember how large the writing is to be (字号)."""
    if wanted not in _SIZES:
        raise Http404
    return _remembered(request, "size", wanted)


@require_safe
def language(request: HttpRequest, wanted: str) -> HttpResponse:
    """Remember the language of the pages."""
    if wanted not in dict(settings.LANGUAGES):
        raise Http404
    return _remembered(request, settings.LANGUAGE_COOKIE_NAME, wanted)


def _remembered(request: HttpRequest, name: str, value: str) -> HttpResponse:
    back = request.GET.get("next", "")
    safe = url_has_allowed_host_and_scheme(back, None) and back.startswith("/")
    answer = HttpResponseRedirect(back if safe else reverse("portal:home"))
    secure = settings.SESSION_COOKIE_SECURE
    answer.set_cookie(name, value, max_age=_YEAR, samesite="Lax", httponly=True, secure=secure)
    return answer
