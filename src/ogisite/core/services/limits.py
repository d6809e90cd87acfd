"""Limits on how often (频率限制): how many, in how long, and from when on again."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from ogisite.core.crypto import index_of
from ogisite.core.models import Attempt


@dataclass(frozen=True, slots=True)
class Limit:
    """So many of a kind in so many minutes, from one address."""

    kind: str
    most: int
    minutes: int


class TooOftenError(Exception):
    """A limit is reached: `used` were done, and `until` is when one more may be."""

    def __init__(self, limit: Limit, used: int, until: datetime) -> None:
        """Keep what the page says."""
        super().__init__(f"{limit.kind}: {used} of {limit.most} until {until}")
        self.limit, self.used, self.until = limit, used, until


def check(limit: Limit, source: str, *, at: datetime) -> None:
    """Raise TooOftenError if a source has used up a limit."""
    since = at - timedelta(minutes=limit.minutes)
    of_source = Attempt.objects.filter(kind=limit.kind, source=index_of(source))
    times = list(of_source.filter(at__gt=since).order_by("at").values_list("at", flat=True))
    if len(times) >= limit.most:
        until = times[len(times) - limit.most] + timedelta(minutes=limit.minutes)
        raise TooOftenError(limit, len(times), until)


def note(limit: Limit, source: str, *, at: datetime) -> None:
    """Note that a source did something once; what is long past is forgotten."""
    since = at - timedelta(minutes=limit.minutes)
    with transaction.atomic():
        Attempt.objects.filter(kind=limit.kind, source=index_of(source), at__lte=since).delete()
        Attempt.objects.create(kind=limit.kind, source=index_of(source), at=at)


def use(limit: Limit, source: str, *, at: datetime) -> None:
    """Check a limit and note one use of it; raises TooOftenError."""
    check(limit, source, at=at)
    note(limit, source, at=at)
