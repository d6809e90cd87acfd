"""Visitors of the portal, and what they type."""

from typing import Any

import pytest
from django.test import Client

from ogisite.core.models import Organ, Person
from ogisite.intake.models import Case

PERSON = {
    "asks": "城东片区补偿方案\n分户补偿情况",
    "kind": "person",
    "name": "赵某某",
    "identity": "000000199001010017",
    "phone": "１３０００００００００",
    "way": "download",
}
UNIT = {
    "asks": "国道改线工程用地批复",
    "kind": "unit",
    "unit_name": "临溪某某有限公司",
    "unit_code": "00000000MA00000000",
    "unit_class": "company",
    "contact_name": "钱某某",
    "email": "qian@example.com",
    "way": "post",
    "address": "临溪县城关镇1号",
}


class Visitor:
    """Somebody at a browser."""

    def __init__(self) -> None:
        self.client = Client()

    def get(self, path: str, **more: Any) -> Any:
        return self.client.get(path, **more)

    def post(self, path: str, **given: Any) -> Any:
        return self.client.post(path, given)

    def begin(self, organ: Organ, how: str = "steps") -> None:
        assert self.post("/apply/", organ=organ.pk, how=how).status_code == 302

    def apply(self, organ: Organ, **given: str) -> tuple[Case, str]:
        """Apply on one page; returns the case and its code."""
        self.begin(organ, "page")
        answer = self.post("/apply/form/", **(PERSON | given))
        assert answer.status_code == 302, answer.content.decode()
        page = self.get("/apply/receipt/").content.decode()
        case = Case.objects.latest("pk")
        return case, page.split('<p class="bigno">')[2].split("</p>")[0]


@pytest.fixture
def visitor() -> Visitor:
    return Visitor()


@pytest.fixture
def stranger() -> Visitor:
    return Visitor()


@pytest.fixture
def applied(organ: Organ, people: dict[str, Person], visitor: Visitor) -> tuple[Case, str]:
    return visitor.apply(organ)
