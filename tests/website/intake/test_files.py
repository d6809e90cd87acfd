"""Papers of a case: what carries something unseen does not go out, what was signed does."""

import io
from collections.abc import Callable

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from ogi.paper import Line, Paper
from ogi.writing import print_paper
from ogisite.core.models import Look
from ogisite.intake.models import Case
from website.intake.test_replies import GRANTED, decides, drafts  # noqa: F401 - fixtures


def workbook(*, hidden: bool) -> SimpleUploadedFile:
    made, out = openpyxl.Workbook(), io.BytesIO()
    if hidden:
        made.create_sheet("账号").sheet_state = "hidden"
    made.save(out)
    return SimpleUploadedFile("台账.xlsx", out.getvalue())


@pytest.fixture
def adds(desk: Callable[[str], Client]) -> Callable:
    def sent(case: Case, file: SimpleUploadedFile, kind: str = "supplied") -> object:
        address = f"/desk/cases/{case.pk}/files/"
        return desk("handler").post(address, {"kind": kind, "file": file})

    return sent


def attach(client: Client, case: Case) -> str:
    paper = case.attachments.get()
    address = f"/desk/cases/{case.pk}/files/{paper.pk}/attach/"
    return client.post(address, {"attach": "1"}, follow=True).content.decode()


def test_a_file_that_carries_something_unseen_does_not_go_out(
    case: Case, adds: Callable, desk: Callable
) -> None:
    assert adds(case, workbook(hidden=True)).status_code == 302
    page = desk("handler").get(f"/desk/cases/{case.pk}/files/").content.decode()
    assert "不能发出" in page
    assert "有隐藏的工作表“账号”。删去隐藏的工作表" in page
    assert "不能随答复书提供：有隐藏的工作表" in attach(desk("handler"), case)
    assert not case.attachments.get().goes_out


def test_a_clean_file_goes_out_with_the_letter_that_is_signed(
    case: Case,
    adds: Callable,
    desk: Callable,
    drafts: Callable,  # noqa: F811
    decides: Callable,  # noqa: F811
) -> None:
    adds(case, workbook(hidden=False))
    attach(desk("handler"), case)
    drafts(case, **GRANTED)
    decides(case, "reviewer", "reviewed", approved="yes")
    decides(case, "secrecy_reviewer", "secrecy_reviewed", approved="yes")
    assert case.attachments.get().letter is None
    decides(case, "head", "signed")
    assert case.attachments.get().letter == case.letters.exclude(code="P01").get()


def test_another_file_after_the_review_asks_for_another_review(
    case: Case,
    adds: Callable,
    drafts: Callable,  # noqa: F811
    decides: Callable,  # noqa: F811
) -> None:
    drafts(case, **GRANTED)
    adds(case, workbook(hidden=False))
    case.attachments.update(goes_out=True)
    answer = decides(case, "reviewer", "reviewed", approved="yes")
    assert answer.status_code == 422
    assert "文本和送审时不同" in answer.content.decode()


def test_a_paper_with_personal_data_is_not_for_everybody(
    case: Case, adds: Callable, desk: Callable
) -> None:
    scan = SimpleUploadedFile("申请表.pdf", print_paper(Paper("申请表", (Line("赵某某"),)), "pdf"))
    adds(case, scan, "application")
    address = f"/desk/cases/{case.pk}/files/{case.attachments.get().pk}/"
    assert desk("reviewer").get(address).status_code == 403
    assert b"".join(desk("handler").get(address))[:5] == b"%PDF-"


def test_a_name_is_seen_for_a_reason_for_ten_minutes_and_logged_once(
    case: Case, desk: Callable, today: Callable
) -> None:
    import time_machine

    client, address = desk("handler"), f"/desk/cases/{case.pk}/parties/"
    assert "赵某某" not in client.get(address).content.decode()
    assert client.post(address, {}).status_code == 422
    assert client.post(address, {"reason": "other"}).status_code == 422
    assert Look.objects.count() == 0
    shown = client.post(address, {"reason": "寄送文书"}, follow=True)
    assert "赵某某" in shown.content.decode()
    assert 0 < int(shown["Refresh"]) <= 600
    client.get(address)
    assert [one.reason for one in Look.objects.all()] == ["寄送文书"]
    assert "赵某某" not in client.get(address + "?masked=1").content.decode()
    with time_machine.travel("2026-10-13T02:11:00Z"):
        assert "赵某某" not in client.get(address).content.decode()


def test_what_one_may_see_another_does_not(case: Case, desk: Callable) -> None:
    address = f"/desk/cases/{case.pk}/parties/"
    desk("handler").post(address, {"reason": "寄送文书"})
    assert "赵某某" not in desk("registrar").get(address).content.decode()
    assert desk("reviewer").post(address, {"reason": "寄送文书"}).status_code == 403


def test_a_third_party_is_given_a_link_once(case: Case, does: Callable, desk: Callable) -> None:
    from website.intake.test_acts import ASKED

    does(case, "handler", "third_party_asked", **ASKED)
    address = f"/desk/cases/{case.pk}/parties/"
    page = desk("handler").get(address).content.decode()
    assert "生成答复用的一次性链接" in page
    given = {"kind": "third_party_asked", "party": "乙1"}
    made = desk("handler").post(address + "invite/", given)
    assert "只显示这一次" in made.content.decode()
    assert "只显示这一次" not in desk("handler").get(address).content.decode()
