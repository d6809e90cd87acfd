"""An application that is filled in (填写): kept encrypted, taken up again, submitted once."""

import json
import secrets
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from typing import Any
from unicodedata import category

from django.db import transaction
from django.utils.timezone import localdate

from ogi.casework import Channel
from ogisite.core.crypto import index_of
from ogisite.core.models import Organ, StoredFile
from ogisite.core.services.files import Accepted, FileRefusedError, forget
from ogisite.intake.models import Attachment
from ogisite.intake.services.arrivals import Arrival, PartyData, receive
from ogisite.portal.forms import FIELDS, UNIT, items_of
from ogisite.portal.limits import limits_file
from ogisite.portal.models import Filling

_CODE_DIGITS = 10
_LONGEST = 20_000
_BREAKS = "\n\t"
_TURNS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"


def begin(organ: Organ, *, at: datetime) -> Filling:
    """Begin an application to an organ; what is past its day is forgotten."""
    forget_expired(at=at)
    return Filling.objects.create(organ=organ, changed_at=at, expires_at=_expires(at))


def _expires(at: datetime) -> datetime:
    return at + timedelta(days=limits_file().keeps.filling_days)


def forget_expired(*, at: datetime) -> None:
    """Forget the applications that nobody went on with, and the files that only they held."""
    expired = Filling.objects.filter(expires_at__lte=at)
    held = list(StoredFile.objects.filter(filling__in=expired).distinct())
    expired.delete()
    forget_unheld(held)


def forget_unheld(files: Iterable[StoredFile]) -> None:
    """Forget files that no application, case or letter holds."""
    for file in files:
        if not file.filling_set.exists():
            forget(file)


def content_of(filling: Filling) -> dict[str, Any]:
    """Return what was filled in, as it was typed."""
    return json.loads(filling.content) if filling.content else {}


def without_controls(text: str) -> str:
    """Return a text without what cannot be seen: control characters, turns of direction."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return "".join(
        one
        for one in lines
        if one in _BREAKS or (one not in _TURNS and category(one) not in ("Cc", "Cs"))
    )


def keep(filling: Filling, given: Mapping[str, Any], *, at: datetime) -> dict[str, Any]:
    """Keep what was typed, right or wrong; returns everything that is kept."""
    typed = {
        name: without_controls(str(given[name]))[:_LONGEST] for name in FIELDS if name in given
    }
    return _kept(filling, content_of(filling) | typed, at)


def _kept(filling: Filling, content: dict[str, Any], at: datetime) -> dict[str, Any]:
    filling.content = json.dumps(content, ensure_ascii=True)
    filling.changed_at, filling.expires_at = at, _expires(at)
    filling.save(update_fields=["content", "changed_at", "expires_at"])
    return content


def direct(filling: Filling, organ: Organ, *, at: datetime) -> None:
    """Direct an application to another organ."""
    filling.organ, filling.changed_at = organ, at
    filling.save(update_fields=["organ", "changed_at"])


def add_file(filling: Filling, accepted: Accepted, kind: str, *, at: datetime) -> None:
    """Add a file to an application; raises FileRefusedError when there are too many."""
    content = content_of(filling)
    files, most = content.get("files", []), limits_file().files
    if any(one["digest"] == accepted.file.digest and one["kind"] == kind for one in files):
        return
    if len(files) >= most:
        raise FileRefusedError(
            f"“{accepted.name}”没有加上：已经有{len(files)}个文件，一份申请最多{most}个。"
            "去掉用不着的，或者合成一个PDF再传"
        )
    one = {"digest": accepted.file.digest, "name": accepted.name, "kind": kind}
    filling.files.add(accepted.file)
    _kept(filling, content | {"files": [*files, one]}, at)


def drop_file(filling: Filling, digest: str, *, at: datetime) -> None:
    """Take a file out of an application."""
    content = content_of(filling)
    left = [one for one in content.get("files", []) if one["digest"] != digest]
    dropped = [one for one in filling.files.all() if one.digest == digest]
    filling.files.remove(*dropped)
    forget_unheld(dropped)
    _kept(filling, content | {"files": left}, at)


def put_by(filling: Filling, *, at: datetime) -> str:
    """Put an application by; returns the code by which it is taken up again elsewhere."""
    code = "".join(secrets.choice("0123456789") for _ in range(_CODE_DIGITS))
    filling.resume_index, filling.changed_at = index_of(f"resume:{code}"), at
    filling.expires_at = _expires(at)
    filling.save(update_fields=["resume_index", "changed_at", "expires_at"])
    return code


def resumed(code: str, *, at: datetime) -> Filling | None:
    """Return the application that was put by under a code, if it is still kept."""
    digits = "".join(one for one in code if one.isdecimal())
    index = index_of(f"resume:{digits}")
    open_ones = Filling.objects.filter(case=None, expires_at__gt=at).exclude(resume_index="")
    return open_ones.filter(resume_index=index).first()


def submit(filling: Filling, given: Mapping[str, Any], *, at: datetime) -> tuple[Filling, bool]:
    """Submit an application that was found complete; returns it, and whether it is the first
    time: a second time it is the same case.
    """
    with transaction.atomic():
        filling = Filling.objects.select_for_update().get(pk=filling.pk)
        if filling.case_id:
            return filling, False
        receipt = receive(filling.organ, _arrival(filling, given, at), at=at)
        for one in content_of(filling).get("files", []):
            file = filling.files.get(digest=one["digest"])
            Attachment.objects.create(
                case=receipt.case, file=file, kind=one["kind"], name=one["name"], added_at=at
            )
        filling.case, filling.receipt_code = receipt.case, receipt.code
        filling.content, filling.resume_index = "", ""
        filling.expires_at = at + timedelta(minutes=limits_file().keeps.receipt_minutes)
        filling.save()
    return filling, True


def _arrival(filling: Filling, content: Mapping[str, Any], at: datetime) -> Arrival:
    return Arrival(
        channel=Channel.ONLINE,
        on=localdate(at),
        applicants=[_applicant(content)],
        items=items_of(content["asks"]),
        wanted_way=content["way"],
        submission=filling.key,
    )


def _applicant(content: Mapping[str, Any]) -> PartyData:
    reached = {name: content.get(name, "") for name in ("phone", "email", "address")}
    if content["kind"] == UNIT:
        return PartyData(
            content["unit_class"],
            content["unit_name"],
            content["unit_code"],
            contact_name=content["contact_name"],
            **reached,
        )
    return PartyData("natural_person", content["name"], content["identity"], **reached)
