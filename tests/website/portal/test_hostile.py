"""Whatever is typed, sent or left out: refused or neutralised, never a page that breaks."""

import hashlib
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from ogi.casework import ledger_from
from ogisite.core.models import Organ, Person
from ogisite.intake.services.arrivals import register
from ogisite.intake.services.invitations import invite
from ogisite.intake.services.recording import record
from website.portal.conftest import PERSON, UNIT, Visitor

pytestmark = pytest.mark.usefixtures("today", "people")
ODD = {
    "nothing": "",
    "null": "a\x00b",
    "controls": "".join(map(chr, range(32))),
    "surrogate": b"\xed\xa0\x80".decode("utf-8", "replace"),
    "turned": "\u202eexe.fdp\u202c\u2066",
    "emoji": "👩‍👩‍👧‍👦🏴‍☠️" * 20,
    "rare": "𠮷𪚥\ue000\U000f0000",
    "marked": "a" + "\u0301" * 500,
    "long": "长" * 6001,
    "longer": "x" * 1_000_000,
    "script": "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>",
    "template": "{{ 7*7 }}{% csrf_token %}${7*7}%(label)s %s {0}",
    "formula": "=cmd|'/c calc'!A1",
    "query": "' OR 1=1; DROP TABLE core_entry; --",
    "number": "9" * 400,
    "negative": "-1",
    "blanks": "\u3000\u00a0\u200b \t\r\n",
    "path": "../../../../etc/passwd",
}
FIELDS = sorted({*PERSON, *UNIT, "go", "drop", "how", "organ", "submission"})


