"""Applying: nothing typed is lost, everything wrong is said at once, and once is once."""

import hashlib
import uuid
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from ogisite.core.models import Organ, Person, StoredFile
from ogisite.intake.models import Attachment, Case, Party
from ogisite.portal.models import Filling
from ogisite.portal.services.fillings import begin, submit
from website.portal.conftest import PERSON, UNIT, Visitor

pytestmark = pytest.mark.usefixtures("today", "people")
PDF = b"%PDF-1.7\n%%EOF\n"


def only(given: dict[str, str], *names: str) -> dict[str, str]:
    return {name: given[name] for name in names if name in given}


def test_an_application_is_made_in_steps(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ)
    assert visitor.post("/apply/what/", **only(PERSON, "asks")).url == "/apply/who/"
    who = only(PERSON, "kind", "name", "identity", "phone")
    assert visitor.post("/apply/who/", **who).url == "/apply/how/"
    assert visitor.post("/apply/how/", way="download").url == "/apply/check/"
    assert "000000199001010017" in visitor.get("/apply/check/").content.decode()
    assert not Case.objects.exists()
    assert visitor.post("/apply/check/").url == "/apply/receipt/"
    case = Case.objects.get()
    assert (case.subject, case.applicant) == ("城东片区补偿方案；分户补偿情况", "赵＊＊")
    assert (case.channel, case.wanted_way) == ("online", "download")
    party = Party.objects.get()
    assert (party.name, party.identity) == ("赵某某", "000000199001010017")
    assert party.phone == "13000000000"


def test_a_unit_is_asked_for_what_a_unit_has(organ: Organ, visitor: Visitor) -> None:
    case, _ = visitor.apply(organ, **UNIT)
    party = case.parties.get()
    assert (party.kind, party.name, party.contact_name) == ("company", UNIT["unit_name"], "钱某某")
    assert case.applicant == UNIT["unit_name"]


def test_a_form_that_is_sent_twice_is_one_case(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ, "page")
    key = str(Filling.objects.get().key)
    first = visitor.post("/apply/form/", **PERSON, submission=key)
    again = visitor.post("/apply/form/", **PERSON, submission=key)
    assert first.url == again.url == "/apply/receipt/"
    assert Case.objects.count() == 1
    other = visitor.post("/apply/form/", **PERSON, submission=str(uuid.uuid4()))
    assert other.url == "/apply/"


def test_the_answer_to_a_second_click_is_the_receipt_too(organ: Organ, visitor: Visitor) -> None:
    """The browser drops the answer to the first click, with the cookies in it."""
    visitor.begin(organ, "page")
    cookies, key = visitor.client.cookies.copy(), str(Filling.objects.get().key)
    visitor.post("/apply/form/", **PERSON, submission=key)
    visitor.client.cookies = cookies
    assert visitor.post("/apply/form/", **PERSON, submission=key).url == "/apply/receipt/"
    assert Case.objects.get().name in visitor.get("/apply/receipt/").content.decode()


def test_two_clicks_at_once_are_one_case_with_one_code(organ: Organ) -> None:
    """Both were found complete before either was submitted."""
    at = timezone.now()
    one = begin(organ, at=at)
    other = Filling.objects.get(pk=one.pk)
    (first, is_new), (second, again) = (submit(each, PERSON, at=at) for each in (one, other))
    assert (is_new, again) == (True, False)
    assert first.case == second.case
    assert len(first.receipt_code) == 10
    assert first.receipt_code == second.receipt_code
    assert Case.objects.count() == 1


