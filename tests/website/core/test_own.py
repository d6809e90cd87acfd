"""What people set for themselves: office day, keys, calendar, second factor."""

import re

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from ogi.casework import Channel
from ogisite.core.models import Organ, Person
from ogisite.intake.models import Case
from ogisite.intake.services.arrivals import Arrival, PartyData, receive, register
from website.conftest import TODAY, make_organ, make_person


@pytest.fixture
def case(organ: Organ, people: dict[str, Person], today: object) -> Case:
    who = PartyData("natural_person", "赵某某", phone="1")
    arrival = Arrival(Channel.IN_PERSON, TODAY, [who], ["房屋征收补偿方案"])
    found = receive(organ, arrival, at=timezone.now(), by=people["registrar"]).case
    register(found, TODAY, by=people["registrar"], at=timezone.now())
    found.refresh_from_db()
    return found


def logged_in(person: Person) -> Client:
    client = Client()
    client.force_login(person)
    return client


def new_address(client: Client) -> str:
    return str(client.post(reverse("core:feed"), {"make": "1"}).context["address"])


def feed_of(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return bytes(answer.content).decode().replace("\r\n ", "")


def test_a_calendar_says_the_days_and_no_names(case: Case, people: dict[str, Person]) -> None:
    address = new_address(logged_in(people["handler"]))
    text = feed_of(Client(), address)
    assert f"DTSTART;TZID=Asia/Shanghai:{case.due_on:%Y%m%d}T090000" in text
    assert case.number in text
    assert "赵" not in text
    assert "征收" not in text


def test_lines_of_a_calendar_are_folded_between_characters(
    case: Case, people: dict[str, Person]
) -> None:
    answer = Client().get(new_address(logged_in(people["handler"])))
    for line in bytes(answer.content).split(b"\r\n"):
        assert len(line) <= 75
        line.decode()


def test_ids_of_a_calendar_are_unique_and_stay(case: Case, people: dict[str, Person]) -> None:
    for _ in range(3):
        arrival = Arrival(Channel.IN_PERSON, TODAY, [PartyData("natural_person", "钱某某")], ["甲"])
        made = receive(case.organ, arrival, at=timezone.now(), by=people["registrar"]).case
        register(made, TODAY, by=people["registrar"], at=timezone.now())
    address = new_address(logged_in(people["handler"]))
    ids = re.findall(r"UID:(\S+)", feed_of(Client(), address))
    assert len(ids) == len({*ids}) == 4
    assert ids == re.findall(r"UID:(\S+)", feed_of(Client(), address))


def test_another_organs_calendar_is_empty(case: Case, county: Organ) -> None:
    other = make_person("孙四", make_organ("桐岭县民政局", parent=county), "handler")
    assert "VEVENT" not in feed_of(Client(), new_address(logged_in(other)))


def test_a_calendar_address_opens_no_more_once_it_is_replaced_revoked_or_its_person_locked_out(
    case: Case, people: dict[str, Person]
) -> None:
    own = logged_in(people["handler"])
    first = new_address(own)
    second = new_address(own)
    assert Client().get(first).status_code == 404
    assert Client().get(second).status_code == 200
    Person.objects.filter(pk=people["handler"].pk).update(is_active=False)
    assert Client().get(second).status_code == 404
    Person.objects.filter(pk=people["handler"].pk).update(is_active=True)
    own.post(reverse("core:feed"), {"revoke": "1"})
    assert Client().get(second).status_code == 404


def test_settings_are_kept(people: dict[str, Person]) -> None:
    own = logged_in(people["handler"])
    page = own.get(reverse("core:settings")).content.decode()
    assert "desk.js" in page
    assert 'value="" checked' in page  # every working day, as long as nothing else is said
    own.post(reverse("core:settings"), {"sent": "1", "office_weekday": "1"})
    handler = Person.objects.get(pk=people["handler"].pk)
    assert (handler.office_weekday, handler.shortcuts) == (1, False)
    assert "desk.js" not in own.get(reverse("core:settings")).content.decode()
    assert own.post(reverse("core:settings"), {"office_weekday": "9"}).status_code == 422


def test_a_second_factor_is_in_force_once_its_code_was_given(people: dict[str, Person]) -> None:
    handler = people["handler"]
    own, address = logged_in(handler), reverse("core:second_factor")
    own.get(address)
    device = TOTPDevice.objects.get(user=handler)
    assert not device.confirmed
    wrong = own.post(address, {"password": "geheim-geheim", "code": "000000"})
    assert wrong.status_code == 422
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    given = {"password": "geheim-geheim", "code": f"{totp(device.bin_key):06d}"}
    assert own.post(address, given).status_code == 302
    assert TOTPDevice.objects.get(user=handler).confirmed
    told = {"login": handler.login, "password": "geheim-geheim"}
    assert Client().post(reverse("core:login"), told).status_code == 422
