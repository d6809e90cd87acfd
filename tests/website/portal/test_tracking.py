"""Following a case: by both its number and its code, and by nobody else."""

import statistics
import time
from datetime import date
from typing import Any

import pytest
from django.utils import timezone

from ogi.casework import ledger_from
from ogi.letters import letter_forms
from ogisite.core.models import Person
from ogisite.core.services.files import store
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.models import Attachment, Case, IssuedLetter
from ogisite.intake.services.arrivals import register
from ogisite.intake.services.recording import record
from website.portal.conftest import Visitor

pytestmark = pytest.mark.usefixtures("today")
THIRD_PARTY = next(one.code for one in letter_forms().values() if one.to == "third_party")
ORGAN = next(one.code for one in letter_forms().values() if one.to == "organ")
Applied = tuple[Case, str]


def track(visitor: Visitor, number: str, code: str) -> object:
    return visitor.post("/track/", number=number, code=code)


def registered(case: Case, people: dict[str, Person]) -> None:
    register(case, timezone.localdate(), by=people["registrar"], at=timezone.now())


def done(case: Case, people: dict[str, Person], role: str, kind: str, **more: object) -> None:
    day = str(timezone.localdate())
    (act,) = ledger_from([{"act": kind, "day": day, **more}])
    record(case, act, by=people[role], at=timezone.now())


def replied(case: Case, people: dict[str, Person], *results: dict[str, object]) -> None:
    done(case, people, "handler", "drafted")
    done(case, people, "reviewer", "reviewed", approved=True)
    done(case, people, "secrecy_reviewer", "secrecy_reviewed", approved=True)
    done(case, people, "head", "signed")
    done(case, people, "handler", "replied", results=list(results))
    today = str(timezone.localdate())
    done(case, people, "handler", "delivered", way="electronic", reached_on=today)


def content_of(answer: Any) -> bytes:
    """Read a file that is served, and close it without ending the test's transaction."""
    content = b"".join(answer.streaming_content)
    for close in answer._resource_closers:
        close()
    return content


def shown(visitor: Visitor, case: Case) -> str:
    answer = visitor.get(f"/track/{case.pk}/")
    assert answer.status_code == 200
    return str(answer.content.decode())


@pytest.mark.parametrize("spaced", ["{}", " {} ", "０{}"])
def test_number_and_code_open_a_case(
    applied: Applied, people: dict[str, Person], stranger: Visitor, spaced: str
) -> None:
    case, code = applied
    if spaced == "０{}":
        code, spaced = code.translate({ord("0"): "０", ord("1"): "１"}), "{}"
    assert track(stranger, f"收件{case.pk}", spaced.format(code)).url == f"/track/{case.pk}/"
    assert "最迟2026年11月10日（星期二）答复" in shown(stranger, case)
    registered(case, people)
    assert track(Visitor(), "２０２６-0001", code).url == f"/track/{case.pk}/"


def test_a_wrong_number_and_a_wrong_code_give_the_same_answer(
    applied: Applied, stranger: Visitor
) -> None:
    case, code = applied
    pages = []
    for number, tried in (
        (case.name, "0000000000"),
        ("2026-9999", code),
        ("", ""),
        ("9" * 40, code),
    ):
        answer = track(stranger, number, tried)
        assert answer.status_code == 422
        page = answer.content.decode()
        for typed in (f'value="{number}"', f'value="{tried}"'):
            page = page.replace(typed, "")
        start = page.index('<div class="errors"')
        pages.append(page[start : page.index("<form", start)])
    assert len(set(pages)) == 1
    assert "没有查到" in pages[0]


def test_a_wrong_number_takes_as_long_as_a_wrong_code(applied: Applied) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    from ogisite.portal.selectors import case_by_code

    case, code = applied
    times: dict[str, list[float]] = {"number": [], "code": []}
    with CaptureQueriesContext(connection) as queries:
        case_by_code("2026-9999", code)
        case_by_code(case.name, "0000000000")
        case_by_code("", "")
    assert len(queries) == 3
    for _ in range(200):
        for name, given in (("number", ("2026-9999", code)), ("code", (case.name, "1111111111"))):
            begun = time.perf_counter()
            assert case_by_code(*given) is None
            times[name].append(time.perf_counter() - begun)
    one, other = (statistics.median(times[name]) for name in times)
    assert max(one, other) < 1.5 * min(one, other)


def test_guessing_is_stopped_and_says_until_when(applied: Applied, stranger: Visitor) -> None:
    case, code = applied
    for n in range(10):
        assert track(stranger, case.name, f"{n:010d}").status_code == 422
    answer = track(stranger, case.name, code)
    assert answer.status_code == 429
    assert "10分钟内最多输错编号或者查询码10次" in answer.content.decode()


def test_a_case_without_a_code_is_opened_by_none(applied: Applied, stranger: Visitor) -> None:
    case, _ = applied
    Case.objects.filter(pk=case.pk).update(code_index="")
    for code in ("", "none", "0" * 10):
        assert track(stranger, case.name, code).status_code == 422


