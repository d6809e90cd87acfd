"""Cases are found by what they ask for: a phrase, exactly, and only what may be seen."""

import pytest
from django.utils import timezone

from ogi.casework import Channel
from ogisite.core.models import Organ, Person
from ogisite.intake.listing import Filters, page_of
from ogisite.intake.models import Case
from ogisite.intake.services.arrivals import Arrival, PartyData, receive
from website.conftest import TODAY, make_organ, make_person

ASKS = "城东片区2025年度国有土地上房屋征收补偿方案（ＡＢＣ-1号）"


@pytest.fixture
def case(organ: Organ, people: dict[str, Person], today: object) -> Case:
    arrival = Arrival(
        Channel.IN_PERSON, TODAY, [PartyData("natural_person", "赵某某", phone="1")], [ASKS]
    )
    return receive(organ, arrival, at=timezone.now(), by=people["registrar"]).case


def found(person: Person, words: str) -> list[Case]:
    return list(page_of(person, Filters.of({"q": words}), TODAY).cases)


@pytest.mark.parametrize(
    "words",
    ["征收补偿", "房屋", "案", "城东片区2025年度", "abc-1号", "征收 补偿", "赵某某", ASKS],
)
def test_a_phrase_is_found_whatever_its_width_and_blanks(
    words: str, case: Case, people: dict[str, Person]
) -> None:
    assert found(people["handler"], words) == [case]


@pytest.mark.parametrize(
    "words",
    [
        "补偿征收",
        "征收方案",
        "房屋 OR 宅基地",
        '"',
        "' OR 1=1 --",
        "*",
        "x5b85x57fa",
        "征收:*",
        "NEAR(征 收)",
        "\\",
        "%征收%",
        "征_收",
    ],
)
def test_what_nobody_asked_for_is_not_found(
    words: str, case: Case, people: dict[str, Person]
) -> None:
    assert found(people["handler"], words) == []


def test_another_organ_does_not_find_it(case: Case, county: Organ) -> None:
    other = make_person("孙四", make_organ("桐岭县民政局", parent=county), "handler")
    assert found(other, "征收补偿") == []


def test_what_the_applicant_made_clearer_is_found_then(
    case: Case, people: dict[str, Person]
) -> None:
    from ogi.casework import ledger_from
    from ogisite.intake.services.arrivals import register
    from ogisite.intake.services.recording import record

    at, day = timezone.now(), str(TODAY)
    register(case, TODAY, by=people["registrar"], at=at)
    acts = [
        {"act": "assigned", "day": day, "handler": people["handler"].name},
        {"act": "correction_asked", "day": day, "until": "2026-10-30", "points": ["写明地块"]},
        {
            "act": "correction_received",
            "day": day,
            "channel": "in_person",
            "items": [{"key": "1", "asks": "宅基地审批结果"}],
        },
    ]
    for one, role in zip(acts, ("registrar", "handler", "handler"), strict=True):
        record(case, ledger_from([one])[0], by=people[role], at=at)
    assert found(people["handler"], "宅基地审批") == [case]
    assert found(people["handler"], "征收补偿") == []
