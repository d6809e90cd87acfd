"""What is around every request."""

from collections.abc import Callable
from pathlib import Path

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from ogi.data import of_place

Answer = Callable[[HttpRequest], HttpResponse]


def place_data(answer: Answer) -> Answer:
    """Answer with the data of the place, if the site has any."""
    folder = settings.CONFIG.data

    def middleware(request: HttpRequest) -> HttpResponse:
        with of_place(Path(folder) if folder else None):
            return answer(request)

    return middleware
