"""The portal's first page (首页)."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe


@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """Show the doors: find, ask, follow."""
    return render(request, "portal/home.html")
