"""Entries that were struck out (更正台账): they stay, and nothing follows from them."""

from ogi.casework.acts import Ledger
from ogi.casework.afterwards import StruckOut
from ogi.casework.ledger import identified


def effective(ledger: Ledger) -> Ledger:
    """Return the acts that count: without what was struck out, and without the strikes.

    A strike works for every day, also for those before it was made.
    """
    if StruckOut not in map(type, ledger):
        return ledger
    named = identified(ledger)
    struck = {act.entry for act in named if isinstance(act, StruckOut)}
    return tuple(
        act
        for act, one in zip(ledger, named, strict=True)
        if one.id not in struck and not isinstance(act, StruckOut)
    )
