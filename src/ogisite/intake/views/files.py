"""The papers of a case (材料)."""

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.timezone import localdate
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from ogi.docket import standing
from ogisite.core.desk import DeskRequest, for_people
from ogisite.core.policy import Refused
from ogisite.core.services.files import FileRefusedError
from ogisite.core.serving import download
from ogisite.intake.fields import required
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.models import Attachment, Case
from ogisite.intake.policy import case_roles, sees_personal_data
from ogisite.intake.selectors import openings
from ogisite.intake.services.files import add_file, choose
from ogisite.intake.services.recording import ActRefusedError
from ogisite.intake.views.case import visible_case

_SUPPLIED = Attachment.Kind.SUPPLIED


class FileForm(forms.Form):
    """A file, and what it is; nothing is chosen beforehand."""

    kind = required(forms.ChoiceField(label="种类", choices=Attachment.Kind.choices))
    file = required(forms.FileField(label="文件", help_text="PDF、JPEG和PNG图片、DOCX、XLSX、TXT"))


@for_people
@require_http_methods(["GET", "POST"])
def papers(request: DeskRequest, pk: int) -> HttpResponse:
    """Show the papers of a case, or take one in."""
    case = visible_case(request, pk)
    form = FileForm()
    if request.method == "POST":
        form = FileForm(request.POST, request.FILES)
        if not sees_personal_data(request.user, case, localdate()):
            raise Refused("材料由登记人员和承办人添加。需要你来办的，请本机关管理员调整岗位")
        if form.is_valid() and _added(request, case, form):
            return redirect("intake:files", case.pk)
    return _shown(request, case, form)


def _added(request: DeskRequest, case: Case, form: FileForm) -> bool:
    given = form.cleaned_data
    kind = Attachment.Kind(given["kind"])
    try:
        made = add_file(case, given["file"], kind, by=request.user, at=timezone.now())
    except FileRefusedError as error:
        form.add_error("file", error.says)
        return False
    found = f"，发布前检查发现{len(made.findings)}处问题" if made.findings else ""
    messages.success(request, f"已添加“{made.name}”{found}")
    return True


def _shown(request: DeskRequest, case: Case, form: FileForm) -> HttpResponse:
    on, ledger = localdate(), ledger_of(case)
    found = list(case.attachments.select_related("file", "added_by", "letter"))
    acts = openings(case, request.user, on, ledger)
    context = {
        "case": case,
        "form": form,
        "tab": "files",
        "page": {"standing": standing(ledger, on, case.organ.jurisdiction)},
        "supplied": [one for one in found if one.kind == _SUPPLIED],
        "received": [one for one in found if one.kind != _SUPPLIED],
        "adds": sees_personal_data(request.user, case, on),
        "works": bool(case_roles(request.user, case, on)),
        "chooses": any(one and one.act == "drafted" for one in (acts.first, *acts.others)),
    }
    return render(request, "desk/files.html", context, status=422 if form.errors else 200)


@for_people
@require_POST
def attach(request: DeskRequest, pk: int, paper: int) -> HttpResponse:
    """Attach a file to the reply, or leave it out."""
    case = visible_case(request, pk)
    found = get_object_or_404(case.attachments, pk=paper)
    try:
        choose(found, "attach" in request.POST, by=request.user, at=timezone.now())
    except ActRefusedError as error:
        messages.warning(request, f"“{found.name}”不能随答复书提供：{error}")
    return redirect("intake:files", case.pk)


@for_people
@require_safe
def paper_file(request: DeskRequest, pk: int, paper: int) -> HttpResponseBase:
    """Give out a paper: one with personal data to those who register and handle the case."""
    case, on = visible_case(request, pk), localdate()
    found = get_object_or_404(case.attachments, pk=paper)
    personal = found.kind != _SUPPLIED
    if personal and not sees_personal_data(request.user, case, on):
        raise Refused("收到的材料含个人信息，只给本件的登记人员和承办人看")
    if not case_roles(request.user, case, on):
        raise Refused("材料只给本件的经办人员看")
    return download(found.file, found.name)
