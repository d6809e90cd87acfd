"""Every address of the site, by method and person, gives what the table says, and nothing else."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml
from django.http import StreamingHttpResponse
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from ogi.casework import Channel, ledger_from
from ogisite.core.models import Organ, Person
from ogisite.core.services.files import store
from ogisite.intake.models import Attachment, Case, IssuedLetter, SubmittedDraft
from ogisite.intake.services.arrivals import Arrival, PartyData, receive, register
from ogisite.intake.services.recording import record
from website.conftest import NAMES, make_organ, make_person

TABLE = yaml.safe_load(
    (Path(__file__).parents[1] / "cases/website/who_may.yaml").read_text(encoding="utf-8")
)
PERSONS = (
    "nobody",
    "registrar",
    "handler",
    "reviewer",
    "secrecy_reviewer",
    "head",
    "supervisor",
    "administrator",
    "stranger",
)
CONTENT = ("organ", "number", "addressee", "day", "paragraphs", "remedy")
METHODS = ("GET", "POST")


def addresses(resolver: URLResolver | None = None, space: str = "") -> Iterator[str]:
    """Yield the name of every address there is."""
    for one in (resolver or get_resolver()).url_patterns:
        if isinstance(one, URLResolver):
            yield from addresses(one, f"{space}{one.namespace}:" if one.namespace else space)
        elif isinstance(one, URLPattern):
            yield f"{space}{one.name}"


def test_every_address_is_in_the_table() -> None:
    assert sorted(addresses()) == sorted(TABLE)


@pytest.fixture
def case(organ: Organ, people: dict[str, Person], today: object) -> Case:
    at, day = timezone.now(), timezone.localdate()
    applicant = PartyData("natural_person", "赵某某", phone="1")
    arrival = Arrival(Channel.IN_PERSON, day, [applicant], ["补偿方案"])
    found = receive(organ, arrival, at=at, by=people["registrar"]).case
    register(found, day, by=people["registrar"], at=at)
    given = {"act": "assigned", "day": str(day), "handler": people["handler"].name}
    record(found, ledger_from([given])[0], by=people["registrar"], at=at)
    return found


@pytest.fixture
def persons(case: Case, people: dict[str, Person], county: Organ) -> dict[str, Person | None]:
    office = make_organ("桐岭县人民政府办公室", parent=county, is_competent=True)
    other = make_organ("桐岭县民政局", parent=county)
    return {
        "nobody": None,
        **people,
        "supervisor": make_person("孙二", office, "supervisor"),
        "administrator": make_person("孙三", case.organ, "administrator"),
        "stranger": make_person("孙四", other, "handler"),
    }


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("name", sorted(TABLE))
def test_each_person_gets_what_the_table_says(
    name: str, method: str, case: Case, persons: dict[str, Person | None]
) -> None:
    address = reverse(name, kwargs=needed(name, case))
    table = TABLE[name][method]
    seen = {who: answer_to(persons[who], method, address) for who in PERSONS}
    assert seen == {who: table.get(who, table["else"]) for who in PERSONS}


def needed(name: str, case: Case) -> dict[str, object]:
    """Return what an address needs to be written."""
    space, _, tail = name.partition(":")
    if not tail:
        return {}
    of_case: dict[str, object] = {"pk": case.pk}
    if space == "portal":
        return {
            "size": {"wanted": "l"},
            "language": {"wanted": "en"},
            "column": {"key": "guide"},
            "step": {"name": "what"},
            "letter": of_case | {"letter": 1},
            "supplied": of_case | {"paper": 1},
            "answer": {"token": "guessed"},
            **dict.fromkeys(("case", "correct", "withdraw", "reasons"), of_case),
        }.get(tail, {})
    if space == "core":
        of_organ: dict[str, object] = {"pk": case.organ_id}
        who = of_organ | {"who": Person.objects.get(name=NAMES["reviewer"]).pk}
        named = {"organ": of_organ, "organ_change": of_organ, "person_add": of_organ}
        return {**named, "person": who, "access": who | {"act": "reset"}}.get(tail, {})
    send_drafts(case)
    letter = case.letters.first() or letter_of(case)
    paper = Attachment.objects.create(
        case=case, file=letter.docx, kind="answer", name="来函", added_at=timezone.now()
    )
    known = of_case | {"key": "third_party_asked", "letter": letter.pk, "kind": "docx"}
    known |= {"paper": paper.pk, "token": "guessed"}
    parts = get_resolver().namespace_dict[space][1].reverse_dict.getlist(tail)[0][0][0][1]
    return {key: known[key] for key in parts}


def send_drafts(case: Case) -> None:
    """Let two drafts of the reply have been sent to review."""
    entry, at = case.chain.entries.latest("place"), timezone.now()
    for version in (1, 2):
        SubmittedDraft.objects.get_or_create(
            case=case,
            version=version,
            defaults={
                "entry": case.chain.entries.get(place=version),
                "paragraphs": ["答复"],
                "by": entry.recorded_by,
                "at": at,
            },
        )


def letter_of(case: Case) -> IssuedLetter:
    """Return a letter that went out."""
    entry, at = case.chain.entries.latest("place"), timezone.now()
    return IssuedLetter.objects.create(
        case=case,
        code="P06",
        title="告知书",
        content=json.dumps(dict.fromkeys(CONTENT, "") | {"code": "P06", "elements": {}}),
        entry=entry,
        day=at.date(),
        docx=store(b"PK", "application/zip"),
        made_at=at,
    )


def answer_to(person: Person | None, method: str, address: str) -> str:
    """Say in a word what a person gets."""
    client = Client()
    if person:
        client.force_login(person)
    answer = client.generic(method, address)
    if isinstance(answer, StreamingHttpResponse):
        assert b"".join(answer)
    if answer.status_code == 302:
        where = answer["Location"]
        if where.startswith(reverse("core:login") + "?next="):
            return "login"
        return "code" if where == reverse("portal:track") else "open"
    words = {200: "open", 422: "open", 403: "refused", 404: "absent", 405: "closed", 410: "gone"}
    return words[answer.status_code]
