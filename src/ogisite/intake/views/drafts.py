"""Drafting a reply (起草答复): by item, with the letter beside it; two at once lose nothing."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods

from ogisite.core.desk import DeskRequest, for_people
from ogisite.intake.act_pages import opening_of
from ogisite.intake.conflicts import differences
from ogisite.intake.ledgers import names_of
from ogisite.intake.letters import sheet_of
from ogisite.intake.models import Case
from ogisite.intake.replies import Content, case_items, composed_reply
from ogisite.intake.reply_forms import DraftForm
from ogisite.intake.services.drafting import ConflictError, save_draft, submit_draft
from ogisite.intake.services.recording import ActRefusedError
from ogisite.intake.views.case import visible_case


@for_people
@require_http_methods(["GET", "POST"])
def draft(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the draft and its letter, save it, or send it to review."""
    case = visible_case(request, pk)
    opening_of(case, request.user, "drafted", localdate())
    items = case_items(case)
    if request.method == "GET":
        known = getattr(case, "draft", None)
        version = known.version if known else 0
        return _shown(request, case, DraftForm.of(items, Content.of(known), version))
    form = DraftForm.sent(items, request.POST)
    if not form.is_valid():
        return _shown(request, case, form, status=422)
    if "preview" in request.POST:
        return _shown(request, case, form)
    return _saved(request, case, form)


def _saved(request: DeskRequest, case: Case, form: DraftForm) -> HttpResponse:
    content, at = form.content, timezone.now()
    try:
        if "submit" not in request.POST:
            save_draft(case, content, form.version, by=request.user, at=at)
            messages.success(request, f"草稿存于{timezone.localtime(at):%H:%M}")
            return redirect("intake:act", case.pk, "drafted")
        submit_draft(case, content, form.version, by=request.user, at=at)
    except ConflictError as error:
        return _conflict(request, case, content, error)
    except ActRefusedError as error:
        return _shown(request, case, form, error.reasons, status=422)
    messages.success(request, "已送审")
    return redirect("intake:case", case.pk)


def _shown(
    request: DeskRequest,
    case: Case,
    form: DraftForm,
    reasons: tuple[str, ...] = (),
    *,
    status: int = 200,
) -> HttpResponse:
    content = form.content if form.forms[0].is_bound and form.is_valid() else _known(case)
    sheet = sheet_of(composed_reply(case, content, localdate()), names_of(case))
    context = {"case": case, "form": form, "sheet": sheet, "reasons": reasons}
    return render(request, "desk/draft.html", context, status=status)


def _known(case: Case) -> Content:
    return Content.of(getattr(case, "draft", None))


def _conflict(
    request: DeskRequest, case: Case, mine: Content, error: ConflictError
) -> HttpResponse:
    """Show both texts side by side; what was typed goes on in hidden fields."""
    now = error.draft
    fields = [(k, v) for k, v in request.POST.lists() if k not in _NOT_CONTENT]
    context = {
        "case": case,
        "now": now,
        "rows": differences(case_items(case), mine, Content.of(now)),
        "fields": [(key, one) for key, values in fields for one in values],
    }
    return render(request, "desk/conflict.html", context, status=409)


_NOT_CONTENT = frozenset(("csrfmiddlewaretoken", "version", "save", "submit", "preview"))
