"""Going on with an application that was put by (继续填), or taking it from this browser."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from ogisite.core.addresses import network_of
from ogisite.core.services.limits import TooOftenError, check, note
from ogisite.portal.limits import limit
from ogisite.portal.pages import Problem, page, too_often
from ogisite.portal.services.fillings import resumed
from ogisite.portal.visits import fill, filling_of, leave


@require_http_methods(["GET", "HEAD", "POST"])
def resume(request: HttpRequest) -> HttpResponse:
    """Ask for the code, or go on with the application that was put by under it."""
    at, source = timezone.now(), network_of(request)
    context = {"filling": filling_of(request, at=at), "typed": request.POST.get("code", "")[:40]}
    if request.method != "POST":
        return page(request, "resume", context)
    try:
        check(limit("resume"), source, at=at)
    except TooOftenError as error:
        return too_often(request, error, reverse("portal:resume"))
    if found := resumed(request.POST.get("code", ""), at=at):
        request.session.cycle_key()
        fill(request, found)
        return redirect("portal:check")
    note(limit("resume"), source, at=at)
    says = _("没有找到存下的申请：续填码不对，或者已经过了保存的日子。再核对一遍，或者重新填")
    return page(request, "resume", context, [Problem("id_code", says)])


@require_POST
def forget(request: HttpRequest) -> HttpResponse:
    """Take everything from this browser."""
    leave(request)
    return redirect("portal:home")
