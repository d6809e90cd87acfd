"""From arrival to reply: each act by whom it belongs to, and what everybody sees meanwhile."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from ogi.casework import ACTS, Channel, ledger_from
from ogisite.core.models import Organ, Person
from ogisite.core.policy import Refused
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.models import Case
from ogisite.intake.services.arrivals import Arrival, PartyData, receive, register
from ogisite.intake.services.recording import (
    ActRefusedError,
    projection_of,
    record,
)

pytestmark = pytest.mark.usefixtures("today")


@pytest.fixture
def case(organ: Organ, people: dict[str, Person]) -> Case:
    applicant = PartyData("natural_person", "赵某某", phone="0000-1111111")
    arrival = Arrival(Channel.SIGNED_POST, date(2026, 10, 12), [applicant], ["城东片区补偿方案"])
    found = receive(organ, arrival, at=timezone.now(), by=people["registrar"]).case
    register(found, date(2026, 10, 13), by=people["registrar"], at=timezone.now())
    found.refresh_from_db()
    return found


def act(kind: str, day: str = "2026-10-13", **more: object) -> object:
    return ledger_from([{"act": kind, "day": day, **more}])[0]


def test_a_registered_case_has_a_number_and_a_last_day(case: Case) -> None:
    assert (case.number, case.state, case.due_on) == ("2026-0001", "handling", date(2026, 11, 9))
    assert case.applicant == "赵＊＊"


def test_the_ledger_knows_no_name_of_an_applicant(case: Case) -> None:
    assert "赵某某" not in str([entry.data for entry in case.chain.entries.all()])


def test_an_act_of_another_role_is_refused(case: Case, people: dict[str, Person]) -> None:
    with pytest.raises(Refused, match="审核由审核人办"):
        record(case, act("reviewed", approved=True), by=people["handler"], at=timezone.now())
    assert case.chain.entries.count() == 2


def test_an_act_that_the_law_forbids_leaves_no_trace(case: Case, people: dict[str, Person]) -> None:
    before = projection_of(case, ledger_of(case))
    with pytest.raises(ActRefusedError, match="待审核"):
        record(case, act("reviewed", approved=True), by=people["reviewer"], at=timezone.now())
    assert case.chain.entries.count() == 2
    assert projection_of(case, ledger_of(case)) == before


def test_a_day_to_come_is_no_day_of_an_act(case: Case, people: dict[str, Person]) -> None:
    with pytest.raises(ActRefusedError, match="还没有到"):
        record(case, act("drafted", "2026-10-14"), by=people["handler"], at=timezone.now())


def test_while_others_are_waited_for_nothing_is_overdue(
    case: Case, people: dict[str, Person]
) -> None:
    asked = act("third_party_asked", party="乙1", delivered_on="2026-10-13")
    record(case, asked, by=people["handler"], at=timezone.now())
    case.refresh_from_db()
    assert case.is_waiting
    assert case.wait_until == date(2026, 11, 3)


@pytest.mark.parametrize("role", ["registrar", "handler", "reviewer", "head"])
def test_every_page_of_the_desk_opens(case: Case, people: dict[str, Person], role: str) -> None:
    client = Client()
    client.force_login(people[role])
    for address in (
        "/desk/",
        "/desk/cases/",
        f"/desk/cases/{case.pk}/",
        f"/desk/cases/{case.pk}/clock/",
    ):
        assert client.get(address).status_code == 200


def test_every_open_act_has_a_form(case: Case, people: dict[str, Person]) -> None:
    client = Client()
    client.force_login(people["handler"])
    seen = {key: client.get(f"/desk/cases/{case.pk}/acts/{key}/").status_code for key in ACTS}
    assert seen["drafted"] == 200
    assert seen["reviewed"] == 403
    assert set(seen.values()) == {200, 403}


def test_another_organ_sees_nothing_of_a_case(case: Case, county: Organ) -> None:
    from website.conftest import make_organ, make_person

    other = make_person("孙一", make_organ("桐岭县民政局", parent=county), "handler")
    client = Client()
    client.force_login(other)
    assert client.get(f"/desk/cases/{case.pk}/").status_code == 404
    assert "2026-0001" not in client.get("/desk/cases/?which=").content.decode()


def test_an_application_is_registered_at_the_desk(organ: Organ, people: dict[str, Person]) -> None:
    client = Client()
    client.force_login(people["registrar"])
    assert client.get("/desk/cases/new/").status_code == 200
    given = {
        "channel": "in_person",
        "on": "２０２６年10月13日",
        "kind": "natural_person",
        "name": "赵某某",
        "asks": "补偿方案\n分户表",
        "wanted_way": "collect",
        "phone": "1",
        "submission": "0" * 31 + "1",
    }
    answer = client.post("/desk/cases/new/", given)
    assert answer.status_code == 302, answer.content.decode()
    again = client.post("/desk/cases/new/", given)
    assert again.status_code == 302
    case = Case.objects.get()
    assert case.subject == "补偿方案；分户表"


def test_a_letter_that_arrived_after_it_was_written_sets_the_last_day(
    case: Case, people: dict[str, Person], today: Callable[[date], None]
) -> None:
    today(date(2026, 10, 16))
    asked = act("third_party_asked", party="乙1", delivered_on="2026-10-15")
    record(case, asked, by=people["handler"], at=timezone.now())
    case.refresh_from_db()
    assert case.wait_until == date(2026, 11, 5)
    assert case.due_on is not None


def test_the_desk_speaks_chinese_to_every_browser(case: Case, people: dict[str, Person]) -> None:
    client = Client(headers={"accept-language": "en-US,en"})
    client.force_login(people["handler"])
    assert "今天是2026年10月13日（星期二）" in client.get("/desk/").content.decode()
    page = client.get(f"/desk/cases/{case.pk}/acts/extended/").content.decode()
    assert 'value="2026-10-13"' in page
