"""Replies of the demo county: drafted, reviewed, signed and sent by the services people use."""

from datetime import datetime
from typing import Any

from django.utils.timezone import localdate

from ogisite.core.models import Person
from ogisite.demo.county import county
from ogisite.intake.models import Case, Draft
from ogisite.intake.replies import Content
from ogisite.intake.reviewing import REVIEWS, last_submission
from ogisite.intake.services.drafting import submit_draft
from ogisite.intake.services.reviewing import Opinion, review, send, sign

ACTS = frozenset((*REVIEWS, "drafted", "signed", "replied"))


def reply(
    case: Case, act: str, facts: dict[str, Any], outcome: str, *, by: Person, at: datetime
) -> None:
    """Do one step of a reply; `outcome` is the result to which the course of the case leads."""
    sent = last_submission(case)
    digest = sent.digest if sent else ""
    if act == "drafted":
        draft = Draft.objects.filter(case=case).first()
        content = Content({"1": outcome}, {"1": county().replies[outcome]})
        submit_draft(case, content, draft.version if draft else 0, by=by, at=at)
    elif act == "signed":
        sign(case, digest, "", by=by, at=at)
    elif act == "replied":
        send(case, localdate(at), by=by, at=at)
    else:
        said = Opinion(act, facts["approved"], facts.get("opinion", ""), digest)
        review(case, said, by=by, at=at)
