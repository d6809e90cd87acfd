"""Striking an entry out equals never having recorded it, for all that follows from a ledger."""

import random
from datetime import date, timedelta

from msgspec.structs import replace

from docket.walks import place_of, walks
from ogi.casework import Applicant, ApplicantClass, identified, items_of, progress
from ogi.casework.afterwards import StruckOut
from ogi.casework.intake import Arrived
from ogi.casework.progress import in_order
from ogi.counting import count
from ogi.docket import (
    allowed,
    deadlines,
    derivation,
    history,
    past_deadlines,
    refusals,
    standing,
)

WHO = Applicant(name="某人", kind=ApplicantClass.NATURAL_PERSON)


def _struck(seed):
    """A ledger without an entry, the same with the entry struck out, and the place."""
    chance = random.Random(seed)
    for reached in walks(1500, seed=seed):
        if not reached.acts:
            continue
        whole = identified(
            tuple(
                replace(act, applicants=(WHO,)) if isinstance(act, Arrived) else act
                for act in reached.acts
            )
        )
        wrong = chance.choice(whole)
        without = tuple(act for act in whole if act is not wrong)
        strike = StruckOut(
            on=whole[-1].on + timedelta(1), by="李敏", entry=wrong.id, reason="登记错了"
        )
        entries = [*whole, strike]
        chance.shuffle(entries)
        yield without, tuple(entries), place_of(reached)


def test_the_docket_of_a_ledger_is_as_if_the_entry_had_never_been():
    for without, struck, place in _struck(31):
        last = max((act.on for act in struck), default=date(2025, 1, 1))
        assert progress(struck, place.rules) == progress(without, place.rules)
        assert history(struck, place) == history(without, place)
        assert items_of(in_order(struck)) == items_of(in_order(without))
        for on in (last, last + timedelta(40)):
            if not without:
                continue
            for ask in (standing, deadlines, derivation, past_deadlines):
                assert ask(struck, on, place) == ask(without, on, place), ask
            assert allowed(struck, "handler", on, place) == allowed(without, "handler", on, place)


def test_what_may_be_recorded_is_as_if_the_entry_had_never_been():
    for without, struck, place in _struck(32):
        for act in without[-2:]:
            before = tuple(one for one in without if one is not act)
            again = tuple(one for one in struck if one is not act)
            assert refusals(again, act, "", place) == refusals(before, act, "", place)


def test_a_year_counts_as_if_the_entry_had_never_been():
    pairs = {str(at): pair[:2] for at, pair in enumerate(_struck(33))}
    for year in range(2021, 2026):
        then, now = (
            count({key: pair[side] for key, pair in pairs.items()}, year) for side in (0, 1)
        )
        assert then.behind == now.behind
        assert then.closing == now.closing
        assert then.uncounted == now.uncounted


def test_the_ledger_itself_keeps_what_was_struck():
    for without, struck, _ in _struck(34):
        assert len(struck) == len(without) + 2
