"""Getting in: by guessing, with somebody else's session, through somebody else's page."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings as site
from django.contrib.auth.hashers import Argon2PasswordHasher, MD5PasswordHasher
from django.test import Client
from django.urls import reverse

from ogisite.config import load_config
from ogisite.core import crypto
from ogisite.core.models import Person
from ogisite.intake.models import Case
from website.test_who_may import TABLE, needed

LOGIN = "/desk/login/"
RIGHT = "geheim-geheim"


def log_in(client: Client, login: str, password: str, **more: Any) -> Any:
    return client.post(LOGIN, {"login": login, "password": password} | more)


@pytest.fixture
def person(people: dict[str, Person]) -> Person:
    return people["handler"]


def test_five_wrong_passwords_lock_and_say_for_how_long(
    person: Person, people: dict[str, Person]
) -> None:
    client = Client()
    for _ in range(4):
        assert log_in(client, person.login, "wrong").status_code == 422
    locked = log_in(client, person.login, "wrong")
    assert locked.status_code == 429
    assert "15分钟" in locked.content.decode()
    assert log_in(client, person.login, RIGHT).status_code == 429
    assert log_in(client, people["head"].login, RIGHT).status_code == 302


def test_a_lock_does_not_reach_the_same_person_elsewhere(person: Person) -> None:
    client = Client()
    for _ in range(5):
        log_in(client, person.login, "wrong")
    elsewhere = Client(REMOTE_ADDR="10.0.0.2")
    assert log_in(elsewhere, person.login, RIGHT).status_code == 302


def test_a_lock_is_over_after_its_minutes(person: Person, today: Callable[[date], None]) -> None:
    client = Client()
    for _ in range(5):
        log_in(client, person.login, "wrong")
    assert log_in(client, person.login, RIGHT).status_code == 429
    today(date(2026, 10, 14))
    assert log_in(client, person.login, RIGHT).status_code == 302


def test_a_header_that_a_visitor_writes_does_not_open_a_lock(person: Person) -> None:
    client = Client()
    for n in range(5):
        client.post(
            LOGIN, {"login": person.login, "password": "x"}, HTTP_X_FORWARDED_FOR=f"9.9.9.{n}"
        )
    assert log_in(client, person.login, RIGHT).status_code == 429


@pytest.fixture
def hashes(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What was hashed, password after password."""
    seen: list[str] = []
    encode = MD5PasswordHasher.encode

    def counted(self: MD5PasswordHasher, password: str, *more: Any) -> str:
        seen.append(password)
        return encode(self, password, *more)

    monkeypatch.setattr(MD5PasswordHasher, "encode", counted)
    return iter([seen])


def test_an_unknown_name_takes_as_long_as_a_known_one(
    person: Person, people: dict[str, Person], hashes: Iterator[list[str]]
) -> None:
    seen, taken = next(hashes), []
    people["head"].is_active = False
    people["head"].save()
    for login in (person.login, "nobody-of-this-name", people["head"].login):
        seen.clear()
        answer = log_in(Client(), login, "wrong")
        taken.append((len(seen), answer.status_code, answer.content.decode().count("不对")))
    assert taken[0] == taken[1] == taken[2]
    assert taken[0][0] == 1


