"""People and organs: what an administrator may, and what becomes of it."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ogisite.core.models import Appointment, Change, Organ, Person
from ogisite.core.policy import Refused, roles_in
from ogisite.core.services.people import NewPerson, Term, add_person, appoint, lock_out
from website.conftest import TODAY, make_person


@pytest.fixture
def administrator(organ: Organ, today: object) -> Person:
    return make_person("孙三", organ, "administrator")


@pytest.fixture
def browser(administrator: Person) -> Client:
    client = Client()
    client.force_login(administrator)
    return client


def test_who_is_added_changes_the_password_before_anything_else(
    browser: Client, organ: Organ
) -> None:
    given = {"name": "李四", "login": "lisi", "handler": "on", "handler-since": "2026年10月1日"}
    answer = browser.post(reverse("core:person_add", args=[organ.pk]), given)
    password = answer.context["password"]
    assert password in answer.content.decode()
    assert not Change.objects.filter(what__contains=password).exists()
    own = Client()
    own.post(reverse("core:login"), {"login": "lisi", "password": password})
    assert own.get(reverse("intake:cases"))["Location"] == reverse("core:password")
    chosen = {"old": password, "new": "neues-geheimnis-7", "again": "neues-geheimnis-7"}
    assert own.post(reverse("core:password"), chosen).status_code == 302
    assert own.get(reverse("intake:cases")).status_code == 200
    assert roles_in(Person.objects.get(login="lisi"), organ, TODAY) == {"handler"}


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"name": "", "login": "x"}, "姓名没有填"),
        ({"name": "李敏", "login": "x"}, "姓名“李敏”已经有人用了"),
        ({"name": "李四", "login": "p0"}, "用户名“p0”已经有人用了"),
        ({"name": "李四", "login": "a b"}, "用户名只用字母"),
        ({"name": "李四", "login": "x", "head": "on", "head-since": "明天"}, "不是日期"),
        (
            {
                "name": "李四",
                "login": "x",
                "head": "on",
                "head-since": "20261013",
                "head-until": "20261012",
            },
            "早于起日",
        ),
    ],
)
def test_what_is_wrong_is_told_and_nobody_is_added(
    given: dict[str, str], says: str, browser: Client, organ: Organ
) -> None:
    before = Person.objects.count()
    answer = browser.post(reverse("core:person_add", args=[organ.pk]), given)
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert Person.objects.count() == before


def test_a_role_that_is_taken_away_ended_yesterday_and_keeps_its_days(
    administrator: Person, organ: Organ, people: dict[str, Person]
) -> None:
    handler = people["handler"]
    appoint(handler, organ, {}, by=administrator, at=timezone.now())
    assert Appointment.objects.get(person=handler).until == TODAY - timedelta(1)
    assert roles_in(handler, organ, TODAY) == frozenset()
    appoint(
        handler,
        organ,
        {"handler": Term(date(2026, 10, 20))},
        by=administrator,
        at=timezone.now(),
    )
    assert roles_in(handler, organ, TODAY) == frozenset()
    assert roles_in(handler, organ, date(2026, 10, 20)) == {"handler"}
    assert [one.what for one in organ.changes.all()] == [
        "周航的岗位：改承办人（自2026-10-20）",
        "周航的岗位：不再任承办人",
    ]


def test_who_is_locked_out_is_out_at_once(
    browser: Client, organ: Organ, people: dict[str, Person]
) -> None:
    handler, own = people["handler"], Client()
    own.force_login(handler)
    browser.post(reverse("core:access", args=[organ.pk, handler.pk, "lock"]))
    assert own.get(reverse("intake:home")).status_code == 302
    browser.post(reverse("core:access", args=[organ.pk, handler.pk, "open"]))
    assert own.get(reverse("intake:home")).status_code == 200


def test_a_reset_ends_the_sessions_of_the_person(
    browser: Client, organ: Organ, people: dict[str, Person]
) -> None:
    handler, own = people["handler"], Client()
    own.force_login(handler)
    answer = browser.post(reverse("core:access", args=[organ.pk, handler.pk, "reset"]))
    assert own.get(reverse("intake:home"))["Location"].startswith(reverse("core:login"))
    handler.refresh_from_db()
    assert handler.check_password(answer.context["password"])
    assert handler.must_change_password


def test_who_administers_a_department_does_not_take_over_the_county(
    administrator: Person, organ: Organ, county: Organ
) -> None:
    chief = make_person("钱一", county, "administrator")
    Appointment.objects.create(person=chief, organ=organ, role="handler")
    with pytest.raises(Refused, match="别的机关也有岗位"):
        lock_out(chief, organ, by=administrator, at=timezone.now())


def test_administrators_neither_lock_out_nor_unseat_themselves(
    administrator: Person, organ: Organ
) -> None:
    with pytest.raises(Refused):
        lock_out(administrator, organ, by=administrator, at=timezone.now())
    with pytest.raises(Refused):
        appoint(administrator, organ, {}, by=administrator, at=timezone.now())


def test_who_administers_nothing_adds_nobody(organ: Organ, people: dict[str, Person]) -> None:
    with pytest.raises(Refused):
        add_person(organ, NewPerson("x", "某人"), {}, by=people["head"], at=timezone.now())
    assert not Person.objects.filter(login="x").exists()


def _organ_values(**more: str) -> dict[str, str]:
    known = {"kind": "department", "code": "桐自然资规", "address": "人民路9号", "phone": "1"}
    return {**known, "steps": "审核\n保密审查\n签发", "basic_court": "桐岭县人民法院", **more}


def test_an_organ_is_set_and_what_changed_is_on_record(browser: Client, organ: Organ) -> None:
    answer = browser.post(reverse("core:organ_change", args=[organ.pk]), _organ_values())
    assert answer.status_code == 302, answer.content.decode()
    organ.refresh_from_db()
    assert organ.address == "人民路9号"
    assert organ.profile.basic_court == "桐岭县人民法院"
    assert "办公地址" in organ.changes.get().what


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"steps": "审核\n签发"}, "没有保密审查"),
        ({"steps": "签发\n审核\n保密审查"}, "签发应当是最后一步"),
        ({"steps": "审核\n画圈"}, "没有“画圈”这一步"),
        ({"number_pattern": "{year}号"}, "各份文书会同号"),
        ({"number": "{year}"}, "各件的编号会一样"),
    ],
)
def test_what_the_law_does_not_let_an_organ_do_is_not_saved(
    more: dict[str, str], says: str, browser: Client, organ: Organ
) -> None:
    address = reverse("core:organ_change", args=[organ.pk])
    answer = browser.post(address, _organ_values(**more))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not organ.changes.exists()


def test_a_change_on_record_stays(administrator: Person, organ: Organ) -> None:
    one = Change.objects.create(organ=organ, by=administrator, at=timezone.now(), what="某事")
    with pytest.raises(TypeError):
        one.save()
    with pytest.raises(TypeError):
        one.delete()
