"""What a visitor sends from a page of the form (提交的内容): kept first, judged afterwards."""

from datetime import datetime

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest

from ogisite.core.addresses import network_of
from ogisite.core.services.files import Accepted, FileRefusedError, accept, shown_file_name
from ogisite.core.services.limits import TooOftenError, use
from ogisite.intake.models import Attachment
from ogisite.portal.forms import STEPS, step_form
from ogisite.portal.limits import limit, limits_file
from ogisite.portal.models import Filling
from ogisite.portal.pages import Problem
from ogisite.portal.services.fillings import (
    add_file,
    content_of,
    drop_file,
    forget_unheld,
    keep,
    without_controls,
)

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
                add_file(filling, _accepted(request, upload, at), kind, at=at)
            except FileRefusedError as refused:
                found.append(Problem(f"id_{name}", refused.says))
    return found


def _accepted(request: HttpRequest, upload: UploadedFile[bytes], at: datetime) -> Accepted:
    """Store what came from an address that has not sent too much."""
    try:
        use(limit("upload"), network_of(request), at=at)
    except TooOftenError as error:
        raise FileRefusedError(
            f"“{shown_file_name(upload.name or '')}”没有收：{error.limit.minutes}分钟内最多传"
            f"{error.limit.most}个文件，可以邮寄或者当面提交"
        ) from error
    return accept(upload)


def papers_of(
    request: HttpRequest, problems: list[Problem], *, at: datetime
) -> tuple[list[Accepted], list[Problem]]:
    """Return the papers that came with an answer, and all problems; with any, nothing is kept."""
    taken: list[Accepted] = []
    found, most = list(problems), limits_file().files
    uploads = request.FILES.getlist("files")
    if len(uploads) > most:
        says = f"一次传了{len(uploads)}个文件，最多{most}个。合成一个PDF，或者分几次传"
        found.append(Problem("id_files", says))
    for upload in uploads[:most]:
        try:
            taken.append(_accepted(request, upload, at))
        except FileRefusedError as error:
            found.append(Problem("id_files", error.says))
    if found:
        forget_unheld(one.file for one in taken)
    return taken, found


def typed(request: HttpRequest, name: str) -> str:
    """Return a text as it was typed, without what cannot be seen."""
    return without_controls(request.POST.get(name, ""))


def forms_of(filling: Filling, *, checked: bool) -> dict[str, forms.Form]:
    """Return the forms of all steps with what was filled in."""
    content = content_of(filling)
    return {step: step_form(step, content, checked=checked) for step in STEPS}
