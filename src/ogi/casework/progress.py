"""How far a case has come: the acts of a ledger, in their order, through the table."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from types import MappingProxyType

from ogi.casework.acts import ACTS, Act, Ledger, key_of
from ogi.casework.afterwards import Reopened
from ogi.casework.asking import (
    HelpAsked,
    HelpGiven,
    OrganAnswered,
    OrganAsked,
    OrganSilent,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
)
from ogi.casework.intake import Arrived
from ogi.casework.receipt import receipt_rule
from ogi.casework.replying import Reviewed, SecrecyReviewed
from ogi.casework.table import START, case_table

_RANKS = {made: number for number, made in enumerate(ACTS.values())}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a case has come.

    `acts` are in their order; `awaited` are the third parties, organs and units that were
    asked and have not answered, each with the kind of act (third_party, organ, help);
    `astray` are the places of acts that could not follow in their state.
    """

    state: str = START
    acts: Ledger = ()
    awaited: tuple[tuple[str, str], ...] = ()
    astray: tuple[int, ...] = ()

    def awaits(self, kind: str) -> tuple[str, ...]:
        """Return the names of those of a kind that have not answered."""
        return tuple(name for one, name in self.awaited if one == kind)


def progress(ledger: Ledger) -> Progress:
    """Return how far a case has come.

    The order of the ledger does not matter, only the days: acts of one day are taken in the
    order of a case, each as soon as it may follow.
    """
    days: dict[object, list[Act]] = {}
    for act in ledger:
        days.setdefault(act.on, []).append(act)
    reached = Progress()
    for day in sorted(days):  # type: ignore[type-var]
        reached = _through(reached, days[day])
    return reached


def in_order(ledger: Ledger) -> Ledger:
    """Return the acts by day, those of one day in the order of a case.

    Unlike `progress`, it does not ask what may follow; that matters only where a case that
    was closed is taken up again.
    """
    placed = sorted(ledger, key=lambda act: (act.on, _RANKS[type(act)]))
    alike = any((one.on, type(one)) == (other.on, type(other)) for one, other in pairwise(placed))
    return tuple(sorted(placed, key=lambda act: (act.on, *_place(act))) if alike else placed)


def _through(reached: Progress, waiting: list[Act]) -> Progress:
    """Follow the acts of one day."""
    if len(waiting) > 1:
        waiting = sorted(waiting, key=_rank)
        if any(_rank(one) == _rank(other) for one, other in pairwise(waiting)):
            waiting = sorted(waiting, key=_place)
    while waiting:
        at = next((at for at, act in enumerate(waiting) if may_follow(reached, act)), 0)
        reached = follow(reached, waiting[at])
        waiting = waiting[:at] + waiting[at + 1 :]
    return reached


def _rank(act: Act) -> int:
    return _RANKS[type(act)]


def _place(act: Act) -> tuple[int, str]:
    return _RANKS[type(act)], repr(act)


def may_follow(reached: Progress, act: Act) -> bool:
    """Tell whether the table lets an act follow; what else it needs is not looked at."""
    return reached.state in case_table().moves[key_of(act)].sources


def follow(reached: Progress, act: Act) -> Progress:
    """Return how far a case has come after one more act; one that cannot follow is noted."""
    move = case_table().moves[key_of(act)]
    acts = (*reached.acts, act)
    if reached.state not in move.sources:
        return replace(reached, acts=acts, astray=(*reached.astray, len(reached.acts)))
    awaited = _awaited(reached.awaited, act)
    answer = _ANSWERS[move.asks](act, awaited)
    return Progress(move.target(reached.state, answer), acts, awaited, reached.astray)


def _awaited(awaited: tuple[tuple[str, str], ...], act: Act) -> tuple[tuple[str, str], ...]:
    match act:
        case ThirdPartyAsked():
            return (*awaited, ("third_party", act.party))
        case OrganAsked():
            return (*awaited, ("organ", act.organ))
        case HelpAsked():
            return (*awaited, ("help", act.unit))
        case ThirdPartyAnswered() | ThirdPartySilent():
            gone = ("third_party", act.party)
        case OrganAnswered() | OrganSilent():
            gone = ("organ", act.organ)
        case HelpGiven():
            gone = ("help", act.unit)
        case Reopened():
            return ()
        case _:
            return awaited
    return tuple(one for one in awaited if one != gone)


def _receipt(act: Act, awaited: tuple[tuple[str, str], ...]) -> str:
    assert isinstance(act, Arrived)
    return "confirms" if receipt_rule(act.channel, by_platform=True).confirms else "settled"


def _approval(act: Act, awaited: tuple[tuple[str, str], ...]) -> str:
    assert isinstance(act, Reviewed | SecrecyReviewed)
    return "approved" if act.approved else "returned"


def _waiting(act: Act, awaited: tuple[tuple[str, str], ...]) -> str:
    return "waiting" if any(kind != "help" for kind, _ in awaited) else "over"


_Answer = Callable[[Act, tuple[tuple[str, str], ...]], str]
_ANSWERS: Mapping[str, _Answer] = MappingProxyType(
    {
        "": lambda act, awaited: "",
        "receipt": _receipt,
        "approval": _approval,
        "waiting": _waiting,
    }
)
