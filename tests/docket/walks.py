"""Random walks through what is open: an act that `allowed` offers, with likely particulars."""

import random
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal

from ogi.casework import ACTS, Act, Channel, DeliveryWay, DisputeKind, DisputeResult
from ogi.casework.afterwards import AmendmentResult, DisputeDecided, DisputeFiled
from ogi.casework.asking import CorrectionReceived
from ogi.casework.outcomes import outcomes
from ogi.casework.parties import ItemResult
from ogi.casework.progress import Progress, follow
from ogi.casework.table import case_table
from ogi.clock import Jurisdiction
from ogi.docket.openings import open_acts
from ogi.docket.opinions import opinions, silent, silent_organs
from ogi.docket.orders import orders_open, pending_disputes
from ogi.docket.refusals import refused_in
from ogi.docket.view import CaseView
from ogi.law import OrganRules

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
    "handed_over",
    "help_asked",
    "joined",
    "letter_returned",
    "split",
    "taken_over",
    "third_party_told",
    "withdrawn",
)
STEPS = ("reviewed", "legal_reviewed", "secrecy_reviewed", "signed")
RARE = 0.15
# What a walk is most drawn to: each leads to corners that it would seldom come to by itself.
TRAILS: tuple[tuple[str, ...], ...] = (
    (),
    ("third_party_silent", "organ_silent", "drafted", "correction_asked", "fee_noticed"),
    ("third_party_silent", "organ_silent", "drafted", "third_party_answered", "organ_answered"),
    ("letter_returned", "letter_resent", "third_party_silent", "organ_silent", "correction_asked"),
    ("correction_asked", "letter_reached", "correction_lapsed", "archived"),
    (
        "correction_asked",
        "letter_reached",
        "correction_lapsed",
        "dispute_filed",
        "review_prolonged",
    ),
    ("replied", "delivered", "dispute_filed", "dispute_decided", "reopened", "correction_asked"),
    ("help_asked", "drafted", "reviewed", "legal_reviewed", "third_party_told", "replied"),
    ("third_party_told", "third_party_silent", "replied", "delivered", "reviewed"),
    ("reasons_asked", "reasons_given", "drafted", "reviewed", "reply_delayed", "taken_over"),
    ("reopened", "correction_asked", "dispute_filed", "review_prolonged", "replied", "delivered"),
    ("correction_asked", "drafted", "reviewed", "legal_reviewed", "secrecy_reviewed"),
)
TASTES = (0.1, 1, 1, 8)  # of a walk: what is seldom in one is often in another


def walks(steps: int, seed: int) -> Iterator[Progress]:
    """Yield cases as far as they went, until so many acts were done in all."""
    chance = random.Random(seed)
    while steps > 0:
        reached = walk(chance)
        steps -= max(1, len(reached.acts))
        yield reached


def walk(chance: random.Random) -> Progress:
    """Go from nothing to an end, or so far that it is enough."""
    reached = Progress(steps=_steps(chance))
    place, day = place_of(reached), FIRST + chance.randrange(1600) * DAY
    taste = {key: chance.choice(TASTES) * (RARE if key in SELDOM else 1) for key in ACTS}
    taste.update(dict.fromkeys(chance.choice(TRAILS), TASTES[-1]))
    idle = 0
    while len(reached.acts) < LONGEST and idle < 6 and day < LAST:
        day += chance.choice((0, 0, 1, 1, 2, 5, 12, 25)) * DAY
        case = CaseView(reached, day, place)
        act = _some_act(chance, case, taste)
        if act is None:
            idle += 1
            continue
        reached, idle = follow(reached, act), 0
    return reached


def place_of(reached: Progress) -> Jurisdiction:
    """Where a walk goes: the steps of its drafts are those of an organ."""
    return Jurisdiction(rules=OrganRules(steps=reached.steps))


def _steps(chance: random.Random) -> tuple[str, ...]:
    """The usual steps, or some others that the law lets an organ have."""
    if chance.random() < 0.3:
        return OrganRules().steps
    kinds = ["reviewed", "legal_reviewed", "secrecy_reviewed"]
    steps = ["secrecy_reviewed", *chance.choices(kinds, k=chance.randrange(3))]
    chance.shuffle(steps)
    return (*steps, *(["signed"] if chance.random() < 0.7 else []))


def role_of(act: Act) -> str:
    """The role of whoever did an act of a walk."""
    return act.by.partition("-")[0]


def _some_act(chance: random.Random, case: CaseView, taste: dict[str, float]) -> Act | None:
    offered = [key for key in open_acts(case) if key != "struck_out"]
    if not offered:
        return None
    key = chance.choices(offered, [taste[key] for key in offered])[0]
    role = chance.choice(case_table().moves[key].roles)
    more = PARTICULARS.get(key, lambda chance, case: {})(chance, case)
    if more is None:
        return None
    act = ACTS[key](on=case.on, by=role + chance.choice(("-甲", "-乙")), **more)
    if key in STEPS:  # who does it matters
        case = CaseView(case.progress, case.on, case.place, act.by)
    return None if refused_in(case, act, role) else act


def _party(kind: str) -> Callable[[random.Random, CaseView], dict[str, object] | None]:
    def choose(chance: random.Random, case: CaseView) -> dict[str, object] | None:
        name = {"third_party": "party", "organ": "organ", "help": "unit"}[kind]
        waiting = case.progress.awaits(kind)
        return {name: chance.choice(waiting)} if waiting else None

    return choose


