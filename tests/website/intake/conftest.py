"""A case at the desk, and somebody at each desk."""

from collections.abc import Callable
from datetime import date

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from ogi.casework import Channel
from ogisite.core.models import Organ, Person
from ogisite.intake.models import Case
from ogisite.intake.services.arrivals import Arrival, PartyData, receive, register

Post = Callable[..., HttpResponse]


@pytest.fixture
def make_case(today: object, organ: Organ, people: dict[str, Person]) -> Callable[..., Case]:
    """Take an application in on a day and register it."""

    def made(*asks: str, on: date = date(2026, 10, 12), name: str = "赵某某") -> Case:
        applicant = PartyData("natural_person", name, phone="0000-1111111")
        items = list(asks or ["城东片区补偿方案"])
        arrival = Arrival(Channel.SIGNED_POST, on, [applicant], items)
        found = receive(organ, arrival, at=timezone.now(), by=people["registrar"]).case
        register(found, on, by=people["registrar"], at=timezone.now())
        found.refresh_from_db()
        return found

    return made


@pytest.fixture
def case(make_case: Callable[..., Case]) -> Case:
    return make_case()


@pytest.fixture
def desk(people: dict[str, Person]) -> Callable[[str], Client]:
    """Return a browser in which somebody of a role is logged in."""

    def at(role: str) -> Client:
        client = Client()
        client.force_login(people[role])
        return client

    return at


@pytest.fixture
def does(desk: Callable[[str], Client]) -> Post:
    """Do an act through its page."""

    def done(case: Case, role: str, key: str, day: str = "2026-10-13", **more: object) -> object:
        given = {"day": day, **more}
        answer = desk(role).post(f"/desk/cases/{case.pk}/acts/{key}/", given)
        case.refresh_from_db()
        return answer

    return done
