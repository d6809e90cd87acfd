"""The ledger: nobody changes it afterwards, and whoever does is found out."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from ogi.casework.acts import Act
from ogi.casework.intake import Confirmed, Registered
from ogisite.core.ledger import acts_of, append, breaks, breaks_of_export, exported
from ogisite.core.models import Chain, Entry

AT = datetime(2026, 10, 13, 2, 0, tzinfo=UTC)


def add(chain: Chain, act: Act) -> None:
    append(chain, act, acts_of(chain.entries.order_by("place")), by=None, at=AT)


@pytest.fixture
def chain(db: None) -> Chain:
    chain = Chain.objects.create()
    add(chain, Confirmed(on=date(2026, 10, 12)))
    add(chain, Registered(on=date(2026, 10, 13), number="2026-0001"))
    return chain


def test_a_chain_holds_as_it_was_written(chain: Chain) -> None:
    assert chain.length == 2
    assert list(breaks(chain)) == []
    assert list(breaks_of_export(exported(chain))) == []


@pytest.mark.parametrize(
    "statement",
    ["UPDATE core_entry SET day = '2026-01-01'", "DELETE FROM core_entry"],
)
def test_the_database_refuses_to_change_an_entry(chain: Chain, statement: str) -> None:
    with pytest.raises(DatabaseError, match="never changed"), transaction.atomic():
        connection.cursor().execute(statement)
    assert Entry.objects.filter(chain=chain).count() == 2


@pytest.mark.parametrize("change", ["data", "by", "at", "place", "version"])
def test_an_exported_ledger_that_was_changed_is_found_out(chain: Chain, change: str) -> None:
    data = exported(chain)
    other = {
        "data": {"act": "confirmed", "day": "2026-10-11", "id": "x"},
        "by": "他人",
        "at": "2026-10-13T02:00:01+00:00",
        "place": 3,
        "version": 1,
    }
    data["entries"][0][change] = other[change]
    assert [one.place for one in breaks_of_export(data)] == [1] if change != "place" else True
    assert list(breaks_of_export(data))


def test_an_entry_that_was_taken_out_is_missed(chain: Chain) -> None:
    data = exported(chain)
    del data["entries"][0]
    assert [str(one) for one in breaks_of_export(data)] == [
        f"台账{chain.key}第1项：缺了一项：接着的是第2项"
    ]


def test_two_acts_of_one_kind_and_day_have_names_of_their_own(chain: Chain) -> None:
    add(chain, Confirmed(on=date(2026, 10, 12)))
    ids = [entry.data["id"] for entry in chain.entries.order_by("place")]
    assert len(set(ids)) == 3
