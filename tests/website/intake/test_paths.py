"""Whole ways of a case through the pages of the desk, each to its letter."""

from collections.abc import Callable
from datetime import date

from django.test import Client

from ogisite.intake.models import Case
from website.intake.test_acts import ASKED, CORRECTION, words_of
from website.intake.test_replies import GRANTED, decides, drafts  # noqa: F401 - fixtures

Move = Callable[[date], None]
REFUSED = {"i1-outcome": "D35", "i1-kind": "人事管理", "i1-reason": "是对职工的考核记录"}


def registered(client: Client, day: str, asks: str = "分户补偿情况公示表") -> Case:
    given = {
        "channel": "signed_post",
        "on": day,
        "kind": "natural_person",
        "name": "赵某某",
        "asks": asks,
        "wanted_way": "collect",
        "phone": "1",
        "submission": "0" * 31 + "1",
    }
    answer = client.post("/desk/cases/new/", given)
    assert answer.status_code == 302, answer.content.decode()
    return Case.objects.get()


def test_a_third_party_asked_over_the_holiday(
    organ: object,
    desk: Callable[[str], Client],
    does: Callable,
    drafts: Callable,  # noqa: F811
    decides: Callable,  # noqa: F811
    today: Move,
) -> None:
    today(date(2026, 9, 18))
    case = registered(desk("registrar"), "2026-09-18")
    today(date(2026, 9, 22))
    asked = does(case, "handler", "third_party_asked", "2026-09-22", **ASKED)
    assert asked.status_code == 302, asked.content.decode()
    today(date(2026, 9, 24))
    does(case, "registrar", "letter_reached", "2026-09-24", letter="third_party_asked|乙1")
    assert case.is_waiting
    today(date(2026, 10, 12))
    said = {"party": "乙1", "consents": "yes"}
    answer = does(case, "registrar", "third_party_answered", "2026-10-12", **said)
    assert answer.status_code == 302, answer.content.decode()
    assert (case.state, case.due_on) == ("handling", date(2026, 11, 4))
    today(date(2026, 10, 13))
    drafts(case, **GRANTED)
    decides(case, "reviewer", "reviewed", approved="no", opinion="页数不对")
    drafts(case, **{**GRANTED, "i1-supplied": "公示表（4页）"})
    for role, key in (("reviewer", "reviewed"), ("secrecy_reviewer", "secrecy_reviewed")):
        assert decides(case, role, key, approved="yes").status_code == 302
    assert decides(case, "head", "signed").status_code == 302
    assert does(case, "handler", "replied").status_code == 302
    given = {"way": "post", "tracking": "XA00000000000"}
    assert does(case, "registrar", "delivered", **given).status_code == 302
    assert (case.state, case.is_over) == ("delivered", True)
    letter = case.letters.get(code="R02")
    assert "至2026年10月12日征求第三方意见所需的时间" in words_of(letter)
    assert "公示表（4页）" in words_of(letter)


def test_who_does_not_correct_in_time_gives_up(case: Case, does: Callable, today: Move) -> None:
    given = {**CORRECTION, "delivered_on": "2026-10-13"}
    does(case, "handler", "correction_asked", **given)
    today(date(2026, 11, 4))
    answer = does(case, "handler", "correction_lapsed", "2026-11-04")
    assert answer.status_code == 302, answer.content.decode()
    assert case.state == "given_up"
    letter = case.letters.get(code="R21")
    assert "视为放弃申请" in words_of(letter)
    assert case.letters.get(code="P02").number in words_of(letter)


def test_a_lapse_that_comes_too_early_is_closed(case: Case, desk: Callable, does: Callable) -> None:
    does(case, "handler", "correction_asked", **{**CORRECTION, "delivered_on": "2026-10-13"})
    answer = desk("handler").get(f"/desk/cases/{case.pk}/acts/correction_lapsed/")
    assert answer.status_code == 403
    assert "届满后才能按放弃申请处理" in answer.content.decode()


def test_who_does_not_pay_gives_up(case: Case, does: Callable, today: Move) -> None:
    given = {"fact_pages": "500", "delivered_on": "2026-10-13"}
    assert does(case, "handler", "fee_noticed", **given).status_code == 302
    today(date(2026, 11, 30))
    answer = does(case, "handler", "fee_lapsed", "2026-11-30")
    assert answer.status_code == 302, answer.content.decode()
    assert "视为放弃申请" in words_of(case.letters.get(code="R22"))


def test_a_withdrawal_is_confirmed_by_letter(case: Case, does: Callable) -> None:
    answer = does(case, "registrar", "withdrawn")
    assert answer.status_code == 302, answer.content.decode()
    assert "终止办理" in words_of(case.letters.get(code="R26"))


def cleared(case: Case, drafts: Callable, decides: Callable, **given: str) -> None:  # noqa: F811
    answer = drafts(case, **given)
    assert answer.status_code == 302, answer.content.decode()
    decides(case, "reviewer", "reviewed", approved="yes")
    decides(case, "secrecy_reviewer", "secrecy_reviewed", approved="yes")
    assert decides(case, "head", "signed").status_code == 302


def test_a_refusal_tells_that_review_comes_first(
    case: Case,
    drafts: Callable,  # noqa: F811
    decides: Callable,  # noqa: F811
) -> None:
    cleared(case, drafts, decides, **REFUSED)
    words = words_of(case.letters.exclude(code="P01").get())
    assert "先向桐岭县人民政府申请行政复议" in words
    assert "也可以自收到" not in words


def test_a_reply_is_given_again_after_a_review(
    case: Case,
    does: Callable,
    drafts: Callable,  # noqa: F811
    decides: Callable,  # noqa: F811
    today: Move,
) -> None:
    cleared(case, drafts, decides, **REFUSED)
    does(case, "handler", "replied")
    does(case, "registrar", "delivered", way="direct")
    today(date(2026, 12, 1))
    filed = {"dispute": "争议1", "kind": "review", "body": "桐岭县人民政府"}
    assert does(case, "registrar", "dispute_filed", "2026-11-02", **filed).status_code == 302
    said = {"dispute": "争议1", "result": "corrected", "orders_reply": "yes"}
    assert does(case, "registrar", "dispute_decided", "2026-11-30", **said).status_code == 302
    again = does(case, "handler", "reopened", "2026-12-01", dispute="争议1")
    assert again.status_code == 302, again.content.decode()
    assert case.state == "handling"
    cleared(case, drafts, decides, **GRANTED)
    answer = does(case, "handler", "replied", "2026-12-01")
    assert answer.status_code == 302, answer.content.decode()
    first, second = case.letters.exclude(code="P01").order_by("pk")
    assert (first.number, second.number) == (
        "桐自然资规公复〔2026〕1号",
        "桐自然资规公复〔2026〕1-2号",
    )
    assert "重新办理" in words_of(second)


def test_a_late_reply_is_still_a_reply_and_is_told_so(
    case: Case,
    does: Callable,
    desk: Callable,
    drafts: Callable,  # noqa: F811
    decides: Callable,  # noqa: F811
    today: Move,
) -> None:
    today(date(2026, 11, 16))
    assert drafts(case, **GRANTED).status_code == 302
    decides(case, "reviewer", "reviewed", approved="yes")
    decides(case, "secrecy_reviewer", "secrecy_reviewed", approved="yes")
    page = desk("head").get(f"/desk/cases/{case.pk}/acts/signed/").content.decode()
    assert "已逾期5个工作日" in page
    assert "申请人可以就逾期申请行政复议" in page
    decides(case, "head", "signed")
    assert does(case, "handler", "replied", "2026-11-16").status_code == 302
    assert case.state == "replied"