def test_everything_wrong_is_said_at_once_with_the_same_words_twice(
    organ: Organ, visitor: Visitor
) -> None:
    visitor.begin(organ)
    answer = visitor.post("/apply/who/", kind="person", name="赵某某", identity="00000019900101001")
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "<title>有错误：" in page
    assert "有2处需要改" in page
    for says in (
        "居民身份证号码有17位，应为18位，请对照证件补全",
        "电话和邮箱都没有填，请至少填一项",
    ):
        assert page.count(says) == 2
    assert 'value="00000019900101001"' in page


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"asks": ""}, "要公开的政府信息没有填"),
        ({"asks": "，。\n  "}, "没有写文字"),
        ({"asks": "一\n" * 21}, "写了21项"),
        ({"asks": "长" * 5001}, "有5001个字，最多5000个字"),
        ({"kind": "robot"}, "重新选"),
        ({"name": ""}, "姓名没有填"),
        ({"identity": ""}, "居民身份证号码没有填"),
        ({"identity": "0" * 19}, "有19位"),
        ({"phone": "call me"}, "只写号码"),
        ({"email": "a@b"}, "电子邮箱写得不完整"),
        ({"way": "post"}, "邮寄地址没有填"),
        ({"way": "email"}, "电子邮箱没有填"),
        ({"way": ""}, "没有选获取方式"),
        ({"way": "drone"}, "重新选"),
        ({"kind": "unit"}, "单位名称没有填"),
    ],
)
def test_what_is_wrong_says_what_and_what_to_do(
    organ: Organ, visitor: Visitor, given: dict[str, str], says: str
) -> None:
    visitor.begin(organ, "page")
    answer = visitor.post("/apply/form/", **(PERSON | given))
    assert answer.status_code == 422
    assert says in answer.content.decode()
    assert not Case.objects.exists()


def test_another_paper_than_an_identity_card_will_do(organ: Organ, visitor: Visitor) -> None:
    case, _ = visitor.apply(organ, identity="护照A0000000")
    assert case.parties.get().identity == "护照A0000000"


def test_going_back_keeps_what_is_not_right_yet(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ)
    answer = visitor.post(
        "/apply/who/", kind="unit", unit_name="某某公司", unit_code="1", go="back"
    )
    assert answer.url == "/apply/what/"
    assert "某某公司" in visitor.get("/apply/who/").content.decode()


def test_choosing_another_organ_keeps_what_was_typed(
    organ: Organ, county: Organ, visitor: Visitor
) -> None:
    from website.conftest import make_organ, make_person

    other = make_organ("桐岭县民政局", parent=county)
    make_person("孙一", other, "registrar")
    visitor.begin(organ)
    visitor.post("/apply/what/", asks="低保名单", go="save")
    visitor.begin(other)
    page = visitor.get("/apply/what/").content.decode()
    assert "低保名单" in page
    assert "桐岭县民政局" in page


def test_an_organ_that_nobody_registers_for_cannot_be_chosen(
    county: Organ, organ: Organ, visitor: Visitor
) -> None:
    answer = visitor.post("/apply/", organ=county.pk)
    assert answer.status_code == 422
    assert visitor.post("/apply/", organ="x").status_code == 422
    assert not Filling.objects.exists()


def test_what_was_put_by_is_taken_up_elsewhere(
    organ: Organ, visitor: Visitor, stranger: Visitor
) -> None:
    visitor.begin(organ)
    assert visitor.post("/apply/what/", asks="规划图", go="save").url == "/apply/saved/"
    page = visitor.get("/apply/saved/").content.decode()
    code = page.split('<p class="bigno">')[1].split("</p>")[0]
    wrong = stranger.post("/apply/resume/", code="0000000000")
    assert wrong.status_code == 422
    assert stranger.post("/apply/resume/", code=code.replace(" ", "")).url == "/apply/check/"
    assert "规划图" in stranger.get("/apply/what/").content.decode()
    assert visitor.post("/apply/forget/").status_code == 302
    assert visitor.get("/apply/what/").url == "/apply/"


def test_nothing_typed_lies_readable_in_the_database(organ: Organ, visitor: Visitor) -> None:
    from django.db import connection

    visitor.begin(organ)
    visitor.post("/apply/who/", **only(PERSON, "kind", "name", "identity"))
    with connection.cursor() as cursor:
        cursor.execute("SELECT content FROM portal_filling")
        (content,) = cursor.fetchone()
    assert "000000199001010017" not in content
    assert "identity" not in content


def test_a_filling_is_forgotten_after_its_days(
    organ: Organ, visitor: Visitor, today: Callable[[date], None]
) -> None:
    visitor.begin(organ)
    today(date(2026, 10, 21))
    assert visitor.get("/apply/what/").url == "/apply/"
    Visitor().begin(organ)
    assert Filling.objects.count() == 1


