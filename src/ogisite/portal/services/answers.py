"""What an applicant does in a case through the portal (补正、说明理由、撤回)."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction
from django.utils.timezone import localdate

from ogi.casework import Channel, Item
from ogi.casework.afterwards import Withdrawn
from ogi.casework.asking import CorrectionReceived
from ogisite.core.services.files import Accepted, store
from ogisite.intake.models import Attachment, Case
from ogisite.intake.services.recording import record_for_public


def correct(case: Case, items: Sequence[str], papers: Sequence[Accepted], *, at: datetime) -> None:
    """Take in a correction (补正): what is asked for now, and the papers that come with it."""
    asked = tuple(Item(key=str(n), asks=asks) for n, asks in enumerate(items, 1))
    act = CorrectionReceived(on=localdate(at), channel=Channel.ONLINE, items=asked)
    with transaction.atomic():
        record_for_public(case, act, at=at)
        attach(case, papers, at=at)


def withdraw(case: Case, *, at: datetime) -> None:
    """Withdraw an application (撤回)."""
    record_for_public(case, Withdrawn(on=localdate(at)), at=at)


def give_reasons(case: Case, text: str, papers: Sequence[Accepted], *, at: datetime) -> None:
    """Take in the reasons of an applicant; whether they are reasonable the organ records."""
    name = f"申请人说明的理由{localdate(at)}.txt"
    said = Accepted(store(text.encode(), "text/plain"), name)
    with transaction.atomic():
        attach(case, [said, *papers], at=at)


def attach(case: Case, papers: Sequence[Accepted], *, at: datetime) -> None:
    """Add papers that came from outside to a case, each once."""
    for one in papers:
        known = {"case": case, "file": one.file, "kind": Attachment.Kind.ANSWER}
        Attachment.objects.get_or_create(**known, defaults={"name": one.name, "added_at": at})
