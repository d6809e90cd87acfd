"""Ledgers that the table of acts allows, counted into every year they touch."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise

from docket.walks import FIRST, LAST, walks

from counting.test_cases import assert_sums
from ogi.casework import Applicant, ApplicantClass, Ledger
from ogi.casework.intake import Arrived
from ogi.counting import count, differences

STEPS = 3000
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
    for before, after in pairwise(counts):
        assert differences(after, before.closing) == ()
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
    assert received.keys() | uncounted == ledgers.keys()
    assert received.keys() == closed.keys() | left
    assert len(closed) > 100
