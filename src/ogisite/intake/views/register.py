"""Taking an application in at the desk (登记申请)."""

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from ogi.casework import Channel
from ogisite.core.desk import DeskRequest, for_people
from ogisite.core.models import Organ
from ogisite.core.policy import Refused, roles_in, work_organs
from ogisite.core.templatetags.ogi import long_day
from ogisite.intake.forms import ArrivalForm
from ogisite.intake.services.arrivals import Arrival, PartyData, receive, register
from ogisite.intake.services.recording import ActRefusedError


def registrars_organ(request: DeskRequest) -> Organ:
    """Return the organ in which the person registers; raises Refused where there is none."""
    on = localdate()
    for organ in work_organs(request.user, on):
        if "registrar" in roles_in(request.user, organ, on):
            return organ
    raise Refused("申请由登记人员登记。需要你来登记的，请本机关管理员调整岗位")


@for_people
@require_http_methods(["GET", "POST"])
def new(request: DeskRequest) -> HttpResponse:
    """Show the form, or register an application."""
    organ = registrars_organ(request)
    initial = {"on": localdate(), "submission": uuid.uuid4()}
    form = ArrivalForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            return _registered(request, organ, form)
        except ActRefusedError as error:
            for reason in error.reasons:
                form.add_error(None, reason)
    status = 422 if form.errors else 200
    return render(request, "desk/register.html", {"form": form, "organ": organ}, status=status)


def _registered(request: DeskRequest, organ: Organ, form: ArrivalForm) -> HttpResponse:
    given, at = form.cleaned_data, timezone.now()
    who = PartyData(
        **{name: given[name] for name in ("kind", "name", "identity", "address", "phone", "email")}
    )
    arrival = Arrival(
        channel=Channel(given["channel"]),
        on=given["on"],
        applicants=[who],
        items=form.items,
        wanted_way=given["wanted_way"],
        submission=given["submission"],
    )
    case = receive(organ, arrival, at=at, by=request.user).case
    if case.state == "received" and not case.number:
        register(case, given["on"], by=request.user, at=at)
        case.refresh_from_db()
    said = f"已登记为{case.name}" + (f"，答复期限{long_day(case.due_on)}" if case.due_on else "")
    messages.success(request, said if case.number else f"{said}。确认收到以后再编号")
    return redirect("intake:case", case.pk)
