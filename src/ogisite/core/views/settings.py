"""What everybody sets for themselves (我的设置)."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from ogisite.core.desk import DeskRequest, for_people
from ogisite.core.forms import PasswordForm
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
