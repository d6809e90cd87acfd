"""Acts of an administrator on an organ: its particulars, how it works."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from msgspec import ValidationError, convert

from ogi.errors import ReadingError
from ogi.law import OrganRules
from ogisite.core.models import Change, Organ, Person
from ogisite.core.services.people import check_administers


def faults_of(organ: Organ) -> list[str]:
    """Return what the library does not take of an organ, in Chinese."""
    found = []
    try:
        _ = organ.profile
    except ReadingError as error:
        found.append(str(error))
    try:
        found += [says for _, says in convert(organ.rules, OrganRules).faults()]
    except ValidationError as error:
        found.append(f"审核步骤读不了：{error}")
    return found


def change_organ(organ: Organ, values: Mapping[str, Any], *, by: Person, at: datetime) -> None:
    """Set the particulars of an organ, and record which of them changed."""
    check_administers(by, organ, at)
    with transaction.atomic():
        held = Organ.objects.select_for_update().get(pk=organ.pk)
        changed = [name for name, value in values.items() if getattr(held, name) != value]
        for name in changed:
            setattr(held, name, values[name])
        if not changed:
            return
        held.save(update_fields=changed)
        known = {one.name: str(one.verbose_name) for one in Organ._meta.fields}
        labels = [known[name] for name in changed]
        Change.objects.create(organ=held, by=by, at=at, what=f"改{'、'.join(labels)}")
