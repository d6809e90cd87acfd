"""Random walks through what is open: an act that `allowed` offers, with likely particulars."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from ogi.casework import ACTS, Act, Channel, DeliveryWay, DisputeKind, DisputeResult
from ogi.casework.afterwards import AmendmentResult
from ogi.casework.parties import ItemResult
from ogi.casework.progress import Progress, follow
from ogi.casework.table import case_table
from ogi.clock import Jurisdiction
from ogi.docket.needs import letters_under_way, orders_open, pending_disputes
from ogi.docket.openings import open_acts
from ogi.docket.refusals import refused_in
from ogi.docket.view import CaseView

DAY = timedelta(1)
PLACE = Jurisdiction()
FIRST = date(2021, 1, 4)
LAST = date(2025, 6, 30)
LONGEST = 40
SELDOM = (
    "amendment_asked",
    "archived",
    "assigned",
    "dispute_filed",
    "help_asked",
    "joined",
    "split",
    "third_party_told",
    "withdrawn",
)
RARE = 0.15


def walks(steps: int, seed: int) -> Iterator[Progress]:
    """Yield cases as far as they went, until so many acts were done in all."""
    chance = random.Random(seed)
    while steps > 0:
        reached = walk(chance)
        steps -= max(1, len(reached.acts))
        yield reached


def walk(chance: random.Random) -> Progress:
    """Go from nothing to an end, or so far that it is enough."""
    reached, day = Progress(), FIRST + chance.randrange(1600) * DAY
    idle = 0
    while len(reached.acts) < LONGEST and idle < 6 and day < LAST:
        day += chance.choice((0, 0, 1, 1, 2, 5, 12, 25)) * DAY
        case = CaseView(reached, day, PLACE)
        act = _some_act(chance, case)
        if act is None:
            idle += 1
            continue
        reached, idle = follow(reached, act), 0
    return reached


def _some_act(chance: random.Random, case: CaseView) -> Act | None:
    offered = open_acts(case)
    if not offered:
        return None
    weights = [RARE if key in SELDOM else 1 for key in offered]
    key = chance.choices(offered, weights)[0]
    role = chance.choice(case_table().moves[key].roles)
    more = PARTICULARS.get(key, lambda chance, case: {})(chance, case)
    if more is None:
        return None
    act = ACTS[key](on=case.on, by=role, **more)
    return None if refused_in(case, act, role) else act


def _party(kind: str) -> Callable[[random.Random, CaseView], dict[str, object] | None]:
    def choose(chance: random.Random, case: CaseView) -> dict[str, object] | None:
        name = {"third_party": "party", "organ": "organ", "help": "unit"}[kind]
        waiting = case.progress.awaits(kind)
        return {name: chance.choice(waiting)} if waiting else None

    return choose


def _answer(kind: str) -> Callable[[random.Random, CaseView], dict[str, object] | None]:
    def choose(chance: random.Random, case: CaseView) -> dict[str, object] | None:
        party = _party(kind)(chance, case)
        return {**party, "consents": chance.random() < 0.5} if party else None

    return choose


def _asked(name: str) -> Callable[[random.Random, CaseView], dict[str, object]]:
    return lambda chance, case: {
        name: f"{name}-{len(case.progress.acts)}",
        "delivered_on": chance.choice((None, case.on)),
    }


def _letter(chance: random.Random, case: CaseView) -> dict[str, object] | None:
    letters = list(letters_under_way(case))
    if not letters:
        return None
    letter, party = chance.choice(letters)
    return {"letter": letter, "party": party}


PARTICULARS: dict[str, Callable[[random.Random, CaseView], dict[str, object] | None]] = {
    "arrived": lambda chance, case: {"channel": chance.choice(list(Channel))},
    "registered": lambda chance, case: {"number": "2024-1"},
    "assigned": lambda chance, case: {"handler": "handler"},
    "joined": lambda chance, case: {"others": ("2024-2",)},
    "split": lambda chance, case: {"into": ("2024-3", "2024-4")},
    "correction_asked": lambda chance, case: {
        "points": ("写明年份",),
        "until": case.on + chance.choice((7, 21)) * DAY,
        "delivered_on": chance.choice((None, case.on)),
    },
    "correction_received": lambda chance, case: {"channel": Channel.SIGNED_POST},
    "letter_reached": _letter,
    "third_party_asked": _asked("party"),
    "third_party_answered": _answer("third_party"),
    "third_party_silent": _party("third_party"),
    "third_party_told": lambda chance, case: {"party": "甲", "reasons": "重大公共利益"},
    "organ_asked": _asked("organ"),
    "organ_answered": _answer("organ"),
    "organ_silent": _party("organ"),
    "help_asked": lambda chance, case: {"unit": f"unit-{len(case.progress.acts)}"},
    "help_given": _party("help"),
    "reasons_asked": lambda chance, case: {"until": case.on + 10 * DAY},
    "reasons_given": lambda chance, case: {"reasonable": chance.random() < 0.5},
    "fee_noticed": lambda chance, case: {
        "amount_yuan": Decimal(100),
        "delivered_on": chance.choice((None, case.on)),
    },
    "fee_paid": lambda chance, case: {"amount_yuan": Decimal(100)},
    "extended": lambda chance, case: {
        "workdays": chance.randint(1, 25),
        "approver": chance.choice(("王建国", "王建国", "")),
        "told_on": case.on,
    },
    "reply_delayed": lambda chance, case: {"until": case.on + chance.choice((3, 60)) * DAY},
    "reviewed": lambda chance, case: {"approved": chance.random() < 0.7},
    "secrecy_reviewed": lambda chance, case: {"approved": chance.random() < 0.7},
    "replied": lambda chance, case: {"results": (ItemResult(item="1", outcome="D12"),)},
    "delivered": lambda chance, case: {"way": chance.choice(list(DeliveryWay))},
    "dispute_filed": lambda chance, case: {
        "dispute": f"案-{len(case.progress.acts)}",
        "kind": chance.choice(list(DisputeKind)),
    },
    "dispute_decided": lambda chance, case: {
        "dispute": pending_disputes(case.progress.acts)[0],
        "result": chance.choice(list(DisputeResult)),
        "orders_reply": chance.random() < 0.5,
    },
    "review_prolonged": lambda chance, case: {
        "dispute": pending_disputes(case.progress.acts)[0],
        "days": chance.choice((10, 30, 40)),
    },
    "reopened": lambda chance, case: {"dispute": orders_open(case.progress.acts)[0]},
    "amendment_asked": lambda chance, case: {"record": "户籍登记"},
    "amendment_decided": lambda chance, case: {"result": AmendmentResult.AMENDED},
}
