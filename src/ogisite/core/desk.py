"""Pages of the desk are for people who are logged in."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Concatenate, ParamSpec

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.views.decorators.cache import cache_control

from ogisite.core.models import Person

P = ParamSpec("P")

if TYPE_CHECKING:

    class DeskRequest(HttpRequest):
        """A request of somebody who is logged in."""

        user: Person

else:
    DeskRequest = HttpRequest


def for_people(
    view: Callable[Concatenate[DeskRequest, P], HttpResponseBase],
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """Let only those see a page who are logged in; others are asked to. No proxy keeps it."""
    kept_by_nobody = cache_control(private=True, no_cache=True)
    return kept_by_nobody(login_required(view))  # type: ignore[return-value]
