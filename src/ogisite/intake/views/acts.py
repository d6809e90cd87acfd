"""Recording an act (办理): its form, drawn from its schema, and what speaks against it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from ogi.casework import ACTS, act_label, ledger_from
from ogi.errors import LedgerError
from ogisite.core.desk import DeskRequest, for_people
from ogisite.core.policy import Refused
from ogisite.intake.forms import act_form
from ogisite.intake.selectors import openings
from ogisite.intake.services.recording import ActRefusedError, record
from ogisite.intake.views.case import visible_case


@for_people
@require_http_methods(["GET", "POST"])
def act(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Show the form of an act, or record it."""
    if key not in ACTS:
        raise Http404
    case, on = visible_case(request, pk), localdate()
    acts = openings(case, request.user, on)
    opening = next((one for one in (acts.first, *acts.others) if one and one.act == key), None)
    if opening is None:
        closed = next((one for one in acts.closed if one.act == key), None)
        raise Refused(closed.reason if closed else f"{case.organ}的人员才能办理这一件")
    form = act_form(key)(request.POST or None, initial={"day": on})
    if request.method == "POST" and form.is_valid():
        try:
            record(case, ledger_from([form.plain])[0], by=request.user, at=timezone.now())
        except (ActRefusedError, LedgerError) as error:
            for reason in error.reasons if isinstance(error, ActRefusedError) else error.faults:
                form.add_error(None, reason)
        else:
            messages.success(request, f"已登记：{act_label(key)}")
            return redirect("intake:case", case.pk)
    status = 422 if form.errors else 200
    context = {"case": case, "form": form, "opening": opening}
    return render(request, "desk/act.html", context, status=status)
