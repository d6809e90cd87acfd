"""The deadlines of a person as a calendar, by an address that only they have."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ogisite.core.services.own import person_of_feed
from ogisite.intake.feed import calendar_of


@never_cache
@require_safe
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """Return the calendar; an address that was revoked, or never was, is not there."""
    if (person := person_of_feed(token)) is None:
        raise Http404
    content = calendar_of(person, timezone.localtime(), request.get_host().partition(":")[0])
    return HttpResponse(content, content_type="text/calendar; charset=utf-8")