@pytest.mark.parametrize("odd", sorted(ODD))
def test_no_odd_value_breaks_a_page_of_the_form(
    organ: Organ, odd: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """All fields of a step at once, and each field of the whole form in turn."""
    for name in ("use", "check_limit"):
        monkeypatch.setattr(f"ogisite.portal.views.apply.{name}", lambda *_, **__: None)
    visitor = Visitor()
    visitor.begin(organ)
    for path in ("/apply/", "/apply/what/", "/apply/who/", "/apply/how/", "/apply/check/"):
        answer = visitor.post(path, **dict.fromkeys(FIELDS, ODD[odd]))
        assert answer.status_code in (200, 302, 400, 422), path
    for field in FIELDS:
        visitor.begin(organ)
        given = UNIT if field in UNIT and field not in PERSON else PERSON
        answer = visitor.post("/apply/form/", **(given | {field: ODD[odd]}))
        assert answer.status_code in (302, 422), field


@pytest.mark.parametrize("odd", sorted(ODD))
def test_no_odd_value_breaks_the_other_pages(
    organ: Organ, people: dict[str, Person], odd: str
) -> None:
    value, visitor, at = ODD[odd], Visitor(), timezone.now()
    assert visitor.post("/track/", number=value, code=value).status_code == 422
    assert visitor.post("/apply/resume/", code=value).status_code == 422
    for path in ("/size/l/", "/language/en/"):
        answer = visitor.get(path, data={"next": value})
        assert answer["Location"].startswith("/")
        assert not answer["Location"].startswith("//")
    case, _ = visitor.apply(organ)
    register(case, timezone.localdate(), by=people["registrar"], at=at)
    day = str(timezone.localdate())
    asked = {"act": "third_party_asked", "day": day, "party": "乙1", "delivered_on": day}
    record(case, ledger_from([asked])[0], by=people["handler"], at=at)
    token = invite(case, "third_party_asked", "乙1", days=9, by=people["handler"], at=at)
    given = {"choice": "none", "parts": value, "reasons": value}
    for more in ({"choice": value}, {"reasons": "x" * 9000}, {}):
        answer = visitor.post(f"/answer/{token}/", **(given | more))
        assert answer.status_code in ((200, 400, 422) if odd == "longer" else (200, 422))
    visitor.get(f"/track/{case.pk}/")


@pytest.mark.parametrize("address", ["/answer/{}/", "/columns/{}/", "/size/{}/", "/track/{}/"])
def test_an_odd_address_is_no_page(db: None, address: str) -> None:
    for odd in ("%00", "%ff%fe", "..%2f..%2f", "9" * 5000, "<script>", "%E2%80%AE", "{{7*7}}"):
        answer = Client().get(address.format(odd))
        assert answer.status_code in (302, 404, 410), (address, odd)


def test_what_is_typed_is_text_on_every_page(
    organ: Organ, people: dict[str, Person], visitor: Visitor
) -> None:
    """Stored in every field that is shown again: to the applicant, at the desk, to others."""
    evil = "<script>alert(1)</script><b onclick=x>"
    given = {**UNIT, **dict.fromkeys(("asks", "unit_name", "contact_name", "address"), evil)}
    visitor.begin(organ)
    for path in ("/apply/what/", "/apply/who/", "/apply/how/"):
        visitor.post(path, **given)
    pages = [visitor.get(path) for path in ("/apply/what/", "/apply/who/", "/apply/how/")]
    pages += [visitor.get("/apply/check/"), visitor.get("/apply/form/")]
    case, _ = visitor.apply(organ, **given)
    pages += [visitor.get("/apply/receipt/"), visitor.get(f"/track/{case.pk}/")]
    pages.append(visitor.post("/track/", number=evil, code=evil))
    desk = Client()
    desk.force_login(people["registrar"])
    pages += [desk.get(path) for path in ("/desk/", "/desk/cases/", f"/desk/cases/{case.pk}/")]
    for page in pages:
        assert "<script>alert" not in page.content.decode()
        assert "<b onclick" not in page.content.decode()


def test_a_name_of_a_file_is_text_too(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ)
    files = [
        SimpleUploadedFile("<img src=x onerror=alert(1)>.pdf", b"%PDF-1.7\n%%EOF\n"),
        SimpleUploadedFile("<script>.html", b"<html>"),
    ]
    page = visitor.post("/apply/what/", asks="图", files=files).content.decode()
    assert "<img src=x" not in page
    assert "<script>" not in page
    assert "&lt;img src=x onerror=alert(1)&gt;.pdf" in page


def test_a_form_from_elsewhere_is_refused(organ: Organ) -> None:
    client = Client(enforce_csrf_checks=True)
    for path in ("/apply/", "/track/", "/apply/form/", "/apply/forget/", "/answer/x/"):
        answer = client.post(path, {"organ": organ.pk})
        assert answer.status_code == 403
        assert "页面开得太久" in answer.content.decode()


def test_what_is_far_too_big_is_refused_before_it_is_read(db: None) -> None:
    answer = Client().post("/apply/", CONTENT_LENGTH=str(2 * 1024**3))
    assert answer.status_code == 413
    assert "一次最多传100 MB" in answer.content.decode()


def test_too_long_a_text_is_refused_with_a_sentence(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ)
    answer = visitor.post("/apply/what/", asks="长" * 1_000_000)
    assert answer.status_code == 400
    assert "没有收下" in answer.content.decode()
    fields = {f"f{n}": "x" for n in range(3000)}
    assert visitor.post("/apply/what/", **fields).status_code == 400


def test_another_host_is_refused(db: None) -> None:
    assert Client().get("/", HTTP_HOST="evil.example").status_code == 400


def test_a_visitor_cannot_choose_their_address(
    organ: Organ, visitor: Visitor, settings: Any
) -> None:
    for n in range(10):
        visitor.client.post(
            "/track/", {"number": "1", "code": "2"}, HTTP_X_FORWARDED_FOR=f"9.9.9.{n}"
        )
    assert visitor.post("/track/", number="1", code="2").status_code == 429


def test_a_drop_takes_only_a_file_of_ones_own(organ: Organ, stranger: Visitor) -> None:
    visitor, file = Visitor(), SimpleUploadedFile("图.pdf", b"%PDF-1.7\n%%EOF\n")
    visitor.begin(organ)
    visitor.post("/apply/what/", asks="图", files=file)
    stranger.begin(organ)
    file.seek(0)
    digest = hashlib.sha256(file.read()).hexdigest()
    assert stranger.post("/apply/what/", asks="图", drop=digest).status_code == 302
    assert "图.pdf" in visitor.get("/apply/what/").content.decode()
