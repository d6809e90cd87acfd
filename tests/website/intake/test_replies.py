"""A reply: drafted, reviewed, signed, sent; always the text that was seen."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from ogisite.core.models import Organ, Person
from ogisite.intake.models import Case, Draft
from website.intake.test_acts import words_of

GRANTED = {"i1-outcome": "D12", "i1-supplied": "补偿方案（12页）"}
WITHHELD = {
    "i1-outcome": "D20",
    "i1-supplied": "补偿方案（12页）",
    "i1-withheld-0-what": "内部讨论稿",
    "i1-withheld-0-ground": "E16b",
    "i1-withheld-0-kind": "讨论记录",
    "i1-withheld-0-reason": "形成于决定作出以前",
}


@pytest.fixture
def drafts(desk: Callable[[str], Client]) -> Callable:
    """Use the page of the draft: `how` is what is pressed."""

    def sent(case: Case, how: str = "submit", version: int | None = None, **given: str) -> object:
        known = Draft.objects.filter(case=case).first()
        at = (known.version if known else 0) if version is None else version
        address = f"/desk/cases/{case.pk}/acts/drafted/"
        answer = desk("handler").post(address, {"version": at, how: "1", **given})
        case.refresh_from_db()
        return answer

    return sent


def digest_on(client: Client, case: Case, key: str) -> str:
    page = client.get(f"/desk/cases/{case.pk}/acts/{key}/").content.decode()
    return page.split('name="digest" value="')[1].split('"')[0]


@pytest.fixture
def decides(desk: Callable[[str], Client]) -> Callable:
    """Use the page of a review or of the signing, having seen what stands on it."""

    def sent(case: Case, role: str, key: str, **given: str) -> object:
        client = desk(role)
        given = {"digest": digest_on(client, case, key), **given}
        answer = client.post(f"/desk/cases/{case.pk}/acts/{key}/", given)
        case.refresh_from_db()
        return answer

    return sent


@pytest.fixture
def cleared(case: Case, drafts: Callable, decides: Callable) -> Case:
    """A case whose reply only lacks the signature."""
    assert drafts(case, **GRANTED).status_code == 302
    assert decides(case, "reviewer", "reviewed", approved="yes").status_code == 302
    assert decides(case, "secrecy_reviewer", "secrecy_reviewed", approved="yes").status_code == 302
    return case


def test_a_result_lists_what_its_letter_needs(case: Case, drafts: Callable) -> None:
    answer = drafts(case, "preview", **{"i1-outcome": "D20"})
    seen = answer.content.decode()
    assert "不予公开的内容、理由和依据：没有写" in seen
    assert "还不能送审" in seen
    assert 'name="i1-withheld-0-what"' in seen
    assert not Draft.objects.exists()


def test_a_draft_that_would_not_be_issued_is_not_sent_to_review(
    case: Case, drafts: Callable
) -> None:
    answer = drafts(case, **{"i1-outcome": "D12"})
    assert answer.status_code == 422
    assert "提供的文件清单" in answer.content.decode()
    assert (case.state, case.submissions.count()) == ("handling", 0)


def test_a_draft_is_kept_and_found_again(case: Case, drafts: Callable, desk: Callable) -> None:
    assert drafts(case, "save", **WITHHELD).status_code == 302
    page = desk("handler").get(f"/desk/cases/{case.pk}/acts/drafted/").content.decode()
    assert 'value="内部讨论稿"' in page
    assert "内部讨论稿，属于" in page


def test_two_in_one_draft_lose_nothing(case: Case, drafts: Callable) -> None:
    drafts(case, "save", **GRANTED)
    answer = drafts(case, "save", version=0, **{**GRANTED, "i1-supplied": "补偿方案（13页）"})
    assert answer.status_code == 409
    seen = answer.content.decode()
    assert "<ins>3</ins>" in seen
    assert "<del>2</del>" in seen
    assert 'name="i1-supplied" value="补偿方案（13页）"' in seen
    assert 'name="version" value="1"' in seen
    assert Draft.objects.get().facts["1"]["supplied"] == ["补偿方案（12页）"]
    assert drafts(case, "save", version=1, **GRANTED).status_code == 302


def test_what_is_sent_to_review_is_named_in_the_ledger(case: Case, drafts: Callable) -> None:
    assert drafts(case, **GRANTED).status_code == 302
    sent = case.submissions.get()
    entry = case.chain.entries.get(act="drafted")
    assert entry.data["note"] == f"文本指纹{sent.digest}"
    assert "赵某某" not in "".join(sent.paragraphs)


def test_who_drafted_does_not_review(
    case: Case, drafts: Callable, organ: Organ, people: dict[str, Person], desk: Callable
) -> None:
    from website.conftest import make_person

    make_person(people["handler"].name, organ, "reviewer")
    drafts(case, **GRANTED)
    answer = desk("handler").get(f"/desk/cases/{case.pk}/acts/reviewed/")
    assert answer.status_code == 403
    assert "由他人审核" in answer.content.decode()


def test_a_return_says_what_is_to_be_changed(
    case: Case, drafts: Callable, decides: Callable
) -> None:
    drafts(case, **GRANTED)
    assert decides(case, "reviewer", "reviewed", approved="no").status_code == 422
    said = decides(case, "reviewer", "reviewed", approved="no", opinion="页数不对")
    assert said.status_code == 302
    assert case.state == "returned"


def test_a_new_draft_is_compared_with_the_one_that_came_back(
    case: Case, drafts: Callable, decides: Callable, desk: Callable
) -> None:
    drafts(case, **GRANTED)
    decides(case, "reviewer", "reviewed", approved="no", opinion="页数不对")
    drafts(case, **{**GRANTED, "i1-supplied": "补偿方案（13页）"})
    seen = desk("reviewer").get(f"/desk/cases/{case.pk}/compare/").content.decode()
    assert "<del>2</del><ins>3</ins>" in seen
    assert "页数不对" in seen
    assert "赵某某" not in seen


def test_a_character_changed_after_the_review_asks_for_another(
    cleared: Case, decides: Callable
) -> None:
    Draft.objects.update(facts={"1": {"supplied": ["补偿方案（13页）"]}})
    answer = decides(cleared, "head", "signed")
    assert answer.status_code == 422
    assert "文本和送审时不同" in answer.content.decode()
    assert (cleared.state, cleared.letters.exclude(code="P01").count()) == ("cleared", 0)


def test_what_another_saw_is_not_what_is_signed(cleared: Case, desk: Callable) -> None:
    answer = desk("head").post(f"/desk/cases/{cleared.pk}/acts/signed/", {"digest": "0" * 64})
    assert answer.status_code == 422
    assert "重新看一遍" in answer.content.decode()


def test_signing_makes_the_letter_under_its_number(cleared: Case, decides: Callable) -> None:
    assert decides(cleared, "head", "signed").status_code == 302
    letter = cleared.letters.exclude(code="P01").get()
    assert (letter.number, cleared.state) == ("桐自然资规公复〔2026〕1号", "signed")
    assert "补偿方案（12页）" in words_of(letter)
    assert letter.entry.act == "signed"


def test_a_signer_with_a_second_factor_gives_its_code(
    cleared: Case, decides: Callable, people: dict[str, Person]
) -> None:
    device = TOTPDevice.objects.create(user=people["head"], name="手机", confirmed=True)
    assert decides(cleared, "head", "signed").status_code == 422
    assert decides(cleared, "head", "signed", code="000000").status_code == 422
    device.refresh_from_db()
    device.throttling_failure_count = 0
    device.save()
    code = f"{totp(device.bin_key):06d}"
    assert decides(cleared, "head", "signed", code=code).status_code == 302


def test_an_organ_may_have_nobody_sign_without_a_code(
    cleared: Case, decides: Callable, organ: Organ
) -> None:
    organ.signs_with_code = True
    organ.save()
    answer = decides(cleared, "head", "signed")
    assert answer.status_code == 422
    assert "你还没有启用" in answer.content.decode()


def test_a_reply_goes_out_with_what_was_signed(
    cleared: Case, decides: Callable, does: Callable
) -> None:
    decides(cleared, "head", "signed")
    assert does(cleared, "handler", "replied").status_code == 302
    entry = cleared.chain.entries.get(act="replied")
    assert entry.data["number"] == "桐自然资规公复〔2026〕1号"
    assert entry.data["results"] == [{"item": "1", "outcome": "D12"}]
    answer = does(cleared, "registrar", "delivered", way="direct")
    assert answer.status_code == 302, answer.content.decode()
    assert (cleared.state, cleared.is_over) == ("delivered", True)
    assert cleared.letters.exclude(code="P01").count() == 1


def test_several_items_are_answered_one_by_one(
    make_case: Callable, drafts: Callable, decides: Callable
) -> None:
    case = make_case("补偿方案", "会议纪要")
    given = {**GRANTED, "i2-outcome": "D36", "i2-kind": "讨论记录", "i2-decision": "补偿方案批准"}
    answer = drafts(case, **given)
    assert answer.status_code == 422
    assert "第2项缺少理由" in answer.content.decode()
    assert "第1项缺少" not in answer.content.decode()
    answer = drafts(case, **given, **{"i2-reason": "形成于决定作出以前"})
    assert answer.status_code == 302, answer.content.decode()
    sent = case.submissions.get()
    assert "第2项：会议纪要" in sent.paragraphs
    assert any("应当自收到本答复之日起60日内先向" in one for one in sent.paragraphs)


def test_a_late_reply_says_so_to_its_signer(
    cleared: Case, desk: Callable, today: Callable[[date], None]
) -> None:
    today(date(2026, 11, 11))
    seen = desk("head").get(f"/desk/cases/{cleared.pk}/acts/signed/").content.decode()
    assert "已逾期2个工作日" in seen


def test_the_letters_of_a_case_are_seen_masked_and_had_in_full(
    cleared: Case, decides: Callable, desk: Callable
) -> None:
    decides(cleared, "head", "signed")
    client = desk("handler")
    page = client.get(f"/desk/cases/{cleared.pk}/letters/").content.decode()
    assert "赵＊＊：" in page
    assert "赵某某" not in page
    letter = cleared.letters.exclude(code="P01").get()
    whole = client.get(f"/desk/cases/{cleared.pk}/letters/{letter.pk}.docx")
    assert whole["Content-Disposition"].startswith("attachment")
    assert b"".join(whole.streaming_content)[:2] == b"PK"
    pdf = client.get(f"/desk/cases/{cleared.pk}/letters/{letter.pk}.pdf")
    assert pdf.content[:5] == b"%PDF-"


def test_who_only_supervises_has_no_letter_with_names(
    cleared: Case, decides: Callable, county: Organ
) -> None:
    from website.conftest import make_person

    decides(cleared, "head", "signed")
    client = Client()
    client.force_login(make_person("监一", county, "supervisor"))
    assert client.get(f"/desk/cases/{cleared.pk}/letters/").status_code == 200
    letter = cleared.letters.exclude(code="P01").get()
    assert client.get(f"/desk/cases/{cleared.pk}/letters/{letter.pk}.docx").status_code == 403


def test_a_reply_does_not_go_out_before_it_was_signed(
    cleared: Case, decides: Callable, does: Callable
) -> None:
    decides(cleared, "head", "signed")
    answer = does(cleared, "handler", "replied", "2026-10-12")
    assert answer.status_code == 422
    assert "早于签发之日" in answer.content.decode()


@pytest.mark.parametrize("text", ["<script>alert(1)</script>", "{{ 7 * 7 }}", "甲1乙1", "%s" * 50])
def test_what_is_typed_is_text_and_nothing_else(
    case: Case, drafts: Callable, decides: Callable, text: str
) -> None:
    answer = drafts(case, "preview", **{**GRANTED, "i1-supplied": text})
    seen = answer.content.decode()
    assert "<script>alert" not in seen
    drafts(case, **{**GRANTED, "i1-supplied": text})
    decides(case, "reviewer", "reviewed", approved="yes")
    decides(case, "secrecy_reviewer", "secrecy_reviewed", approved="yes")
    decides(case, "head", "signed")
    assert text in words_of(case.letters.get(code="R02"))


@pytest.mark.parametrize("code", ["D61", "D99", "", "D12,D20", "../D12"])
def test_a_result_that_no_reply_tells_is_no_result(case: Case, drafts: Callable, code: str) -> None:
    answer = drafts(case, **{**GRANTED, "i1-outcome": code})
    assert answer.status_code == 422
    assert case.submissions.count() == 0


def test_a_ground_that_is_none_is_told(case: Case, drafts: Callable) -> None:
    answer = drafts(case, **{**WITHHELD, "i1-withheld-0-ground": "E99"})
    assert answer.status_code == 422
    assert "E99" in answer.content.decode()


def test_a_refused_third_party_interest_needs_that_it_was_asked(
    case: Case, drafts: Callable
) -> None:
    given = {"i1-outcome": "D34", "i1-interest": "个人隐私", "i1-reason": "列有银行账号"}
    answer = drafts(case, **given)
    assert answer.status_code == 422
    assert "第三方" in answer.content.decode()
    assert case.state == "handling"
