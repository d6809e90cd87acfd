"""What is around every request."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import override

from ogi.data import of_place

Answer = Callable[[HttpRequest], HttpResponse]

_DESK = "/desk/"


def chinese_desk(answer: Answer) -> Answer:
    """Answer on the desk in Chinese, whatever the browser asks for: letters and law are Chinese."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(_DESK):
            return answer(request)
        with override("zh-hans"):
            return answer(request)

    return middleware


def place_data(answer: Answer) -> Answer:
    """Answer with the data of the place, if the site has any."""
    folder = settings.CONFIG.data

    def middleware(request: HttpRequest) -> HttpResponse:
        with of_place(Path(folder) if folder else None):
            return answer(request)

    return middleware


def size_limit(answer: Answer) -> Answer:
    """Answer what is far too big before any of it is read."""

    def middleware(request: HttpRequest) -> HttpResponse:
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > settings.REQUEST_LIMIT:
            most = settings.REQUEST_LIMIT // 1024**2
            return render(request, "errors/413.html", {"most": most}, status=413)
        return answer(request)

    return middleware


def password_first(answer: Answer) -> Answer:
    """Let who has a password from somebody else choose their own before anything of the desk."""

    def middleware(request: HttpRequest) -> HttpResponse:
        free = (reverse("core:password"), reverse("core:logout"))
        is_bound = request.path.startswith("/desk/") and request.path not in free
        if is_bound and getattr(request.user, "must_change_password", False):
            return redirect("core:password")
        return answer(request)

    return middleware
