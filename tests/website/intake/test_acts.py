"""An act and its letter: what is seen beside the form is what goes out."""

import io
from collections.abc import Callable

import docx
import pytest
from django.test import Client

from ogisite.core.models import Organ
from ogisite.intake.models import Case, IssuedLetter

CORRECTION = {
    "points": "需要的年份\n宗地的位置",
    "until": "2026-11-03",
    "fact_guidance": "写明年份和宗地编号，当面、邮寄提交都可以",
}
ASKED = {
    "party": "new",
    "party_name": "钱某某",
    "party_kind": "natural_person",
    "party_address": "桐岭县城关镇人民路2号",
    "fact_description": "分户补偿情况公示表",
    "fact_concerns": "个人隐私",
}


def words_of(letter: IssuedLetter) -> str:
    with letter.docx.content.open() as content:
        found = docx.Document(io.BytesIO(content.read()))
    cells = [cell.text for table in found.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(one.text for one in found.paragraphs), *cells])


def test_a_letter_is_seen_before_it_is_made(case: Case, does: Callable) -> None:
    answer = does(case, "handler", "correction_asked", preview="1", **CORRECTION)
    seen = answer.content.decode()
    assert answer.status_code == 200
    assert "桐自然资规公补〔2026〕1号" in seen
    assert "1.需要的年份" in seen
    assert "赵＊＊：" in seen
    assert "赵某某" not in seen
    assert case.chain.entries.count() == 2


def test_an_act_makes_its_letter_with_the_whole_name(case: Case, does: Callable) -> None:
    assert does(case, "handler", "correction_asked", **CORRECTION).status_code == 302
    letter = case.letters.exclude(code="P01").get()
    assert (case.state, letter.code, letter.day.isoformat()) == (
        "correcting",
        "P02",
        "2026-10-13",
    )
    assert "赵某某：" in words_of(letter)
    assert letter.entry.act == "correction_asked"


def test_a_letter_that_lacks_something_keeps_the_act_from_being_recorded(
    case: Case, does: Callable
) -> None:
    answer = does(case, "handler", "correction_asked", points="年份", until="2026-11-03")
    assert answer.status_code == 422
    assert "缺少如何补正的说明" in answer.content.decode()
    assert (case.chain.entries.count(), case.letters.exclude(code="P01").count()) == (2, 0)


def test_what_the_organ_never_wrote_closes_the_button_and_names_itself(
    case: Case, organ: Organ, desk: Callable[[str], Client]
) -> None:
    organ.address = organ.phone = ""
    organ.save()
    seen = desk("handler").get(f"/desk/cases/{case.pk}/acts/correction_asked/").content.decode()
    assert "还不能登记：联系方式没有设置" in seen


def test_a_third_party_that_is_new_is_known_by_a_token(case: Case, does: Callable) -> None:
    answer = does(case, "handler", "third_party_asked", **ASKED)
    assert answer.status_code == 302, answer.content.decode()
    party = case.parties.get(token="乙1")
    assert (party.name, case.state) == ("钱某某", "consulting")
    assert "钱某某" not in str([one.data for one in case.chain.entries.all()])
    asked, told = case.letters.exclude(code="P01").order_by("code")
    assert (asked.party, told.party) == ("乙1", "")
    assert "钱某某：" in words_of(asked)
    assert "钱某某" not in words_of(told)
    assert "书面征求第三方的意见" in words_of(told)


def test_a_third_party_that_nobody_named_is_not_asked(case: Case, does: Callable) -> None:
    answer = does(case, "handler", "third_party_asked", **{**ASKED, "party_name": ""})
    assert answer.status_code == 422
    assert "第三方姓名或者名称没有填" in answer.content.decode()
    assert not case.parties.filter(token="乙1").exists()


