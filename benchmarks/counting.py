"""How long it takes to count ledgers into a report, and how it grows with their number."""

import random
from datetime import date, timedelta

from benchmarks.measure import best
from benchmarks.tables import Grid
from ogi.casework import Applicant, ApplicantClass, Channel, DeliveryWay, Item, ItemResult, Ledger
from ogi.casework.acts import Act
from ogi.casework.asking import ThirdPartyAnswered, ThirdPartyAsked
from ogi.casework.intake import Arrived, Registered
from ogi.casework.outcomes import outcomes
from ogi.casework.replying import (
    Archived,
    Delivered,
    Drafted,
    Extended,
    Replied,
    Reviewed,
    SecrecyReviewed,
    Signed,
)
from ogi.counting import count

YEAR = 2026
STEPS = (12_500, 25_000, 50_000, 100_000)
_DAYS = [date(YEAR - 1, 9, 1) + timedelta(at) for at in range(600)]
_LATEST = 520


def of_many_ledgers() -> Grid:
    """Ledgers of two years counted for one, in growing numbers."""
    heads = ("台账", "行为", "计数 s", "每件 µs")
    made = _ledgers(STEPS[-1])
    keys = list(made)
    return Grid("台账计入年度报告", heads, [_row(made, keys[:number]) for number in STEPS])


def _row(made: dict[str, Ledger], keys: list[str]) -> tuple[str, ...]:
    part = {key: made[key] for key in keys}
    seconds = best(lambda: count(part, YEAR), seconds=0.1) / 1000
    acts = sum(map(len, part.values()))
    return (f"{len(keys):,}", f"{acts:,}", f"{seconds:.2f}", f"{seconds / len(keys) * 1e6:.1f}")


def _ledgers(number: int) -> dict[str, Ledger]:
    draw = random.Random(YEAR)
    return {f"{YEAR}-{at:06}": _ledger(at, draw) for at in range(number)}


def _ledger(number: int, draw: random.Random) -> Ledger:
    at = draw.randrange(_LATEST)
    who = Applicant(name=f"申请人{number}", kind=draw.choice(list(ApplicantClass)))
    came = _DAYS[at]
    acts: list[Act] = [
        Arrived(
            on=came,
            channel=Channel.SIGNED_POST,
            applicants=(who,),
            items=(Item(key="1", asks="某事"),),
        ),
        Registered(on=came, number=str(number)),
    ]
    if draw.random() < 0.2:
        acts.append(ThirdPartyAsked(on=_DAYS[at + 3], party="某公司"))
        acts.append(ThirdPartyAnswered(on=_DAYS[at + 9], party="某公司", consents=True))
    if draw.random() < 0.2:
        acts.append(Extended(on=_DAYS[at + 15], workdays=20, approver="某人"))
    return tuple(acts + (_reply(at, draw) if draw.random() < 0.95 else []))


def _reply(at: int, draw: random.Random) -> list[Act]:
    code = draw.choice(list(outcomes()))
    return [
        Drafted(on=_DAYS[at + 15]),
        Reviewed(on=_DAYS[at + 16], approved=True),
        SecrecyReviewed(on=_DAYS[at + 16], approved=True),
        Signed(on=_DAYS[at + 17]),
        Replied(on=_DAYS[at + 18], number="1", results=(ItemResult(item="1", outcome=code),)),
        Delivered(on=_DAYS[at + 19], way=DeliveryWay.POST),
        Archived(on=_DAYS[at + 30]),
    ]
