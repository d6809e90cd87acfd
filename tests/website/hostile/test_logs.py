"""What the log says: that something failed and where, and nothing of anybody."""

import io
import json
import logging
from collections import namedtuple
from collections.abc import Iterator
from types import SimpleNamespace
from typing import Any

import pytest
from django.conf import settings as site
from django.db import DatabaseError
from django.test import Client

from ogi.errors import LedgerError
from ogisite.core.logs import JsonFormatter
from ogisite.core.models import Organ, Person
from website.portal.conftest import Visitor

PRIVATE = ("赵某某", "000000199001010017", "13000000000", "１３０００００００００", "周航", "p1")


@pytest.fixture
def log(settings: Any) -> Iterator[io.StringIO]:
    """All that is logged, as the site writes it."""
    lines = io.StringIO()
    handler = logging.StreamHandler(lines)
    handler.setFormatter(JsonFormatter())
    loggers = [logging.getLogger(), logging.getLogger("ogisite")]
    levels = [one.level for one in loggers]
    for one in loggers:
        one.setLevel(logging.DEBUG)
    loggers[0].addHandler(handler)
    yield lines
    loggers[0].removeHandler(handler)
    for one, level in zip(loggers, levels, strict=True):
        one.setLevel(level)


def test_nothing_of_anybody_stands_in_the_log_of_a_whole_path(
    organ: Organ, people: dict[str, Person], today: object, log: io.StringIO
) -> None:
    """An application, its tracking, wrong codes, wrong passwords, refusals, failures: at DEBUG."""
    visitor = Visitor()
    case, code = visitor.apply(organ)
    secrets = [*PRIVATE, code.replace(" ", ""), case.code_index]
    visitor.post("/track/", number=case.number, code="1")
    visitor.get("/answer/a-secret-link/")
    Client().post("/desk/login/", {"login": "p1", "password": "赵某某-wrong"})
    client = Client(raise_request_exception=False)
    client.force_login(people["handler"])
    for path in ("", "files/", "parties/", "acts/assigned/", "acts/no-such/"):
        client.get(f"/desk/cases/{case.pk}/{path}")
    client.get("/desk/cases/?q=赵某某")
    client.get("/desk/cases/赵某某/")
    client.get("/", HTTP_HOST="赵某某.example")
    Client(enforce_csrf_checks=True).post("/desk/login/", {"login": "p1"})
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    assert len(lines) >= 5
    said = json.dumps(lines, ensure_ascii=False)
    assert [one for one in (*secrets, "a-secret-link", "q=") if one in said] == []


@pytest.mark.parametrize("error", [ValueError, LedgerError, DatabaseError, KeyError])
def test_a_failure_has_an_id_on_the_page_and_in_the_log(
    people: dict[str, Person],
    monkeypatch: pytest.MonkeyPatch,
    log: io.StringIO,
    error: type[Exception],
) -> None:
    def fails(*_: object) -> None:
        raise error("赵某某 000000199001010017")

    monkeypatch.setattr("ogisite.intake.views.desk.work_of", fails)
    client = Client(raise_request_exception=False)
    client.force_login(people["handler"])
    answer = client.get("/desk/?q=赵某某")
    page = answer.content.decode()
    assert answer.status_code == 500
    lines = [json.loads(line) for line in log.getvalue().splitlines()]
    found = [line for line in lines if line.get("error_id")]
    assert len(found) == 1
    assert f"<strong>{found[0]['error_id']}</strong>" in page
    assert found[0]["route"] == "desk/"
    assert found[0]["exception"].endswith(error.__name__)
    assert any("in_" in one or "fails" in one for one in found[0]["frames"])
    for where in (page, log.getvalue()):
        assert "赵某某" not in where.replace("\\u8d75\\u67d0\\u67d0", "赵某某")
        assert "000000199001010017" not in where
    assert "Traceback" not in page
    assert "site-packages" not in page


def test_the_failure_page_needs_no_database(
    db: None, monkeypatch: pytest.MonkeyPatch, people: dict[str, Person]
) -> None:
    def gone(*_: object, **__: object) -> None:
        raise DatabaseError

    client = Client(raise_request_exception=False)
    client.force_login(people["handler"])
    monkeypatch.setattr("ogisite.intake.views.desk.work_of", gone)
    monkeypatch.setattr("ogisite.core.shell.Appointment.objects.filter", gone)
    answer = client.get("/desk/")
    assert answer.status_code == 500
    assert "平台出了问题" in answer.content.decode()


def test_the_site_writes_its_log_as_lines_of_json() -> None:
    assert site.LOGGING["root"]["handlers"] == ["stderr"]
    assert site.LOGGING["handlers"]["stderr"]["formatter"] == "json"
    handlers = [name for name in site.LOGGING["loggers"] if logging.getLogger(name).handlers]
    assert handlers == []


def test_whoever_watches_is_told_whether_the_site_works(db: None) -> None:
    answer = Client().get("/health/")
    assert answer.status_code == 200
    assert answer.json() == {"works": True, "database": True, "migrations": True, "disk": True}


def test_whoever_watches_is_told_what_fails(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: object) -> None:
        raise DatabaseError

    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage(100, 90, 10))
    answer = Client().get("/health/")
    assert answer.status_code == 503
    assert answer.json()["disk"] is False
    monkeypatch.setattr("ogisite.core.views.health.connection", SimpleNamespace(cursor=gone))
    monkeypatch.setattr("ogisite.core.views.health.MigrationExecutor", gone)
    told = Client().get("/health/").json()
    assert told == {"works": False, "database": False, "migrations": False, "disk": False}
