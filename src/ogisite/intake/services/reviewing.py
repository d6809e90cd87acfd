"""Reviewing, signing and sending a reply (审核、签发、发出): always the text that was seen."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localdate
from django_otp import devices_for_user, match_token

from ogi.casework import ACTS
from ogi.casework.acts import Act
from ogi.casework.replying import Signed
from ogi.letters import Letter
from ogisite.core.models import Entry, Person
from ogisite.intake.ledgers import names_of
from ogisite.intake.letters import sheet_of
from ogisite.intake.models import Case, IssuedLetter, SubmittedDraft
from ogisite.intake.replies import Content, composed_reply, replied_act, reply_digest
from ogisite.intake.reviewing import last_submission
from ogisite.intake.services.drafting import digest_note
from ogisite.intake.services.letters import issue
from ogisite.intake.services.recording import ActRefusedError, locked, record

_CHANGED = "文本和送审时不同（送审以后改动过，或者案件有了变化），退回修改后重新送审"
_NONE = "平台上没有送审过的答复书稿；退回承办人，在平台上起草并送审"
_SEEN = "页面打开以后文本变了，重新看一遍再提交"


@dataclass(frozen=True, slots=True)
class Opinion:
    """What a reviewer decides: of the text with a digest, approved or returned, and why."""

    act: str
    approved: bool
    text: str
    digest: str


def review(case: Case, opinion: Opinion, *, by: Person, at: datetime) -> Entry:
    """Record an opinion on the draft; a return says what is to be changed."""
    if not opinion.approved and not opinion.text.strip():
        raise ActRefusedError(("退回修改的，意见没有填：写明改什么",))
    with transaction.atomic():
        case = locked(case)
        if opinion.approved:
            _same_text(case, opinion.digest, localdate(at))
        made: Mapping[str, type[Act]] = ACTS
        act = made[opinion.act](  # type: ignore[call-arg]
            on=localdate(at),
            approved=opinion.approved,
            opinion=opinion.text.strip(),
            note=digest_note(opinion.digest) if opinion.digest else "",
        )
        return record(case, act, by=by, at=at)


def sign(case: Case, digest: str, code: str, *, by: Person, at: datetime) -> IssuedLetter:
    """Sign the reply and make its letter under its number; raises ActRefusedError."""
    second_factor(case, by, code)
    on = localdate(at)
    with transaction.atomic():
        case = locked(case)
        letter, submission = _same_text(case, digest, on)
        entry = record(case, Signed(on=on, note=digest_note(digest)), by=by, at=at)
        return _made(case, letter, submission, entry, on, by=by, at=at)


def send(case: Case, on: date, *, by: Person, at: datetime) -> IssuedLetter:
    """Record that the reply goes out, with the results and the number of its letter.

    Where an organ's steps have no signature, its letter is made now.
    """
    with transaction.atomic():
        case = locked(case)
        submission = last_submission(case)
        if submission is None:
            raise ActRefusedError((_NONE,))
        content = Content.of(getattr(case, "draft", None))
        if letter := submission.letter:
            if on < letter.day:
                raise ActRefusedError((f"发出日期{on}早于签发之日{letter.day}",))
            record(case, replied_act(case, content, on, letter.number), by=by, at=at)
            return letter
        made, submission = _same_text(case, submission.digest, on)
        entry = record(case, replied_act(case, content, on, made.number), by=by, at=at)
        return _made(case, made, submission, entry, on, by=by, at=at)


def _made(
    case: Case,
    letter: Letter,
    submission: SubmittedDraft,
    entry: Entry,
    on: date,
    *,
    by: Person,
    at: datetime,
) -> IssuedLetter:
    submission.letter = issue(case, letter, on, entry=entry, by=by, at=at)
    submission.save(update_fields=["letter"])
    case.attachments.filter(goes_out=True, letter=None).update(letter=submission.letter)
    return submission.letter


def _same_text(case: Case, digest: str, on: date) -> tuple[Letter, SubmittedDraft]:
    """Return the letter as it reads now, if it is the one that was reviewed and seen."""
    submission, content = last_submission(case), Content.of(getattr(case, "draft", None))
    if submission is None:
        raise ActRefusedError((_NONE,))
    made = composed_reply(case, content, on)
    if not isinstance(made, Letter):
        raise ActRefusedError(sheet_of(made, names_of(case)).reasons)
    if reply_digest(case, made) != submission.digest:
        raise ActRefusedError((_CHANGED,))
    if digest != submission.digest:
        raise ActRefusedError((_SEEN,))
    return made, submission


def second_factor(case: Case, person: Person, code: str) -> None:
    """Ask for the code of who has a second factor, and of everybody where the organ says so."""
    if not any(devices_for_user(person)):
        if case.organ.signs_with_code:
            says = "本机关签发要用动态口令，你还没有启用；在“我的设置”里启用以后再签发"
            raise ActRefusedError((says,))
        return
    if not code.strip():
        raise ActRefusedError(("动态口令没有填",))
    if match_token(person, code.strip()) is None:
        raise ActRefusedError(("动态口令不对，或者已经用过；等手机上换一个数再填",))