@pytest.mark.parametrize("tail", ["", "correct/", "withdraw/", "reasons/", "letters/1/"])
def test_a_case_of_others_is_asked_for_its_code(
    applied: Applied, stranger: Visitor, organ: object, tail: str
) -> None:
    case, _ = applied
    stranger.apply(organ)  # type: ignore[arg-type]
    for pk in (case.pk, 10**6, 0):
        assert stranger.get(f"/track/{pk}/{tail}").url == "/track/"
        assert stranger.post(f"/track/{pk}/{tail}").url == "/track/"


def test_what_was_opened_closes_after_an_hour_and_with_a_new_code(
    applied: Applied, stranger: Visitor, today: object
) -> None:
    case, code = applied
    track(stranger, case.name, code)
    Case.objects.filter(pk=case.pk).update(code_index="x")
    assert stranger.get(f"/track/{case.pk}/").url == "/track/"
    Case.objects.filter(pk=case.pk).update(code_index=case.code_index)
    assert stranger.get(f"/track/{case.pk}/").status_code == 200
    today(date(2026, 10, 14))  # type: ignore[operator]
    assert stranger.get(f"/track/{case.pk}/").url == "/track/"


def test_the_session_gets_another_key_when_a_case_is_opened(
    applied: Applied, stranger: Visitor
) -> None:
    stranger.begin(applied[0].organ)
    before = stranger.client.session.session_key
    track(stranger, applied[0].name, applied[1])
    assert stranger.client.session.session_key != before


def test_why_the_last_day_is_that_day_and_nobody_is_named(
    applied: Applied, people: dict[str, Person], visitor: Visitor, today: object
) -> None:
    case, _ = applied
    registered(case, people)
    done(case, people, "handler", "third_party_asked", party="乙1", delivered_on="2026-10-13")
    page = shown(visitor, case)
    assert "正在征求意见，最迟2026年12月1日（星期二）答复" in page
    assert "征求第三方意见：" in page
    assert '<td class="end"><b>12/1</b>期限</td>' in page
    for secret in ("乙1", *(one.name for one in people.values())):
        assert secret not in page


def test_a_correction_is_made_and_the_period_begins_anew(
    applied: Applied, people: dict[str, Person], visitor: Visitor, today: object
) -> None:
    case, _ = applied
    assert visitor.get(f"/track/{case.pk}/correct/").url == f"/track/{case.pk}/"
    registered(case, people)
    more = {"points": ["写明年份"], "until": "2026-10-30", "delivered_on": "2026-10-13"}
    done(case, people, "handler", "correction_asked", **more)
    assert "等您补正，最迟2026年10月30日（星期五）" in shown(visitor, case)
    page = visitor.get(f"/track/{case.pk}/correct/").content.decode()
    assert "写明年份" in page
    assert "城东片区补偿方案\n分户补偿情况</textarea>" in page
    assert visitor.post(f"/track/{case.pk}/correct/", asks=" ").status_code == 422
    today(date(2026, 10, 14))  # type: ignore[operator]
    track(visitor, case.name, applied[1])
    track(visitor, f"收件{case.pk}", applied[1])
    answer = visitor.post(f"/track/{case.pk}/correct/", asks="2025年的补偿方案")
    assert answer.url == f"/track/{case.pk}/"
    again = visitor.post(f"/track/{case.pk}/correct/", asks="2025年的补偿方案")
    assert again.url == f"/track/{case.pk}/"
    case.refresh_from_db()
    assert (case.state, case.subject) == ("handling", "2025年的补偿方案")
    assert case.due_on == date(2026, 11, 11)
    assert [one.__class__.__name__ for one in ledger_of(case)].count("CorrectionReceived") == 1


def test_an_application_is_withdrawn_after_being_told_what_it_means(
    applied: Applied, visitor: Visitor
) -> None:
    case, _ = applied
    assert "不能改回来" in visitor.get(f"/track/{case.pk}/withdraw/").content.decode()
    case.refresh_from_db()
    assert not case.is_over
    visitor.post(f"/track/{case.pk}/withdraw/")
    assert "您已经撤回申请" in shown(visitor, case)
    assert visitor.post(f"/track/{case.pk}/withdraw/").url == f"/track/{case.pk}/"
    assert case.chain.entries.count() == 2


def test_reasons_are_kept_for_the_organ_to_judge(
    applied: Applied, people: dict[str, Person], visitor: Visitor
) -> None:
    case, _ = applied
    registered(case, people)
    until = {"until": "2026-10-30", "delivered_on": "2026-10-13"}
    done(case, people, "handler", "reasons_asked", **until)
    assert "等您说明理由" in shown(visitor, case)
    assert visitor.post(f"/track/{case.pk}/reasons/", reasons="").status_code == 422
    assert visitor.post(f"/track/{case.pk}/reasons/", reasons="写论文").status_code == 302
    with Attachment.objects.get().file.content.open("rb") as said:
        assert said.read().decode() == "写论文"
    case.refresh_from_db()
    assert case.state == "explaining"


