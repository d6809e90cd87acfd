"""For every state of a case and every role, what is open on the page is what `ogi` allows."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from ogi.casework import ACTS, ledger_from
from ogi.casework.table import case_table
from ogi.docket import allowed
from ogisite.core.models import Chain, Organ
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.models import Case
from ogisite.intake.services.recording import append
from website.conftest import make_person

APPLICANT = {"name": "甲1", "kind": "natural_person"}
ITEM = {"key": "1", "asks": "补偿方案"}
POSTED = {"act": "arrived", "day": "2026-09-01", "channel": "signed_post"}
ORDINARY = {**POSTED, "channel": "ordinary_post"}
BEGUN = [{**POSTED, "applicants": [APPLICANT], "items": [ITEM]}]
NUMBER = {"act": "registered", "day": "2026-09-01", "number": "2026-0001"}
ASKED = {
    "act": "correction_asked",
    "day": "2026-09-02",
    "points": ["年份"],
    "until": "2026-09-16",
    "delivered_on": "2026-09-02",
}
RESULT = [{"item": "1", "outcome": "D12"}]
HANDLING = [*BEGUN, NUMBER]


def on(kind: str, day: int = 3, **more: object) -> dict[str, object]:
    return {"act": kind, "day": f"2026-09-{day:02d}", "by": f"做{kind}的人", **more}


DRAFTED = [*HANDLING, on("drafted")]
REVIEWED = [*DRAFTED, on("reviewed", approved=True)]
CLEARED = [*REVIEWED, on("secrecy_reviewed", approved=True)]
SIGNED = [*CLEARED, on("signed")]
REPLIED = [*SIGNED, on("replied", results=RESULT)]
DELIVERED = [*REPLIED, on("delivered", way="direct")]
AMENDING = [{"act": "amendment_asked", "day": "2026-09-01", "record": "户口登记"}]
# The acts that bring a case into each state; `checking` is one of an organ with that step.
WAYS: dict[str, list[dict[str, object]]] = {
    "arrived": [{**ORDINARY, "applicants": [APPLICANT], "items": [ITEM]}],
    "received": BEGUN,
    "handling": HANDLING,
    "correcting": [*HANDLING, ASKED],
    "consulting": [*HANDLING, on("third_party_asked", party="乙1")],
    "explaining": [*HANDLING, on("reasons_asked", until="2026-09-20")],
    "paying": [*HANDLING, on("fee_noticed", amount_yuan="100")],
    "drafted": DRAFTED,
    "returned": [*DRAFTED, on("reviewed", approved=False, opinion="改")],
    "checking": REVIEWED,
    "reviewed": REVIEWED,
    "cleared": CLEARED,
    "signed": SIGNED,
    "replied": REPLIED,
    "delivered": DELIVERED,
    "given_up": [*HANDLING, ASKED, on("correction_lapsed", 18)],
    "withdrawn": [*HANDLING, on("withdrawn")],
    "split": [*HANDLING, on("split", into=["2026-0002"])],
    "handed_over": [*HANDLING, on("handed_over", organ="桐岭县民政局")],
    "archived": [*DELIVERED, on("archived", 4)],
    "amending": AMENDING,
    "amended": [*AMENDING, on("amendment_decided", result="declined", reasons="证据不足")],
}
LEGAL = {"steps": ["reviewed", "legal_reviewed", "secrecy_reviewed", "signed"]}


def test_every_state_is_reached() -> None:
    assert {*WAYS} == {*case_table().states} - {"new"}


@pytest.fixture
def case_in(organ: Organ, today: Callable[[date], None]) -> Callable[[str], Case]:
    def made(state: str) -> Case:
        if state == "checking":
            organ.rules = LEGAL
            organ.save()
        case = Case.objects.create(
            chain=Chain.objects.create(),
            organ=organ,
            created_at=timezone.now(),
            arrived_on=date(2026, 9, 1),
            channel="signed_post",
            state="new",
        )
        for act in ledger_from(WAYS[state]):
            append(case, act, by=None, at=timezone.now())
        case.refresh_from_db()
        assert case.state == state
        return case

    return made


def offered(client: Client, case: Case) -> set[str]:
    page = client.get(f"/desk/cases/{case.pk}/").content.decode()
    return set(re.findall(rf"/desk/cases/{case.pk}/acts/(\w+)/", page))


@pytest.mark.parametrize("state", WAYS)
def test_what_is_open_on_the_page_is_what_is_allowed(
    state: str, case_in: Callable[[str], Case], organ: Organ
) -> None:
    case, day = case_in(state), date(2026, 10, 13)
    for role in case_table().roles:
        person = make_person(f"只任{role}", organ, role)
        client = Client()
        client.force_login(person)
        wanted = allowed(ledger_of(case), role, day, organ.jurisdiction, person=person.name)
        opened = {one.act for one in wanted if one.open and one.act != "arrived"}
        assert offered(client, case) == opened, role
        for key in opened:
            assert client.get(f"/desk/cases/{case.pk}/acts/{key}/").status_code == 200, key


@pytest.mark.parametrize("state", WAYS)
def test_what_is_closed_is_refused_with_its_reason(
    state: str, case_in: Callable[[str], Case], organ: Organ
) -> None:
    case, day = case_in(state), date(2026, 10, 13)
    person = make_person("只任承办人", organ, "handler")
    client = Client()
    client.force_login(person)
    for one in allowed(ledger_of(case), "handler", day, organ.jurisdiction, person=person.name):
        if one.open or one.act == "arrived":
            continue
        answer = client.get(f"/desk/cases/{case.pk}/acts/{one.act}/")
        assert answer.status_code == 403, one.act
        assert one.reason in answer.content.decode(), one.act


def test_every_act_there_is_was_looked_at() -> None:
    assert {*ACTS} == {*case_table().moves}
