"""My work (我的工作) and the list of applications (申请)."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from ogisite.core.desk import DeskRequest, for_people
from ogisite.intake.export import MEDIA_TYPE, exported
from ogisite.intake.listing import Filters, page_of
from ogisite.intake.work import work_of


@for_people
@require_safe
def home(request: DeskRequest) -> HttpResponse:
    """Show what has to be done today, and why."""
    work = work_of(request.user, localdate())
    return render(request, "desk/home.html", {"work": work, "todo_count": work.count})


@for_people
@require_safe
def cases(request: DeskRequest) -> HttpResponse:
    """Show the applications that a person may see, by filter, newest first."""
    filters = Filters.of(request.GET)
    page = page_of(request.user, filters, localdate())
    return render(request, "desk/cases.html", {"page": page, "filters": filters})


@for_people
@require_safe
def export(request: DeskRequest) -> HttpResponse:
    """Return the list of the filter as a workbook, all pages of it."""
    on = localdate()
    content = exported(request.user, Filters.of(request.GET), on)
    answer = HttpResponse(content, content_type=MEDIA_TYPE)
    answer["Content-Disposition"] = content_disposition_header(True, f"申请台账{on}.xlsx") or ""
    answer["Cache-Control"] = "private, no-store"
    return answer
