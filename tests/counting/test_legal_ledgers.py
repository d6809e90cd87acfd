"""Ledgers that the table of acts allows, counted into every year they touch."""

from collections import Counter
from itertools import pairwise

from docket.walks import FIRST, LAST, walks
from msgspec.structs import replace

from counting.test_cases import assert_sums
from ogi.casework import Applicant, ApplicantClass, Ledger
from ogi.casework.intake import Arrived, HandedOver, TakenOver
from ogi.counting import count, differences

STEPS = 8000
YEARS = range(FIRST.year, LAST.year + 1)
CLASSES = tuple(ApplicantClass)


def legal_ledgers() -> dict[str, Ledger]:
    """Walks through what is open, each with an applicant of one class or another."""
    made = {}
    for number, walk in enumerate(walks(STEPS, seed=2026)):
        who = Applicant(name="某人", kind=CLASSES[number % len(CLASSES)])
        made[f"{number:05}"] = tuple(
            replace(act, applicants=(who,)) if isinstance(act, Arrived) else act
            for act in walk.acts
        )
    return made


def test_every_legal_ledger_counts_once_and_every_year_balances():
    ledgers = legal_ledgers()
    counts = [count(ledgers, year) for year in YEARS]
    moved = {
        key: {act.on.year for act in acts if isinstance(act, HandedOver | TakenOver)}
        for key, acts in ledgers.items()
    }
    for before, after in pairwise(counts):
        found = differences(after, before.closing)
        assert all(after.year in moved[one.id] and "移交" in one.says for one in found)
    for counted in counts:
        assert_sums(counted)
    received, closed = Counter(), Counter()
    for counted in counts:
        received.update(counted.behind.get("applications.received.total", ()))
        closed.update(counted.behind.get("applications.closed.total", ()))
    uncounted = {one.id for one in counts[-1].uncounted}
    left = {case.id for case in counts[-1].closing.cases}
    assert set(received.values()) == {1}
    assert set(closed.values()) == {1}
    here = {key for key in ledgers if not moved[key]}
    assert here <= received.keys() | uncounted
    assert received.keys() & here == (closed.keys() | left) & here
    assert len(closed) > 100
    assert any(moved.values())
