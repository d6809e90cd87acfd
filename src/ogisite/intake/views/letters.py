"""The letters of a case (文书): those that went out, as they went out, and those that are due."""

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils.http import content_disposition_header
from django.utils.timezone import localdate
from django.views.decorators.http import require_safe

from ogi.errors import MissingPartError
from ogisite.core.desk import DeskRequest, for_people
from ogisite.core.policy import Refused
from ogisite.core.serving import download
from ogisite.intake.fields import number_in
from ogisite.intake.letter_pages import letters_page, pdf_of
from ogisite.intake.models import IssuedLetter
from ogisite.intake.policy import case_roles
from ogisite.intake.views.case import visible_case

_PDF = "application/pdf"


@for_people
@require_safe
def letters(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the letters of a case, one of them as it went out."""
    case = visible_case(request, pk)
    chosen = request.GET.get("letter", "")
    page = letters_page(case, request.user, localdate(), number_in(chosen))
    return render(request, "desk/letters.html", {"case": case, "page": page, "tab": "letters"})


@for_people
@require_safe
def letter_file(request: DeskRequest, pk: int, letter: int, kind: str) -> HttpResponseBase:
    """Give out a letter with its names: to those who work in the case."""
    case = visible_case(request, pk)
    if not case_roles(request.user, case, localdate()):
        raise Refused("文书写有完整姓名，只有本件的经办人员可以下载；要看的，在文书页看遮盖的样子")
    found: IssuedLetter = get_object_or_404(case.letters, pk=letter)
    if kind == "docx":
        return download(found.docx, f"{found}.docx")
    if kind != "pdf":
        raise Http404
    try:
        content = pdf_of(found)
    except MissingPartError as error:
        raise Refused(str(error)) from error
    name = content_disposition_header(as_attachment=True, filename=f"{found}.pdf")
    headers = {"Content-Disposition": str(name), "Cache-Control": "private, no-store"}
    return HttpResponse(content, content_type=_PDF, headers=headers)
