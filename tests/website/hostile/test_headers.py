"""What every answer carries, and what no template has: nothing of a page runs but our own."""

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

import ogisite
from ogisite.core.models import Person
from ogisite.intake.models import Case
from website.hostile.walking import closed
from website.test_who_may import TABLE, needed

TEMPLATES = sorted((Path(ogisite.__file__).parent / "templates").rglob("*.html"))
INLINE = {
    "a style": re.compile(r"\sstyle\s*=|<style\b", re.IGNORECASE),
    "a script": re.compile(r"<script(?![^>]*\ssrc=)[^>]*>", re.IGNORECASE),
    "a handler": re.compile(r"\son[a-z]{3,}\s*=\s*[\"']", re.IGNORECASE),
    "an address that runs": re.compile(r"javascript:|data:text", re.IGNORECASE),
    "a foreign source": re.compile(
        r"(?:src|href|action)\s*=\s*[\"']?(?:https?:)?//", re.IGNORECASE
    ),
    "unescaped text": re.compile(r"\|\s*safe\b|autoescape off|safeseq"),
}


@pytest.mark.parametrize("kind", INLINE)
def test_no_template_has(kind: str) -> None:
    assert len(TEMPLATES) > 50
    found = [one.name for one in TEMPLATES if INLINE[kind].search(one.read_text(encoding="utf-8"))]
    assert found == []


def guarded(answer: HttpResponse) -> None:
    closed(answer)
    policy = answer["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    if "sandbox" not in policy:
        assert "frame-ancestors 'none'" in policy
        assert "base-uri 'none'" in policy
    assert answer["X-Frame-Options"] == "DENY"
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("name", sorted(TABLE))
def test_every_answer_is_guarded(name: str, case: Case, persons: dict[str, Person | None]) -> None:
    address = reverse(name, kwargs=needed(name, case))
    for who in ("nobody", "handler", "stranger"):
        client = Client(raise_request_exception=False)
        if person := persons[who]:
            client.force_login(person)
        for method in ("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS", "TRACE"):
            guarded(client.generic(method, address))


def test_refusals_and_files_are_guarded(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    client = Client(raise_request_exception=False)
    guarded(client.get("/no/such/page/"))
    guarded(client.get("/static/ogisite/ui.css"))
    guarded(client.get("/", HTTP_HOST="evil.example"))
    guarded(client.generic("POST", "/apply/", b"", CONTENT_LENGTH=str(2 * 1024**3)))
    guarded(Client(enforce_csrf_checks=True).post("/desk/login/"))
    monkeypatch.setattr("ogisite.portal.views.home.offline_of", lambda *_: 1 / 0)
    broken = client.get("/")
    assert broken.status_code == 500
    guarded(broken)


def test_pages_of_the_desk_are_kept_by_no_proxy(case: Case, people: dict[str, Person]) -> None:
    client = Client()
    client.force_login(people["handler"])
    for tail in ("", "clock/", "ledger.json", "files/", "parties/", "letters/"):
        answer = client.get(f"/desk/cases/{case.pk}/{tail}")
        assert {"private", "no-cache"} <= {*answer["Cache-Control"].split(", ")}, tail


def test_a_page_is_no_place_to_try_things_out() -> None:
    assert settings.DEBUG is False
    code = (Path(ogisite.__file__).parent / "settings.py").read_text(encoding="utf-8")
    assert re.findall(r"^DEBUG.*", code, re.MULTILINE) == ["DEBUG = False"]