def test_a_paper_of_an_application_that_is_forgotten_goes_too(
    organ: Organ,
    visitor: Visitor,
    stranger: Visitor,
    today: Callable[[date], None],
    django_capture_on_commit_callbacks: Any,
) -> None:
    """What a case holds too, or another application, stays."""
    files = {name: PDF + name.encode() for name in ("alone", "of two", "of a case")}
    for someone, names in ((visitor, files), (stranger, ("of two", "of a case"))):
        someone.begin(organ)
        for name in names:
            someone.post("/apply/what/", asks="图", files=SimpleUploadedFile("图.pdf", files[name]))
    stranger.post("/apply/form/", **PERSON)
    other = Visitor()
    today(date(2026, 10, 19))
    other.begin(organ)
    other.post("/apply/what/", asks="图", files=SimpleUploadedFile("图.pdf", files["of two"]))
    today(date(2026, 10, 21))
    paths = {one.digest: one.content.path for one in StoredFile.objects.all()}
    with django_capture_on_commit_callbacks(execute=True):
        Visitor().begin(organ)
    left = {hashlib.sha256(files[name]).hexdigest() for name in ("of two", "of a case")}
    assert set(StoredFile.objects.values_list("digest", flat=True)) == left
    assert {digest for digest, path in paths.items() if Path(path).exists()} == left


def test_papers_go_with_an_application(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ)
    files = [
        SimpleUploadedFile("示意图.pdf", PDF),
        SimpleUploadedFile("x.html", b"<html><script>"),
    ]
    answer = visitor.post("/apply/what/", asks="规划图", files=files)
    assert answer.status_code == 422
    assert "“x.html”是网页" in answer.content.decode()
    assert "示意图.pdf" in answer.content.decode()
    visitor.post("/apply/form/", **PERSON, papers=SimpleUploadedFile("证件.pdf", PDF + b" "))
    kinds = set(Attachment.objects.values_list("kind", "name"))
    assert kinds == {("application", "示意图.pdf"), ("identity", "证件.pdf")}


def test_a_paper_can_be_taken_out_again(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ)
    visitor.post("/apply/what/", asks="规划图", files=SimpleUploadedFile("图.pdf", PDF))
    digest = Filling.objects.get().files.get().digest
    visitor.post("/apply/what/", asks="规划图", drop=digest)
    assert "图.pdf" not in visitor.get("/apply/what/").content.decode()
    visitor.post("/apply/form/", **PERSON)
    assert not Attachment.objects.exists()


def test_more_papers_than_go_with_one_are_refused(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ)
    files = [SimpleUploadedFile(f"{n}.pdf", PDF + b" " * n) for n in range(11)]
    answer = visitor.post("/apply/what/", asks="规划图", files=files)
    assert answer.status_code == 422
    assert "最多10个" in answer.content.decode()


def test_too_many_applications_say_until_when_and_keep_everything(
    organ: Organ, visitor: Visitor
) -> None:
    for _ in range(5):
        visitor.apply(organ)
    visitor.begin(organ, "page")
    answer = visitor.post("/apply/form/", **PERSON)
    page = answer.content.decode()
    assert answer.status_code == 429
    assert "10分钟内最多提交申请5份，已经5份。10:10后可以再提交" in page
    assert "邮寄" in page
    assert "城东片区补偿方案" in visitor.get("/apply/form/").content.decode()
    assert Case.objects.count() == 5


def test_nobody_is_asked_for_a_purpose(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ, "page")
    page = visitor.get("/apply/form/").content.decode()
    assert 'name="purpose"' not in page
    assert "职业" not in page
    assert "用途" not in page


def test_every_step_names_the_ways_without_the_internet(organ: Organ, visitor: Visitor) -> None:
    visitor.begin(organ)
    for path in (
        "/apply/",
        "/apply/what/",
        "/apply/who/",
        "/apply/how/",
        "/apply/check/",
        "/apply/form/",
    ):
        page = visitor.get(path).content.decode()
        for word in ("邮寄", "当面", "口头"):
            assert word in page, path


def test_the_receipt_goes_after_an_hour(
    organ: Organ,
    people: dict[str, Person],
    visitor: Visitor,
    today: Callable[[date], None],
) -> None:
    visitor.apply(organ)
    page = visitor.get("/apply/receipt/")
    assert "2026年10月13日" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    today(date(2026, 10, 14))
    assert visitor.get("/apply/receipt/").url == "/track/"