def test_a_wrong_code_takes_as_long_as_a_wrong_number(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    index_of = crypto.index_of

    def counted(text: str) -> str:
        seen.append(text)
        return index_of(text)

    monkeypatch.setattr("ogisite.portal.selectors.index_of", counted)
    counts, pages = [], []
    for number in (case.number, "2026-9999"):
        seen.clear()
        answer = Client().post("/track/", {"number": number, "code": "0000000000"})
        counts.append(len(seen))
        pages.append(answer.content.decode().replace(number, ""))
    assert counts[0] == counts[1]
    assert pages[0].count("没有查到") == pages[1].count("没有查到") > 0


def test_real_passwords_are_hashed_slowly() -> None:
    code = (site.PACKAGE / "settings.py").read_text(encoding="utf-8")
    assert 'PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]' in code
    assert Argon2PasswordHasher().memory_cost >= 64 * 1024


def test_a_session_from_before_is_not_that_of_who_logs_in(person: Person) -> None:
    client = Client()
    client.get("/size/l/")
    session = client.session
    session["planted"] = "x"
    session.save()
    client.cookies[site.SESSION_COOKIE_NAME] = planted = session.session_key
    assert log_in(client, person.login, RIGHT).status_code == 302
    assert client.session.session_key != planted
    attacker = Client()
    attacker.cookies[site.SESSION_COOKIE_NAME] = planted
    assert attacker.get("/desk/").status_code == 302


def test_an_invented_session_is_not_taken_over(person: Person) -> None:
    client = Client()
    client.cookies[site.SESSION_COOKIE_NAME] = "a" * 32
    log_in(client, person.login, RIGHT)
    assert client.session.session_key != "a" * 32


def test_who_logs_out_leaves_nothing(case: Case, person: Person) -> None:
    client = Client()
    log_in(client, person.login, RIGHT)
    key = client.session.session_key
    assert client.get(f"/desk/cases/{case.pk}/").status_code == 200
    assert client.get("/desk/logout/").status_code == 405
    client.post("/desk/logout/")
    client.cookies[site.SESSION_COOKIE_NAME] = key
    assert client.get(f"/desk/cases/{case.pk}/").status_code == 302


def test_who_may_no_longer_is_out_at_once(case: Case, person: Person) -> None:
    client = Client()
    log_in(client, person.login, RIGHT)
    Person.objects.filter(pk=person.pk).update(is_active=False)
    assert client.get(f"/desk/cases/{case.pk}/").status_code == 302


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example/",
        "//evil.example/",
        "///evil.example",
        "\\\\evil.example",
        "/\\evil.example",
        "http:///evil.example",
        "javascript:alert(1)",
        "\x00//evil.example",
        "https:evil.example",
        "http://testserver@evil.example/",
        " //evil.example",
        "/%0d%0aSet-Cookie:x=1/../\r\nX: y",
    ],
)
def test_login_leads_nowhere_else(person: Person, elsewhere: str) -> None:
    for send in ("body", "address"):
        more = {"next": elsewhere} if send == "body" else {}
        client = Client()
        client.get(LOGIN, {"next": elsewhere})
        data = {"login": person.login, "password": RIGHT, **more}
        query = {} if more else {"next": elsewhere}
        answer = client.post(LOGIN, data, query_params=query)
        where = answer["Location"]
        assert where.startswith("/")
        assert not where.startswith(("//", "/\\"))
        assert "\n" not in where
        for name in ("/size/l/", "/language/en/"):
            where = client.get(name, {"next": elsewhere})["Location"]
            assert where.startswith("/")
            assert not where.startswith(("//", "/\\"))


@pytest.mark.parametrize(
    "host",
    ["evil.example", "testserver.evil.example", "testserver@evil.example", "", "a b", "[::1"],
)
def test_another_host_is_refused_everywhere(case: Case, host: str) -> None:
    for name in sorted(TABLE):
        client = Client(HTTP_HOST=host)
        address = reverse(name, kwargs=needed(name, case))
        assert client.get(address).status_code == 400, name
    forwarded = Client(HTTP_X_FORWARDED_HOST="evil.example").get(LOGIN)
    assert "evil.example" not in forwarded.content.decode()


@pytest.mark.parametrize("name", sorted(name for name in TABLE))
def test_nothing_is_done_from_somebody_elses_page(
    name: str, case: Case, persons: dict[str, Person | None]
) -> None:
    """Whoever is logged in, and whatever the address: without the token of our page, 403."""
    address = reverse(name, kwargs=needed(name, case))
    before = case.chain.entries.count()
    for who in ("nobody", "registrar", "handler", "head"):
        client = Client(enforce_csrf_checks=True)
        if person := persons[who]:
            client.force_login(person)
        for more in ({}, {"HTTP_ORIGIN": "https://evil.example"}, {"HTTP_ORIGIN": "null"}):
            answer = client.post(address, {"day": "2026-10-13"}, **more)
            wanted = (403, 405) if TABLE[name]["POST"] == {"else": "closed"} else (403,)
            assert answer.status_code in wanted, who
    assert case.chain.entries.count() == before


def test_cookies_travel_over_https_only_where_there_is_https(
    person: Person, settings: Any, tmp_path: Any
) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    client = Client()
    client.get(LOGIN, secure=True)
    log_in(client, person.login, RIGHT)
    client.get("/size/l/")
    for name in (site.SESSION_COOKIE_NAME, site.CSRF_COOKIE_NAME, "size"):
        assert client.cookies[name]["secure"], name
        assert client.cookies[name]["samesite"] == "Lax", name
    for name in (site.SESSION_COOKIE_NAME, "size"):
        assert client.cookies[name]["httponly"], name
    code = (site.PACKAGE / "settings.py").read_text(encoding="utf-8")
    assert "SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = CONFIG.https" in code
    (tmp_path / "site.toml").write_text('https = true\nregion = "x"\n', encoding="utf-8")
    assert load_config(tmp_path).https is True
