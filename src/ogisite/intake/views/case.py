"""The pages of one case (案件): handling, clock, the ledger as a file."""

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, render
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from ogisite.core.desk import DeskRequest, for_people
from ogisite.core.ledger import exported
from ogisite.intake.models import Case
from ogisite.intake.policy import seen_by
from ogisite.intake.showing import clock_page, handling_page


def visible_case(request: DeskRequest, pk: int) -> Case:
    """Return a case that the person may see; else there is none."""
    cases = seen_by(request.user, localdate()).select_related("organ", "chain", "handler")
    return get_object_or_404(cases, pk=pk)


@for_people
@require_safe
def handling(request: DeskRequest, pk: int) -> HttpResponse:
    """Show what happened, what is due, why, and what can be done now."""
    case = visible_case(request, pk)
    page = handling_page(case, request.user, localdate(), oldest_first="old" in request.GET)
    return render(request, "desk/case.html", {"case": case, "page": page, "tab": "handling"})


@for_people
@require_safe
def clock(request: DeskRequest, pk: int) -> HttpResponse:
    """Show how the last day was counted, day by day."""
    case = visible_case(request, pk)
    page = clock_page(case, request.user, localdate())
    return render(request, "desk/clock.html", {"case": case, "page": page, "tab": "clock"})


@for_people
@require_safe
def ledger(request: DeskRequest, pk: int) -> HttpResponse:
    """Give out the ledger as a file that is verified offline."""
    case = visible_case(request, pk)
    answer = JsonResponse(exported(case.chain), json_dumps_params={"ensure_ascii": False})
    answer["Content-Disposition"] = f'attachment; filename="ledger-{case.chain.key}.json"'
    return answer
