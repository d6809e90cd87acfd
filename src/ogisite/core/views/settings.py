"""What everybody sets for themselves (我的设置)."""

from base64 import b32encode

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from ogisite.core.desk import DeskRequest, for_people
from ogisite.core.forms import OwnForm, PasswordForm, SecondFactorForm
from ogisite.core.services.own import (
    has_second_factor,
    new_feed,
    pending_device,
    revoke_feed,
    set_own,
)
from ogisite.core.services.people import change_password


@sensitive_post_parameters()
@never_cache
@for_people
@require_http_methods(["GET", "POST"])
def password(request: DeskRequest) -> HttpResponse:
    """Show the form for a new password, or set it; other sessions of the person end."""
    form = PasswordForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        change_password(request.user, form.cleaned_data["new"])
        update_session_auth_hash(request, request.user)
        messages.success(request, "密码已修改")
        return redirect("intake:home")
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/password.html", {"form": form}, status=status)


@never_cache
@for_people
@require_http_methods(["GET", "POST"])
def own(request: DeskRequest) -> HttpResponse:
    """Show what a person sets for themselves, or set it."""
    day = request.user.office_weekday
    first = {"office_weekday": "" if day is None else day, "shortcuts": request.user.shortcuts}
    form = OwnForm(request.POST or None, initial=first)
    if request.method == "POST" and form.is_valid():
        set_own(request.user, **form.values)
        messages.success(request, "设置已保存")
        return redirect("core:settings")
    context = {"form": form, "has_second_factor": has_second_factor(request.user)}
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/settings.html", context, status=status)


@never_cache
@for_people
@require_POST
def feed(request: DeskRequest) -> HttpResponse:
    """Make a new calendar address and show it once, or revoke the one there is."""
    if "revoke" in request.POST:
        revoke_feed(request.user)
        messages.success(request, "日历地址已作废")
        return redirect("core:settings")
    address = request.build_absolute_uri(reverse("intake:feed", args=[new_feed(request.user)]))
    return render(request, "desk/feed.html", {"address": address})


@sensitive_post_parameters()
@never_cache
@for_people
@require_http_methods(["GET", "POST"])
def second_factor(request: DeskRequest) -> HttpResponse:
    """Show the key of a new second factor, or set it in force."""
    form = SecondFactorForm(request.POST or None, person=request.user)
    if request.method == "POST" and form.is_valid():
        messages.success(request, "动态口令已启用，下次登录要填")
        return redirect("core:settings")
    device = pending_device(request.user)
    key = b32encode(device.bin_key).decode().rstrip("=")
    context = {"form": form, "key": key, "address": device.config_url}
    status = 422 if request.method == "POST" else 200
    return render(request, "desk/second_factor.html", context, status=status)
