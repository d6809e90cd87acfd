"""How an organ is reached without the internet (线下方式), as every step names it."""

from dataclasses import dataclass

from django.conf import settings

from ogisite.core.models import Organ


@dataclass(frozen=True, slots=True)
class Offline:
    """Where to write, where to go, whom to ring; "" is not known and not shown."""

    name: str
    address: str
    hours: str
    phone: str


def offline_of(organ: Organ | None) -> Offline | None:
    """Return how an organ is reached."""
    if organ is None:
        return None
    return Offline(organ.name, organ.address, organ.office_hours, organ.phone)


def host_organ() -> Organ | None:
    """Return the organ whose portal this is: the government of the region, or the topmost one."""
    tops = Organ.objects.filter(parent=None).order_by("opened_on", "pk")
    named = tops.filter(name__startswith=settings.CONFIG.region) if settings.CONFIG.region else tops
    return named.first() or tops.first()