def test_review_comes_first_where_the_law_says_so(
    applied: Applied, people: dict[str, Person], visitor: Visitor
) -> None:
    case, _ = applied
    registered(case, people)
    refused = {"item": "1", "outcome": "D35", "grounds": ["E16a"]}
    replied(case, people, refused, {**refused, "item": "2"})
    page = shown(visitor, case)
    assert "已答复：不予公开" in page
    assert "应当先申请行政复议" in page
    assert "最迟2026年12月14日（星期一），向桐岭县人民政府提出" in page
    assert "直接起诉" not in page


def test_what_was_granted_may_be_sued_at_once(
    applied: Applied, people: dict[str, Person], visitor: Visitor
) -> None:
    case, _ = applied
    registered(case, people)
    replied(case, people, *({"item": one, "outcome": "D12"} for one in "12"))
    page = shown(visitor, case)
    assert "已答复：予以公开" in page
    assert "应当先申请行政复议" not in page
    assert "最迟2027年4月13日" in page


def test_a_reply_that_is_late_is_told_so(
    applied: Applied, people: dict[str, Person], visitor: Visitor, today: object
) -> None:
    case, code = applied
    today(date(2026, 11, 12))  # type: ignore[operator]
    track(visitor, case.name, code)
    page = shown(visitor, case)
    assert "应当在2026年11月10日（星期二）以前答复，已经超过2个工作日" in page
    assert "逾期没有答复" in page


def test_only_letters_to_the_applicant_are_served(
    applied: Applied, people: dict[str, Person], visitor: Visitor
) -> None:
    case, _ = applied
    registered(case, people)
    at, entry = timezone.now(), case.chain.entries.last()
    known = {
        "case": case,
        "docx": store(b"letter", "application/x"),
        "entry": entry,
        "day": date(2026, 10, 13),
        "made_at": at,
    }
    mine = IssuedLetter.objects.create(**known, code="P01", title="登记回执")
    answer = visitor.get(f"/track/{case.pk}/letters/{mine.pk}/")
    assert content_of(answer) == b"letter"
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    reply = IssuedLetter.objects.create(**known, code="R02", title="告知书")
    others = [
        IssuedLetter.objects.create(**known, code=THIRD_PARTY, title="征求意见书", party="乙1"),
        IssuedLetter.objects.create(**known, code=ORGAN, title="征求意见函"),
        IssuedLetter.objects.create(**(known | {"entry": None}), code="P01", title="没有发出"),
        reply,
    ]
    for other in others:
        assert visitor.get(f"/track/{case.pk}/letters/{other.pk}/").status_code == 404
    replied(case, people, *({"item": one, "outcome": "D12"} for one in "12"))
    assert content_of(visitor.get(f"/track/{case.pk}/letters/{reply.pk}/")) == b"letter"
    kept = {"case": case, "file": known["docx"], "kind": "supplied", "added_at": at}
    given = Attachment.objects.create(**kept, name="总表.pdf", letter=reply)
    held = Attachment.objects.create(**kept, name="原件.pdf")
    theirs = Attachment.objects.create(**kept, name="给第三方.pdf", letter=others[0])
    assert content_of(visitor.get(f"/track/{case.pk}/supplied/{given.pk}/")) == b"letter"
    page = shown(visitor, case)
    assert "总表.pdf" in page
    for other in (held, theirs):
        assert visitor.get(f"/track/{case.pk}/supplied/{other.pk}/").status_code == 404
        assert other.name not in page


def test_a_last_day_that_cannot_be_told_says_why(
    applied: Applied, people: dict[str, Person], visitor: Visitor, today: Any
) -> None:
    case, code = applied
    registered(case, people)
    today(date(2026, 11, 6))
    done(case, people, "handler", "extended", workdays=20, approver="王建国", told_on="2026-11-06")
    done(case, people, "handler", "third_party_asked", party="乙1", delivered_on="2026-11-06")
    today(date(2026, 11, 30))
    done(case, people, "handler", "third_party_silent", party="乙1")
    done(case, people, "handler", "organ_asked", organ="民政局", delivered_on="2026-11-30")
    track(visitor, "2026-0001", code)
    page = shown(visitor, case)
    assert "现在算不出最迟哪天答复" in page
    assert "2027年的放假安排还没有公布或者收录" in page
    assert "暂推" not in page


def test_a_page_takes_few_queries_however_long_the_case(
    applied: Applied,
    people: dict[str, Person],
    visitor: Visitor,
    django_assert_max_num_queries: Any,
) -> None:
    case, _ = applied
    registered(case, people)
    for _n in range(8):
        done(case, people, "handler", "help_asked", unit=f"科室{_n}")
    with django_assert_max_num_queries(15):
        shown(visitor, case)
