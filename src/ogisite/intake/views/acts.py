"""Recording an act (办理): its form, its letters beside it, and what speaks against it."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from ogi.casework import ACTS, act_label
from ogi.errors import LedgerError
from ogisite.core.desk import DeskRequest, for_people
from ogisite.intake.act_forms import ActForm, act_form
from ogisite.intake.act_pages import ActPage, opening_of, sheets_of
from ogisite.intake.models import Case
from ogisite.intake.services.acting import do
from ogisite.intake.services.recording import ActRefusedError
from ogisite.intake.views.case import visible_case


@for_people
@require_http_methods(["GET", "POST"])
def act(request: DeskRequest, pk: int, key: str) -> HttpResponse:
    """Show the form of an act and its letters, or record it."""
    if key not in ACTS:
        raise Http404
    case, on = visible_case(request, pk), localdate()
    opening = opening_of(case, request.user, key, on)
    made = act_form(case, key, on)
    form = made(request.POST or None, initial={"day": on, **made.starts})
    if request.method == "POST" and "preview" not in request.POST and _done(request, case, form):
        messages.success(request, f"已登记：{act_label(key)}")
        return redirect("intake:case", case.pk)
    page = ActPage(opening, form, sheets_of(case, form, on))
    status = 422 if form.errors else 200
    return render(request, "desk/act.html", {"case": case, "page": page}, status=status)


def _done(request: DeskRequest, case: Case, form: ActForm) -> bool:
    """Record an act; what speaks against it is said by the form."""
    if not form.is_valid():
        return False
    try:
        do(case, form.doing, by=request.user, at=timezone.now())
    except (ActRefusedError, LedgerError) as error:
        for reason in error.reasons if isinstance(error, ActRefusedError) else error.faults:
            form.add_error(None, str(reason))
        return False
    return True
