"""What a visitor sends from a page of the form (提交的内容): kept first, judged afterwards."""

from datetime import datetime

from django import forms
from django.http import HttpRequest

from ogisite.core.addresses import network_of
from ogisite.core.services.files import Accepted, FileRefusedError, accept
from ogisite.core.services.limits import TooOftenError, use
from ogisite.intake.models import Attachment
from ogisite.portal.forms import STEPS, step_form
from ogisite.portal.limits import limit, limits_file
from ogisite.portal.models import Filling
from ogisite.portal.pages import Problem
from ogisite.portal.services.fillings import add_file, content_of, drop_file, keep, without_controls

KINDS = {"files": Attachment.Kind.APPLICATION, "papers": Attachment.Kind.IDENTITY}


def take_in(request: HttpRequest, filling: Filling, *, at: datetime) -> list[Problem]:
    """Keep what was typed and the files that came with it; returns what was not taken."""
    keep(filling, request.POST, at=at)
    if dropped := request.POST.get("drop"):
        drop_file(filling, dropped, at=at)
    found: list[Problem] = []
    for name, kind in KINDS.items():
        for upload in request.FILES.getlist(name)[: limits_file().files + 1]:
            try:
                use(limit("upload"), network_of(request), at=at)
                add_file(filling, accept(upload), kind, at=at)
            except FileRefusedError as refused:
                found.append(Problem(f"id_{name}", refused.says))
            except TooOftenError as error:
                says = (
                    f"“{upload.name}”没有收：{error.limit.minutes}分钟内最多传"
                    f"{error.limit.most}个文件，可以邮寄或者当面提交"
                )
                found.append(Problem(f"id_{name}", says))
    return found


def papers_of(request: HttpRequest) -> tuple[list[Accepted], list[Problem]]:
    """Return the papers that came with an answer, and what was not taken of them."""
    taken: list[Accepted] = []
    refused: list[Problem] = []
    most = limits_file().files
    uploads = request.FILES.getlist("files")
    if len(uploads) > most:
        says = f"一次传了{len(uploads)}个文件，最多{most}个。合成一个PDF，或者分几次传"
        return [], [Problem("id_files", says)]
    for upload in uploads:
        try:
            taken.append(accept(upload))
        except FileRefusedError as error:
            refused.append(Problem("id_files", error.says))
    return taken, refused


def typed(request: HttpRequest, name: str) -> str:
    """Return a text as it was typed, without what cannot be seen."""
    return without_controls(request.POST.get(name, ""))


def forms_of(filling: Filling, *, checked: bool) -> dict[str, forms.Form]:
    """Return the forms of all steps with what was filled in."""
    content = content_of(filling)
    return {step: step_form(step, content, checked=checked) for step in STEPS}
