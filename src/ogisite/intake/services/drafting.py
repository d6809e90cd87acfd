"""Drafting a reply (起草答复): nobody's text is lost, and what is sent to review is kept."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from ogi.casework.replying import Drafted
from ogi.letters import Letter
from ogisite.core.models import Person
from ogisite.intake.act_pages import opening_of
from ogisite.intake.ledgers import names_of
from ogisite.intake.letters import sheet_of
from ogisite.intake.models import Case, Draft, SubmittedDraft
from ogisite.intake.replies import Content, composed_reply, reply_digest
from ogisite.intake.services.recording import ActRefusedError, locked, record


@dataclass(eq=False)
class ConflictError(Exception):
    """Somebody else changed the draft meanwhile: `draft` is what it says now."""

    draft: Draft


def save_draft(case: Case, content: Content, version: int, *, by: Person, at: datetime) -> Draft:
    """Save a draft that was changed from a version; raises ConflictError for an older one."""
    with transaction.atomic():
        case = locked(case)
        opening_of(case, by, "drafted", localdate(at))
        draft = Draft.objects.filter(case=case).first() or Draft(case=case, version=0)
        if draft.version != version:
            raise ConflictError(draft)
        draft.results, draft.facts = content.as_results, dict(content.facts)
        draft.version, draft.changed_by, draft.changed_at = version + 1, by, at
        draft.save()
        return draft


def submit_draft(
    case: Case, content: Content, version: int, *, by: Person, at: datetime
) -> SubmittedDraft:
    """Save a draft and send it to review; raises ActRefusedError while it cannot go out."""
    on = localdate(at)
    with transaction.atomic():
        draft = save_draft(case, content, version, by=by, at=at)
        made = composed_reply(case, content, on)
        if not isinstance(made, Letter):
            raise ActRefusedError(sheet_of(made, names_of(case)).reasons)
        digest = reply_digest(case, made)
        entry = record(case, Drafted(on=on, note=digest_note(digest)), by=by, at=at)
        draft.digest = digest
        draft.save(update_fields=["digest"])
        return SubmittedDraft.objects.create(
            case=case,
            entry=entry,
            version=case.submissions.count() + 1,
            digest=digest,
            title=made.form.title,
            paragraphs=[*made.paragraphs, *made.remedy],
            by=by,
            at=at,
        )


def digest_note(digest: str) -> str:
    """Return how the ledger names a text."""
    return f"文本指纹{digest}"
