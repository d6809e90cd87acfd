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
from ogi.casework.replying import Drafted, LegalReviewed, Reviewed, SecrecyReviewed, Signed
from ogi.casework.strikes import effective
from ogi.casework.table import START, case_table
from ogi.law import OrganRules, organ_rules

_RANKS = {made: number for number, made in enumerate(ACTS.values())}


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a case has come.

    `acts` are in their order; `awaited` are the third parties, organs and units that were
    asked and have not answered, each with the kind of act (third_party, organ, help);
    `astray` are the places of acts that could not follow in their state. `steps` are what the
    organ does with a draft (审核步骤), `done` how many of them this draft has behind it.
    """

    state: str = START
    acts: Ledger = ()
    awaited: tuple[tuple[str, str], ...] = ()
    astray: tuple[int, ...] = ()
    steps: tuple[str, ...] = OrganRules().steps
    done: int = 0

    def awaits(self, kind: str) -> tuple[str, ...]:
        """Return the names of those of a kind that have not answered."""
        return tuple(name for one, name in self.awaited if one == kind)


def progress(ledger: Ledger, rules: OrganRules | None = None) -> Progress:
    """Return how far a case has come, by the steps of an organ.

    The order of the ledger does not matter, only the days: acts of one day are taken in the
    order of a case, each as soon as it may follow. What was struck out is left out.
    """
    days: dict[object, list[Act]] = {}
    for act in effective(ledger):
        days.setdefault(act.on, []).append(act)
    reached = Progress(steps=(rules or organ_rules()).steps)
    for day in sorted(days):  # type: ignore[type-var]
        reached = _through(reached, days[day])
    return reached


def in_order(ledger: Ledger) -> Ledger:
    """Return the acts by day, those of one day in the order of a case.

    Unlike `progress`, it does not ask what may follow; that matters only where a case that
    was closed is taken up again.
    """
    placed = sorted(effective(ledger), key=lambda act: (act.on, _RANKS[type(act)]))
    alike = any((one.on, type(one)) == (other.on, type(other)) for one, other in pairwise(placed))
    return tuple(sorted(placed, key=lambda act: (act.on, *_place(act))) if alike else placed)


def _through(reached: Progress, waiting: list[Act]) -> Progress:
    """Follow the acts of one day."""
    if len(waiting) > 1:
        waiting = sorted(waiting, key=_rank)
        if any(_rank(one) == _rank(other) for one, other in pairwise(waiting)):
            waiting = sorted(waiting, key=_place)
    while len(waiting) > 1:
        at = next((at for at, act in enumerate(waiting) if may_follow(reached, act)), 0)
        reached = follow(reached, waiting[at])
        waiting = waiting[:at] + waiting[at + 1 :]
    return follow(reached, waiting[0])


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
    awaited, done = _awaited(reached.awaited, act), _done(reached.done, act)
    state = "" if move.asks else move.target(reached.state, "")
    after = Progress(state or reached.state, acts, awaited, reached.astray, reached.steps, done)
    if state:
        return after
    return replace(after, state=move.target(reached.state, _ANSWERS[move.asks](reached, after)))


def _awaited(awaited: tuple[tuple[str, str], ...], act: Act) -> tuple[tuple[str, str], ...]:
    match act:
        case ThirdPartyAsked():
            return (*awaited, ("third_party", act.party))
        case OrganAsked():
            return (*awaited, ("organ", act.organ))
        case HelpAsked():
            return (*awaited, ("help", act.unit))
        case Reopened():
            return ()
        case _:
            gone = _gone(act)
            return tuple(one for one in awaited if one != gone) if gone else awaited


def _gone(act: Act) -> tuple[str, str] | None:
    """Return the one whose answer is no longer awaited after an act."""
    match act:
        case ThirdPartyAnswered() | ThirdPartySilent():
            return "third_party", act.party
        case OrganAnswered() | OrganSilent():
            return "organ", act.organ
        case HelpGiven():
            return "help", act.unit
        case _:
            return None


def _done(done: int, act: Act) -> int:
    """Return how many steps a draft has behind it after an act."""
    match act:
        case Drafted():
            return 0
        case Reviewed() | LegalReviewed() | SecrecyReviewed():
            return done + 1 if act.approved else 0
        case Signed():
            return done + 1
        case _:
            return done


def _receipt(reached: Progress, after: Progress) -> str:
    act = after.acts[-1]
    assert isinstance(act, Arrived)
    return "confirms" if receipt_rule(act.channel, by_platform=True).confirms else "settled"


def _step(reached: Progress, after: Progress) -> str:
    """Return the next step of a draft, `replied` after the last; `returned` where it goes back."""
    if after.done == 0 and not isinstance(after.acts[-1], Drafted):
        return "returned"
    return after.steps[after.done] if after.done < len(after.steps) else "replied"


def _waiting(reached: Progress, after: Progress) -> str:
    return "waiting" if any(kind != "help" for kind, _ in after.awaited) else "over"


_Answer = Callable[[Progress, Progress], str]
_ANSWERS: Mapping[str, _Answer] = MappingProxyType(
    {
        "": lambda reached, after: "",
        "receipt": _receipt,
        "first_step": _step,
        "next_step": _step,
        "waiting": _waiting,
    }
)
