"""A third party or another organ answers by a link, once, and learns nobody's name."""

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from ogi.casework import ledger_from
from ogisite.core.models import Person, StoredFile
from ogisite.core.policy import Refused
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.models import Case, Invitation
from ogisite.intake.services.arrivals import register
from ogisite.intake.services.invitations import invite
from ogisite.intake.services.recording import ActRefusedError, record
from website.portal.conftest import Visitor

pytestmark = pytest.mark.usefixtures("today")
Applied = tuple[Case, str]


@pytest.fixture
def case(applied: Applied, people: dict[str, Person]) -> Case:
    case, at = applied[0], timezone.now()
    register(case, date(2026, 10, 13), by=people["registrar"], at=at)
    acts = [
        {"act": "third_party_asked", "party": "乙1", "items": ["1"], "delivered_on": "2026-10-13"},
        {"act": "organ_asked", "organ": "桐岭县民政局", "delivered_on": "2026-10-13"},
    ]
    for act in ledger_from([{**one, "day": "2026-10-13"} for one in acts]):
        record(case, act, by=people["handler"], at=at)
    return case


def link(case: Case, people: dict[str, Person], kind: str = "third_party_asked") -> str:
    party = "乙1" if kind == "third_party_asked" else "桐岭县民政局"
    token = invite(case, kind, party, days=15, by=people["handler"], at=timezone.now())
    return f"/answer/{token}/"


def test_a_third_party_sees_what_is_asked_and_nobodys_name(
    case: Case, people: dict[str, Person], stranger: Visitor
) -> None:
    page = stranger.get(link(case, people)).content.decode()
    assert "城东片区补偿方案" in page
    assert "分户补偿情况" not in page
    assert "最迟2026年11月3日（星期二）" in page
    for secret in ("赵某某", "乙1", *(one.name for one in people.values())):
        assert secret not in page


@pytest.mark.parametrize(
    ("given", "consents", "parts"),
    [
        ({"choice": "all"}, True, ()),
        ({"choice": "part", "parts": "总表\n 面积 \n"}, False, ("总表", "面积")),
        ({"choice": "none", "reasons": "涉及商业秘密"}, False, ()),
        ({"choice": "none", "parts": "不该算"}, False, ()),
    ],
)
def test_an_answer_is_recorded_once(
    case: Case,
    people: dict[str, Person],
    stranger: Visitor,
    given: dict[str, str],
    consents: bool,
    parts: tuple[str, ...],
) -> None:
    path = link(case, people)
    answer = stranger.post(path, **given)
    assert answer.status_code == 200
    assert "意见已经收到" in answer.content.decode()
    act: Any = ledger_of(case)[-1]
    assert (act.party, act.consents, act.consents_to) == ("乙1", consents, parts)
    assert act.reasons == given.get("reasons", "")
    assert stranger.post(path, **given).status_code == 410
    assert stranger.get(path).status_code == 410
    assert len(ledger_of(case)) == 5


def test_another_organ_answers_too(
    case: Case, people: dict[str, Person], stranger: Visitor
) -> None:
    path = link(case, people, "organ_asked")
    assert 'value="part"' not in stranger.get(path).content.decode()
    assert stranger.post(path, choice="part", parts="一").status_code == 422
    assert stranger.post(path, choice="none", reasons="尚在审查").status_code == 200
    act: Any = ledger_of(case)[-1]
    assert (act.organ, act.consents, act.reasons) == ("桐岭县民政局", False, "尚在审查")


def test_what_is_wrong_is_said_and_the_link_still_opens(
    case: Case, people: dict[str, Person], stranger: Visitor
) -> None:
    path = link(case, people)
    for given in (
        {},
        {"choice": "part"},
        {"choice": "x"},
        {"choice": "none", "reasons": "长" * 5001},
    ):
        answer = stranger.post(path, **given)
        assert answer.status_code == 422
        assert "有错误" in answer.content.decode()
    assert stranger.get(path).status_code == 200


def test_papers_of_an_answer_that_is_not_right_are_not_kept(
    case: Case, people: dict[str, Person], stranger: Visitor
) -> None:
    path, pdf = link(case, people), b"%PDF-1.7\n%%EOF\n"
    before = StoredFile.objects.count()
    answer = stranger.post(path, files=SimpleUploadedFile("证明.pdf", pdf))
    assert answer.status_code == 422
    assert "附件要重新选" in answer.content.decode()
    assert StoredFile.objects.count() == before
    given = {"choice": "none", "files": SimpleUploadedFile("证明.pdf", pdf)}
    assert stranger.post(path, **given).status_code == 200
    assert case.attachments.get().name == "证明.pdf"


def test_a_newer_link_closes_the_older_and_time_closes_both(
    case: Case, people: dict[str, Person], stranger: Visitor, today: Any
) -> None:
    older, newer = link(case, people), link(case, people)
    assert stranger.get(older).status_code == 410
    assert stranger.get(newer).status_code == 200
    today(date(2026, 10, 29))
    assert stranger.get(newer).status_code == 410


def test_the_database_does_not_hold_the_link(case: Case, people: dict[str, Person]) -> None:
    token = link(case, people).split("/")[2]
    assert token not in str(Invitation.objects.values_list().get())


def test_a_link_is_made_by_who_works_on_the_case_for_who_was_asked(
    case: Case, people: dict[str, Person]
) -> None:
    more: Any = {"days": 15, "at": timezone.now()}
    with pytest.raises(Refused, match="登记人员或者承办人"):
        invite(case, "third_party_asked", "乙1", by=people["reviewer"], **more)
    with pytest.raises(ActRefusedError, match="没有在等这一方的意见"):
        invite(case, "third_party_asked", "乙2", by=people["handler"], **more)


def test_a_link_closes_when_the_answer_came_on_paper(
    case: Case, people: dict[str, Person], stranger: Visitor
) -> None:
    path = link(case, people)
    given = {"act": "third_party_answered", "day": "2026-10-13", "party": "乙1", "consents": True}
    record(case, ledger_from([given])[0], by=people["handler"], at=timezone.now())
    assert stranger.get(path).status_code == 410


def test_guessed_links_are_stopped(case: Case, people: dict[str, Person]) -> None:
    guesser, path = Visitor(), link(case, people)
    for n in range(20):
        assert guesser.get(f"/answer/{n}/").status_code == 410
    assert guesser.get(path).status_code == 429
