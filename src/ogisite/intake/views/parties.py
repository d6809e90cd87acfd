"""The parties of a case (当事人): masked, and for a reason shown for a while."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from ogisite.core.desk import DeskRequest, for_people
from ogisite.intake.models import Case
from ogisite.intake.party_pages import parties_page
from ogisite.intake.services.invitations import invite
from ogisite.intake.services.looks import look, open_look
from ogisite.intake.services.recording import ActRefusedError
from ogisite.intake.views.case import visible_case

_OTHER = "other"
_REASONS = [
    ("寄送文书", "寄送文书"),
    ("电话联系当事人", "电话联系当事人"),
    ("核对身份证明", "核对身份证明"),
    (_OTHER, "其他，写明"),
]
_DAYS = 15


class LookForm(forms.Form):
    """Why somebody looks at personal data; nothing is chosen beforehand."""

    reason = forms.ChoiceField(
        label="查看完整信息的理由",
        choices=_REASONS,
        error_messages={"required": "没有选查看的理由"},
        help_text="查看10分钟后自动遮盖；谁、何时、为什么查看都记入日志",
    )
    other = forms.CharField(label="其他理由", max_length=180, required=False)

    def clean_other(self) -> str:
        """Ask for the reason that is none of the others."""
        said = str(self.cleaned_data.get("other", "")).strip()
        if self.cleaned_data.get("reason") == _OTHER and not said:
            raise forms.ValidationError("选了其他理由，没有写明是什么")
        return said

    @property
    def said(self) -> str:
        """The reason in words."""
        reason = str(self.cleaned_data["reason"])
        return self.cleaned_data["other"] if reason == _OTHER else reason


@never_cache
@for_people
@require_http_methods(["GET", "POST"])
def parties(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the parties of a case, masked; or log a look and show them in full."""
    case, form = (
        visible_case(request, pk),
        LookForm(request.POST if request.method == "POST" else None),
    )
    if request.method == "POST" and form.is_valid():
        look(case, form.said, by=request.user, at=timezone.now())
        return redirect("intake:parties", case.pk)
    return _shown(request, case, form)


def _shown(request: DeskRequest, case: Case, form: LookForm, link: str = "") -> HttpResponse:
    now = timezone.now()
    opened = None if "masked" in request.GET else open_look(case, request.user, now)
    page = parties_page(case, request.user, localdate(now), opened, now)
    context = {"case": case, "page": page, "form": form, "tab": "parties", "link": link}
    status = 422 if form.errors else 200
    answer = render(request, "desk/parties.html", context, status=status)
    if page.seconds_left:
        answer["Refresh"] = str(page.seconds_left)
    return answer


@never_cache
@for_people
@require_POST
def invitation(request: DeskRequest, pk: int) -> HttpResponse:
    """Make a link by which a third party or another organ answers once; it is shown once."""
    case = visible_case(request, pk)
    kind, party = request.POST.get("kind", ""), request.POST.get("party", "")
    known = kind if kind in ("third_party_asked", "organ_asked") else "third_party_asked"
    try:
        token = invite(case, known, party, days=_DAYS, by=request.user, at=timezone.now())
    except ActRefusedError as error:
        messages.warning(request, str(error))
        return redirect("intake:parties", case.pk)
    link = request.build_absolute_uri(reverse("portal:answer", args=[token]))
    return _shown(request, case, LookForm(), link)