def _answer(chance: random.Random, case: CaseView) -> dict[str, object] | None:
    acts = case.progress.acts
    parties = (*case.progress.awaits("third_party"), *silent(acts))
    consents = chance.random() < 0.5
    if not parties:
        return None
    partly = {"consents_to": ("1",)} if not consents and chance.random() < 0.3 else {}
    return {"party": chance.choice(parties), "consents": consents, **partly}


def _organ_answer(chance: random.Random, case: CaseView) -> dict[str, object] | None:
    organs = (*case.progress.awaits("organ"), *silent_organs(case.progress.acts))
    if not organs:
        return None
    return {"organ": chance.choice(organs), "consents": chance.random() < 0.5}


def _asked(name: str) -> Callable[[random.Random, CaseView], dict[str, object]]:
    return lambda chance, case: {
        name: f"{name}-{len(case.progress.acts)}",
        "delivered_on": chance.choice((None, case.on)),
    }


def _letter(back: bool = False) -> Callable[[random.Random, CaseView], dict[str, object] | None]:
    def choose(chance: random.Random, case: CaseView) -> dict[str, object] | None:
        sent = case.letters
        some = [one for one in sent if (one.came_back if back else one.is_under_way)]
        if not some:
            return None
        one = chance.choice(some)
        way = {"way": DeliveryWay.POST} if back else {}
        return {"letter": one.letter, "party": one.party, **way}

    return choose


def _told(chance: random.Random, case: CaseView) -> dict[str, object] | None:
    known = [one.party for one in opinions(case.progress.acts).values() if not one.consents]
    return {"party": chance.choice(known), "reasons": "重大公共利益"} if known else None


def _results(chance: random.Random, case: CaseView) -> dict[str, object]:
    acts = case.progress.acts
    likely = ["D12", chance.choice(tuple(outcomes()))]
    likely += ["D34"] if opinions(acts) else []
    likely += ["D43"] if any(isinstance(act, CorrectionReceived) for act in acts) else []
    code = chance.choice(likely)
    given = outcomes()[code].grounds
    some = chance.sample(given, chance.randint(0, min(2, len(given))))
    one = ItemResult(item="1", outcome=code, grounds=tuple(some), note="本案的处理")
    return {"results": (one,)}


def _filed(chance: random.Random, case: CaseView) -> dict[str, object]:
    acts = case.progress.acts
    decided = [act for act in acts if isinstance(act, DisputeDecided)]
    if decided and chance.random() < 0.4:
        name = chance.choice(decided).dispute
        filed = next(act for act in acts if isinstance(act, DisputeFiled) and act.dispute == name)
        return {"dispute": name, "kind": filed.kind}
    reviews = [
        act.dispute
        for act in acts
        if isinstance(act, DisputeFiled) and act.kind is DisputeKind.REVIEW
    ]
    return {
        "dispute": f"案-{len(acts)}",
        "kind": chance.choice(list(DisputeKind)),
        "of": chance.choice(("", *reviews)),
        "accepted_anyway": chance.random() < 0.2,
    }


def _reopened(chance: random.Random, case: CaseView) -> dict[str, object]:
    acts = case.progress.acts
    return {"dispute": chance.choice(("", *orders_open(acts), *pending_disputes(acts)))}


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
    "correction_received": lambda chance, case: {
        "channel": Channel.SIGNED_POST,
        "good_cause": chance.choice(("", "住院")),
    },
    "letter_reached": _letter(),
    "letter_returned": _letter(),
    "letter_resent": _letter(back=True),
    "handed_over": lambda chance, case: {"organ": "邻县局"},
    "taken_over": lambda chance, case: {"organ": "邻县局"},
    "third_party_asked": _asked("party"),
    "third_party_answered": _answer,
    "third_party_silent": _party("third_party"),
    "third_party_told": _told,
    "organ_asked": _asked("organ"),
    "organ_answered": _organ_answer,
    "organ_silent": _party("organ"),
    "help_asked": lambda chance, case: {"unit": f"unit-{len(case.progress.acts)}"},
    "help_given": _party("help"),
    "reasons_asked": lambda chance, case: {
        "until": case.on + 10 * DAY,
        "delivered_on": chance.choice((None, case.on)),
    },
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
    "legal_reviewed": lambda chance, case: {"approved": chance.random() < 0.7},
    "secrecy_reviewed": lambda chance, case: {"approved": chance.random() < 0.7},
    "replied": _results,
    "delivered": lambda chance, case: {"way": chance.choice(list(DeliveryWay))},
    "dispute_filed": _filed,
    "dispute_decided": lambda chance, case: {
        "dispute": pending_disputes(case.progress.acts)[0],
        "result": chance.choice(list(DisputeResult)),
        "orders_reply": chance.random() < 0.5,
    },
    "review_prolonged": lambda chance, case: {
        "dispute": pending_disputes(case.progress.acts)[0],
        "days": chance.choice((10, 30, 40)),
    },
    "reopened": _reopened,
    "amendment_asked": lambda chance, case: {"record": "户籍登记"},
    "amendment_decided": lambda chance, case: {"result": AmendmentResult.AMENDED},
}
