"""Logging in (登录), with the second factor of who has one, and out again."""

from typing import Any

from django import forms
from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST
from django_otp import devices_for_user, match_token
from django_otp import login as otp_login

from ogisite.core.models import Person


class LoginForm(forms.Form):
    """Name, password, and the code of who has a second factor."""

    login = forms.CharField(label="用户名", max_length=60)
    password = forms.CharField(label="密码", max_length=200, strip=False)
    code = forms.CharField(label="动态口令", max_length=6, required=False)

    request: HttpRequest
    person: Person | None = None

    def clean(self) -> dict[str, Any]:
        """Find who it is; what was wrong is not told apart."""
        given = self.cleaned_data
        if not given.get("login") or not given.get("password"):
            return given
        person = authenticate(self.request, username=given["login"], password=given["password"])
        if person is None or not _second_factor(person, given.get("code", "")):
            raise forms.ValidationError(
                "用户名、密码或者动态口令不对。启用了动态口令的，三项都要填"
            )
        self.person = person
        return given


def _second_factor(person: Any, code: str) -> bool:
    if not any(devices_for_user(person)):
        return True
    device = match_token(person, code) if code else None
    if device is None:
        return False
    person.otp_device = device
    return True


@never_cache
@require_http_methods(["GET", "POST"])
def log_in(request: HttpRequest) -> HttpResponse:
    """Show the form, or let somebody in."""
    form = LoginForm(request.POST or None)
    form.request = request
    if request.method == "POST" and form.is_valid() and form.person:
        login(request, form.person, backend="django.contrib.auth.backends.ModelBackend")
        if device := getattr(form.person, "otp_device", None):
            otp_login(request, device)
        return HttpResponseRedirect(_next(request))
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/login.html", {"form": form, "next": _next(request)}, status=status)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    hosts = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(wanted, hosts, require_https=request.is_secure())
    return wanted if wanted and safe else reverse(settings.LOGIN_REDIRECT_URL)


@require_POST
def log_out(request: HttpRequest) -> HttpResponse:
    """Let somebody out."""
    logout(request)
    return redirect("core:login")


def locked(request: HttpRequest, credentials: dict[str, Any], *_: Any) -> HttpResponse:
    """Say that there were too many tries, and how long it lasts."""
    minutes = round(settings.AXES_COOLOFF_TIME * 60)
    return render(request, "desk/locked.html", {"minutes": minutes}, status=429)
