"""Pages for what went another way (出错页): what happened, and what to do now."""

import logging
import secrets

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from ogisite.core.policy import Refused

_log = logging.getLogger("ogisite")


def _base(request: HttpRequest) -> str:
    """Return the frame of the page: that of the desk, or that of the public."""
    return "desk/base.html" if request.path.startswith("/desk/") else "portal/base.html"


def refused(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that what was sent is too long, or cannot be made out."""
    return render(request, "errors/400.html", {"base": _base(request)}, status=400)


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say who may, and how to get there."""
    says = exception.says if isinstance(exception, Refused) else ""
    return render(request, "errors/403.html", {"base": _base(request), "says": says}, status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page, or none that may be seen."""
    return render(request, "errors/404.html", {"base": _base(request)}, status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the platform failed, with an id by which it is found in the log.

    The page is made of what is at hand: it also comes where the database does not answer.
    """
    error_id = secrets.token_hex(4)
    known = {"request": request, "error_id": error_id, "status_code": 500}
    _log.error("unforeseen error", exc_info=True, extra=known)
    named = {"platform": settings.CONFIG.platform, "region": settings.CONFIG.region}
    context = {"base": _base(request), "error_id": error_id, **named}
    return HttpResponse(render_to_string("errors/500.html", context), status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the page was open too long, or came from elsewhere."""
    return render(request, "errors/expired.html", {"base": _base(request)}, status=403)
