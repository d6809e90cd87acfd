"""Many at once: numbers without gaps and doubles, chains that hold."""

import threading
from datetime import date

import pytest
from django.db import connection, connections
from django.utils import timezone

from ogi.casework import Channel
from ogisite.core.ledger import breaks
from ogisite.core.models import Chain, Entry, Organ, Person
from ogisite.intake.models import Case
from ogisite.intake.services.arrivals import Arrival, PartyData, receive, register
from website.conftest import NAMES, ROLES, make_organ, make_person

THREADS = 50


@pytest.fixture
def registrar(transactional_db: None) -> Person:
    organ = make_organ("桐岭县自然资源局")
    for role in ROLES:
        make_person(NAMES[role], organ, role)
    return Person.objects.get(name=NAMES["registrar"])


@pytest.fixture(autouse=True)
def _open_ledger(transactional_db: None) -> object:
    """Let the tables be emptied after a test, which the triggers would refuse."""
    yield
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute("DROP TRIGGER IF EXISTS entry_closed_to_delete")
            Entry.objects.all().delete()
            cursor.execute(
                "CREATE TRIGGER entry_closed_to_delete BEFORE DELETE ON core_entry BEGIN SELECT "
                "RAISE(ABORT, 'entries of a ledger are never changed or deleted'); END"
            )


@pytest.mark.slow
def test_fifty_who_register_at_once_get_numbers_without_gaps(registrar: Person) -> None:
    organ, at, failed = Organ.objects.get(), timezone.now(), []
    today = timezone.localdate()
    start = threading.Barrier(THREADS)

    def work(number: int) -> None:
        try:
            start.wait()
            who = PartyData("natural_person", f"赵{number}", phone="1")
            arrival = Arrival(Channel.IN_PERSON, today, [who], [f"事项{number}"])
            case = receive(organ, arrival, at=at, by=registrar).case
            register(case, today, by=registrar, at=at)
        except Exception as error:
            failed.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(THREADS)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert failed == []
    numbers = sorted(Case.objects.values_list("number", flat=True))
    assert numbers == [f"{today.year}-{n:04d}" for n in range(1, THREADS + 1)]
    assert [str(one) for chain in Chain.objects.all() for one in breaks(chain)] == []


def test_a_form_that_is_sent_twice_at_once_is_one_case(registrar: Person) -> None:
    import uuid

    organ, at, submission = Organ.objects.get(), timezone.now(), uuid.uuid4()
    arrival = Arrival(
        Channel.IN_PERSON,
        date(2026, 10, 12),
        [PartyData("natural_person", "赵某", phone="1")],
        ["事项"],
        submission=submission,
    )
    made = []

    def work() -> None:
        made.append(receive(organ, arrival, at=at, by=registrar).case.pk)
        connections.close_all()

    threads = [threading.Thread(target=work) for _ in range(8)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert len(made) == 8
    assert set(made) == {Case.objects.get().pk}
