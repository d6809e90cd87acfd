"""What every page of the desk shows around its content (页面外框)."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.timezone import localdate

from ogisite.core.models import Appointment, roles


def shell(request: HttpRequest) -> dict[str, Any]:
    """Return the name of the platform, and of who is here with their organ and roles."""
    found: dict[str, Any] = {
        "platform": settings.CONFIG.platform,
        "region": settings.CONFIG.region,
        "size": request.COOKIES.get("size", ""),
    }
    person = getattr(request, "user", None)
    if person is None or not person.is_authenticated:
        return found
    held = list(
        Appointment.objects.filter(person=person).in_force(localdate()).select_related("organ")
    )
    labels = roles()
    return found | {
        "organ": held[0].organ if held else None,
        "role_names": "、".join(labels.get(one.role, one.role) for one in held),
        "is_administrator": any(one.role == "administrator" for one in held),
    }
