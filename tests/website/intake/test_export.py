"""The list as a workbook: what is filtered and seen, names masked, no formula."""

from io import BytesIO

import openpyxl
import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from ogi.casework import Channel
from ogisite.core.models import Organ, Person
from ogisite.intake.services.arrivals import Arrival, PartyData, receive
from website.conftest import TODAY, make_organ, make_person


@pytest.fixture
def cases(organ: Organ, people: dict[str, Person], today: object) -> list[str]:
    asks = ["征收补偿方案", '=HYPERLINK("http://example.cn")', "+1", "@SUM(A1)", " =1+1"]
    for one in asks:
        who = PartyData("natural_person", "赵明明", phone="1")
        arrival = Arrival(Channel.IN_PERSON, TODAY, [who], [one])
        receive(organ, arrival, at=timezone.now(), by=people["registrar"])
    return asks


def rows_of(person: Person, query: str = "") -> list[tuple[object, ...]]:
    client = Client()
    client.force_login(person)
    answer = client.get(reverse("intake:export") + query)
    assert answer.status_code == 200
    book = openpyxl.load_workbook(BytesIO(bytes(answer.content)))
    assert all(cell.data_type != "f" for row in book.active.iter_rows() for cell in row)
    return list(book.active.iter_rows(min_row=2, values_only=True))


def test_every_case_of_the_filter_is_in_the_workbook(
    cases: list[str], people: dict[str, Person]
) -> None:
    assert len(rows_of(people["handler"])) == len(cases)
    assert len(rows_of(people["handler"], "?q=征收补偿")) == 1
    assert rows_of(people["handler"], "?which=over") == []


def test_names_are_masked_and_no_text_begins_a_formula(
    cases: list[str], people: dict[str, Person]
) -> None:
    for row in rows_of(people["handler"]):
        assert "明明" not in str(row)
        assert not any(str(one).lstrip().startswith(("=", "+", "@")) for one in row if one)


def test_who_does_not_see_the_cases_exports_none(cases: list[str], county: Organ) -> None:
    other = make_person("孙四", make_organ("桐岭县民政局", parent=county), "handler")
    assert rows_of(other, "?which=") == []
