"""Pages for what went another way (出错页): what happened, and what to do now."""

import logging
import secrets

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from ogisite.core.policy import Refused

_log = logging.getLogger("ogisite")


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say who may, and how to get there."""
    says = exception.says if isinstance(exception, Refused) else ""
    return render(request, "errors/403.html", {"says": says}, status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Say that there is no such page, or none that may be seen."""
    return render(request, "errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Say that the platform failed, with an id by which it is found in the log."""
    error_id = secrets.token_hex(4)
    _log.error("unforeseen error %s at %s", error_id, request.path)
    return render(request, "errors/500.html", {"error_id": error_id}, status=500)


def csrf(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Say that the page was open too long, or came from elsewhere."""
    return render(request, "errors/expired.html", status=403)
