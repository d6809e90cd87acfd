"""Following a case (查询进度): by its number and its code, and what the applicant does in it."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from ogisite.core.addresses import network_of
from ogisite.core.services.limits import TooOftenError, check, note
from ogisite.core.serving import download
from ogisite.intake.models import Case
from ogisite.intake.services.recording import ActRefusedError
from ogisite.portal.forms import What, items_of
from ogisite.portal.limits import limit
from ogisite.portal.organs import host_organ, offline_of
from ogisite.portal.pages import Problem, page, problems_of, too_often
from ogisite.portal.posting import papers_of, typed
from ogisite.portal.selectors import case_by_code
from ogisite.portal.services import answers
from ogisite.portal.tracking import (
    letters_for_applicant,
    open_acts,
    supplied_with,
    told_case,
)
from ogisite.portal.visits import open_case, opened_case

P = ParamSpec("P")
_LONGEST = 5000


@require_http_methods(["GET", "HEAD", "POST"])
def track(request: HttpRequest) -> HttpResponse:
    """Ask for number and code, or open the case that they belong to."""
    at, source = timezone.now(), network_of(request)
    number, code = (request.POST.get(name, "")[:60] for name in ("number", "code"))
    context = {"number": number, "code": code, "offline": offline_of(host_organ())}
    if request.method != "POST":
        return page(request, "track", context)
    try:
        check(limit("track"), source, at=at)
    except TooOftenError as error:
        return too_often(request, error, reverse("portal:track"))
    if found := case_by_code(number, code):
        open_case(request, found)
        return redirect("portal:case", found.pk)
    note(limit("track"), source, at=at)
    says = _("没有查到：编号和查询码对不上。照回执核对这两项，数字0和字母O、数字1和字母l容易看错")
    return page(request, "track", context, [Problem("id_number", says)])


def of_applicant(
    view: Callable[Concatenate[HttpRequest, Case, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, int, P], HttpResponseBase]:
    """Let only who opened a case by its code see its pages; everybody else is asked for it."""

    @wraps(view)
    def seen(request: HttpRequest, pk: int, *args: P.args, **more: P.kwargs) -> HttpResponseBase:
        case = opened_case(request, pk)
        return view(request, case, *args, **more) if case else redirect("portal:track")

    return seen  # type: ignore[return-value]


@of_applicant
@require_safe
def case(request: HttpRequest, case: Case) -> HttpResponse:
    """Show how the case stands, why, and what the applicant can do."""
    told = told_case(case, localdate())
    context = {"case": case, "told": told, "offline": offline_of(case.organ)}
    return page(request, "track_case", context)


@of_applicant
@require_safe
def letter(request: HttpRequest, case: Case, letter: int) -> HttpResponseBase:
    """Serve a letter that went out to the applicant."""
    found = next((one for one in letters_for_applicant(case) if one.pk == letter), None)
    if found is None:
        raise Http404
    return download(found.docx, f"{found.title}.docx")


@of_applicant
@require_safe
def supplied(request: HttpRequest, case: Case, paper: int) -> HttpResponseBase:
    """Serve information that was supplied with a letter that went out to the applicant."""
    papers = supplied_with(letters_for_applicant(case))
    found = next((one for one in papers if one.pk == paper), None)
    if found is None:
        raise Http404
    return download(found.file, found.name)


@of_applicant
@require_http_methods(["GET", "HEAD", "POST"])
def correct(request: HttpRequest, case: Case) -> HttpResponse:
    """Show what is to be added, or take it in."""
    if "correction_received" not in open_acts(case, localdate()):
        return redirect("portal:case", case.pk)
    told = told_case(case, localdate())
    asks = typed(request, "asks") if request.method == "POST" else told.asks
    form = What({"asks": asks}) if request.method == "POST" else What(initial={"asks": asks})
    problems: list[Problem] = []
    if request.method == "POST":
        papers, problems = papers_of(request, problems_of([form]), at=timezone.now())
        if not problems:

            def act() -> None:
                answers.correct(case, items_of(asks), papers, at=timezone.now())

            return _done(request, case, act, _("补充的内容已经收到"))
    context = {"case": case, "told": told, "form": form, "offline": offline_of(case.organ)}
    return page(request, "correct", context, problems)


@of_applicant
@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, case: Case) -> HttpResponse:
    """Say what withdrawing does, or withdraw."""
    if "withdrawn" not in open_acts(case, localdate()):
        return redirect("portal:case", case.pk)
    if request.method == "POST":
        return _done(
            request, case, lambda: answers.withdraw(case, at=timezone.now()), _("申请已经撤回")
        )
    return page(request, "withdraw", {"case": case, "offline": offline_of(case.organ)})


@of_applicant
@require_http_methods(["GET", "HEAD", "POST"])
def reasons(request: HttpRequest, case: Case) -> HttpResponse:
    """Ask for the reasons that the organ wants, or take them in."""
    if "reasons_given" not in open_acts(case, localdate()):
        return redirect("portal:case", case.pk)
    text = typed(request, "reasons")
    problems: list[Problem] = []
    if request.method == "POST":
        papers, problems = papers_of(request, _wrong_reasons(text), at=timezone.now())
        if not problems:

            def act() -> None:
                answers.give_reasons(case, text, papers, at=timezone.now())

            return _done(request, case, act, _("理由已经收到，由机关登记"))
    context = {"case": case, "text": text, "offline": offline_of(case.organ)}
    return page(request, "reasons", context, problems)


def _wrong_reasons(text: str) -> list[Problem]:
    if not text.strip():
        return [Problem("id_reasons", _("理由没有填，写明为什么要提这些申请"))]
    if len(text) > _LONGEST:
        says = _("理由有%(n)s个字，最多%(most)s个字，删减或者作为附件传")
        return [Problem("id_reasons", says % {"n": len(text), "most": _LONGEST})]
    return []


def _done(request: HttpRequest, case: Case, act: Callable[[], None], says: str) -> HttpResponse:
    """Do something in a case and say so, unless there were too many or the law has changed it."""
    at, source = timezone.now(), network_of(request)
    try:
        check(limit("answer"), source, at=at)
        act()
    except TooOftenError as error:
        return too_often(request, error, request.path)
    except ActRefusedError as error:
        messages.warning(request, str(error), extra_tags="warn")
        return redirect("portal:case", case.pk)
    note(limit("answer"), source, at=at)
    messages.success(request, says)
    return redirect("portal:case", case.pk)
