"""What tests that ask for many pages share."""

from django.http import HttpResponse


def closed(answer: HttpResponse) -> None:
    """Close the file of an answer whose content nobody reads."""
    for close in getattr(answer, "_resource_closers", ()):
        close()