def test_two_third_parties_of_one_name_each_have_their_letter(case: Case, does: Callable) -> None:
    does(case, "handler", "third_party_asked", **ASKED)
    answer = does(case, "handler", "third_party_asked", **ASKED)
    assert answer.status_code == 302, answer.content.decode()
    letters = case.letters.filter(code="P05").order_by("pk")
    assert [one.party for one in letters] == ["乙1", "乙2"]
    assert len({one.number for one in letters}) == 2


def test_what_reached_whom_is_chosen_from_the_letters_under_way(
    case: Case, does: Callable, desk: Callable[[str], Client]
) -> None:
    does(case, "handler", "third_party_asked", **ASKED)
    page = desk("handler").get(f"/desk/cases/{case.pk}/acts/letter_reached/").content.decode()
    assert "third_party_asked|乙1" in page
    assert "钱＊＊" in page
    assert "钱某某" not in page
    answer = does(case, "handler", "letter_reached", letter="third_party_asked|乙1")
    assert answer.status_code == 302, answer.content.decode()
    assert case.wait_until is not None


def test_a_case_is_given_to_somebody_who_handles_in_this_organ(case: Case, does: Callable) -> None:
    assert does(case, "registrar", "assigned", handler="王建国").status_code == 422
    assert does(case, "registrar", "assigned", handler="周航").status_code == 302
    assert case.handler is not None


@pytest.mark.parametrize(
    ("given", "amount"), [({"fact_pages": "50"}, "400"), ({"fact_pieces": "12"}, "200")]
)
def test_a_fee_is_counted_where_its_basis_is_given(
    case: Case, does: Callable, given: dict[str, str], amount: str
) -> None:
    answer = does(case, "handler", "fee_noticed", **given)
    assert answer.status_code == 302, answer.content.decode()
    entry = case.chain.entries.get(act="fee_noticed")
    assert f"人民币{entry.data['amount_yuan']}元" in words_of(
        case.letters.exclude(code="P01").get()
    )


def test_a_wrong_entry_is_chosen_and_struck(case: Case, does: Callable) -> None:
    does(case, "handler", "correction_asked", **CORRECTION)
    entry = case.chain.entries.get(act="correction_asked")
    answer = does(case, "handler", "struck_out", entry=entry.data["id"], reason="登记错了案件")
    assert answer.status_code == 302, answer.content.decode()
    assert case.state == "handling"


def test_a_correction_says_anew_what_is_asked_for(case: Case, does: Callable) -> None:
    does(case, "handler", "correction_asked", **CORRECTION)
    answer = does(
        case,
        "registrar",
        "correction_received",
        channel="in_person",
        items="2025年补偿方案\n分户表",
    )
    assert answer.status_code == 302, answer.content.decode()
    assert case.subject == "2025年补偿方案；分户表"


def test_a_dispute_is_filed_and_decided(case: Case, does: Callable, today: Callable) -> None:
    from datetime import date

    today(date(2026, 11, 16))
    filed = {"dispute": "争议1", "kind": "review", "number": "桐复〔2026〕7号"}
    answer = does(case, "registrar", "dispute_filed", "2026-11-13", **filed)
    assert answer.status_code == 302, answer.content.decode()
    decided = {"dispute": "争议1", "result": "corrected", "orders_reply": "yes"}
    answer = does(case, "registrar", "dispute_decided", "2026-11-16", **decided)
    assert answer.status_code == 302, answer.content.decode()


def test_a_registration_gives_its_receipt(case: Case) -> None:
    receipt = case.letters.get()
    assert (receipt.code, receipt.number) == ("P01", "桐自然资规公回〔2026〕1号")
    assert "最迟于2026年11月9日作出答复" in words_of(receipt)


def test_an_application_is_registered_though_its_receipt_lacks_something(
    organ: Organ, make_case: Callable[..., Case]
) -> None:
    organ.address = organ.phone = ""
    organ.save()
    case = make_case()
    assert (case.number, case.letters.count()) == ("2026-0001", 0)
