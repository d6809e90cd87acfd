"""Somebody who fills in every field of every form they come by, and looks at every page."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse
from django.test import Client
from lxml import html

from ogisite.intake.models import Case

PAGES = ("", "clock/", "files/", "parties/", "letters/", "compare/", "acts/drafted/")
TYPED = ("text", "search", "email", "tel", "number", "date", "")
Value = Callable[[str], str]


def closed(answer: HttpResponse) -> None:
    """Close the file of an answer whose content nobody reads."""
    for close in getattr(answer, "_resource_closers", ()):
        close()


def forms_in(answer: HttpResponse) -> list[Any]:
    """Return the forms of a page that are posted."""
    if not answer["Content-Type"].startswith("text/html") or not answer.content:
        return []
    page = html.fromstring(answer.content.decode())
    return [one for one in page.iter("form") if one.method == "POST"]


def filled(form: Any, value: Value, dice: random.Random) -> dict[str, Any]:
    """Return a form with a value in every field that is typed, and a choice in every other."""
    given: dict[str, Any] = {}
    for one in form.inputs:
        kind = one.get("type", "") if one.tag == "input" else one.tag
        if not one.name or kind in ("submit", "button", "file"):
            continue
        if kind == "hidden":
            given[one.name] = one.get("value", "")
        elif kind == "select":
            options = [option for option in one.value_options if option]
            given[one.name] = dice.choice(options) if options else ""
        elif kind in ("radio", "checkbox"):
            if one.name not in given or dice.random() < 0.5:
                given[one.name] = one.get("value", "on")
        elif kind == "textarea" or kind in TYPED:
            given[one.name] = value(one.name)
    return given


@dataclass
class Walker:
    """People at their desks in one case, and what they type."""

    case: Case
    desks: dict[str, Client]
    value: Value
    dice: random.Random
    done: list[str] = field(default_factory=list)

    def act(self, role: str, key: str) -> HttpResponse:
        """Open the form of an act, fill it in, and send it."""
        address = f"/desk/cases/{self.case.pk}/acts/{key}/"
        page = self.desks[role].get(address)
        for form in forms_in(page):
            if form.action and not form.action.endswith(address):
                continue
            answer = self.desks[role].post(address, filled(form, self.value, self.dice))
            self.case.refresh_from_db()
            if answer.status_code == 302:
                self.done.append(key)
            return answer
        return page

    def pages(self) -> Iterator[tuple[str, str, str]]:
        """Yield every page of the case that somebody sees: whose, which, its text."""
        for role, desk in self.desks.items():
            addresses = [f"/desk/cases/{self.case.pk}/{one}" for one in PAGES]
            for address in ("/desk/", "/desk/cases/?which=", *addresses):
                answer = desk.get(address)
                if answer.status_code == 200:
                    yield role, address, answer.content.decode()
