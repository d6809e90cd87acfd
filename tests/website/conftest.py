"""A site in a home of its own, with an organ, its people and a clock that tests set."""

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

HOME = Path(tempfile.mkdtemp(prefix="ogisite-"))
os.environ["OGISITE_HOME"] = str(HOME)
os.environ["DJANGO_SETTINGS_MODULE"] = "ogisite.settings"

from ogisite.config import make_keys  # noqa: E402 - the home comes first

make_keys(HOME)
_DATABASE = os.environ.get("OGISITE_DATABASE", "")
(HOME / "site.toml").write_text(
    f'region = "桐岭县"\nhttps = false\nhosts = ["testserver", "127.0.0.1", "localhost"]\n'
    f'database = "{_DATABASE}"\n',
    encoding="utf-8",
)

import django  # noqa: E402
from django.conf import settings  # noqa: E402

settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
if not _DATABASE:  # a file, as on a real site: threads share it; the disk need not keep it
    settings.DATABASES["default"]["TEST"] = {
        "CHARSET": None,
        "COLLATION": None,
        "MIGRATE": True,
        "MIRROR": None,
        "NAME": str(HOME / "test.sqlite3"),
    }
    settings.DATABASES["default"]["OPTIONS"]["init_command"] += "PRAGMA synchronous=OFF;"
django.setup()

from ogisite.core.models import Appointment, Organ, Person  # noqa: E402

TODAY = date(2026, 10, 13)
ROLES = ("registrar", "handler", "reviewer", "secrecy_reviewer", "head")
NAMES = dict(zip(ROLES, ("李敏", "周航", "何静", "罗平", "王建国"), strict=True))


@pytest.fixture
def today(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[date], None]]:
    """Set the day that the site takes for today."""
    import time_machine

    traveller = time_machine.travel(datetime(2026, 10, 13, 2, 0, tzinfo=UTC), tick=True)
    mover = traveller.start()

    def move(day: date) -> None:
        mover.move_to(datetime(day.year, day.month, day.day, 2, 0, tzinfo=UTC))

    yield move
    traveller.stop()


@pytest.fixture
def county(db: None) -> Organ:
    """A county government."""
    return make_organ("桐岭县人民政府", kind="government")


@pytest.fixture
def organ(county: Organ) -> Organ:
    """A department of the county with one person for each role."""
    organ = make_organ("桐岭县自然资源局", parent=county, code="桐自然资规")
    for role in ROLES:
        make_person(NAMES[role], organ, role)
    return organ


def make_organ(name: str, *, kind: str = "department", **more: object) -> Organ:
    """Return a new organ with what its letters need."""
    particulars = {
        "government": "桐岭县人民政府",
        "upper_government": "云州市人民政府",
        "basic_court": "桐岭县人民法院",
        "intermediate_court": "云州市中级人民法院",
        "review_online": "https://review.example.gov.cn",
        "payment": "桐岭县财政非税专户",
    }
    known = {"address": "桐岭县城关镇人民路1号", "phone": "0000-0000000"}
    return Organ.objects.create(name=name, kind=kind, particulars=particulars, **known, **more)


def make_person(name: str, organ: Organ, *roles: str) -> Person:
    """Return a person with roles in an organ; their password is their login, twice."""
    known = Person.objects.filter(name=name).first()
    person = known or Person.objects.create_user(
        f"p{Person.objects.count()}", name, "geheim-geheim"
    )
    for role in roles:
        Appointment.objects.create(person=person, organ=organ, role=role)
    return person


@pytest.fixture
def people(organ: Organ) -> dict[str, Person]:
    """The people of the organ by role."""
    return {role: Person.objects.get(name=NAMES[role]) for role in ROLES}
