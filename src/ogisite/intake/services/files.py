"""The papers of a case (材料): taken in, looked through, and chosen to go out with the reply."""

from datetime import datetime

from django.core.files import File
from django.db import transaction
from django.utils.timezone import localdate

from ogi.publishing import before_release
from ogisite.core.models import Person
from ogisite.core.policy import Refused
from ogisite.core.services.files import accept
from ogisite.intake.act_pages import opening_of
from ogisite.intake.models import Attachment, Case
from ogisite.intake.policy import sees_personal_data
from ogisite.intake.services.recording import ActRefusedError, locked


def add_file(
    case: Case, upload: File[bytes], kind: Attachment.Kind, *, by: Person, at: datetime
) -> Attachment:
    """Add a file to a case; raises Refused, or FileRefusedError for what is not taken.

    What is meant to be supplied is looked through for what it carries unseen.
    """
    if not sees_personal_data(by, case, localdate(at)):
        raise Refused("材料由登记人员和承办人添加。需要你来办的，请本机关管理员调整岗位")
    taken = accept(upload)
    findings: list[str] = []
    if kind is Attachment.Kind.SUPPLIED:
        with taken.file.content.open("rb") as content:
            findings = [str(one) for one in before_release(content.read())]
    return Attachment.objects.create(
        case=case,
        file=taken.file,
        kind=kind,
        name=taken.name,
        findings=findings,
        added_by=by,
        added_at=at,
    )


def choose(attachment: Attachment, goes_out: bool, *, by: Person, at: datetime) -> None:
    """Attach a file to the reply, or leave it out; raises ActRefusedError for what is not clean."""
    with transaction.atomic():
        case = locked(attachment.case)
        opening_of(case, by, "drafted", localdate(at))
        attachment.refresh_from_db()
        if attachment.kind != Attachment.Kind.SUPPLIED:
            raise ActRefusedError(("只有“拟提供的信息”可以随答复书提供",))
        if attachment.letter_id:
            raise ActRefusedError(("已经随文书发出，不能再改",))
        if goes_out and attachment.findings:
            raise ActRefusedError(tuple(attachment.findings))
        attachment.goes_out = goes_out
        attachment.save(update_fields=["goes_out"])
