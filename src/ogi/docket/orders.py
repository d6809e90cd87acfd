"""Disputes and orders (复议、诉讼与责令重新答复) in acts that are in their order."""

from collections.abc import Sequence

from ogi.casework.acts import Act
from ogi.casework.afterwards import DisputeDecided, DisputeFiled, DisputeResult, Reopened


def this_round(acts: Sequence[Act]) -> Sequence[Act]:
    """Return the acts since the case was taken up, or taken up again."""
    begun = max((at for at, act in enumerate(acts) if isinstance(act, Reopened)), default=-1)
    return acts[begun + 1 :]


def pending_disputes(acts: Sequence[Act]) -> tuple[str, ...]:
    """Return the disputes that are not decided, or that were carried to another instance."""
    pending: dict[str, None] = {}
    for act in acts:
        if isinstance(act, DisputeFiled):
            pending[act.dispute] = None
        elif isinstance(act, DisputeDecided):
            pending.pop(act.dispute, None)
    return tuple(pending)


def orders_open(acts: Sequence[Act]) -> tuple[str, ...]:
    """Return the disputes whose order to act again stands and was not taken up yet.

    An order stands when the next instance upholds it; another result takes its place.
    """
    orders: dict[str, None] = {}
    for act in acts:
        if isinstance(act, Reopened):
            orders.pop(act.dispute, None)
        elif isinstance(act, DisputeDecided) and act.orders_reply:
            orders[act.dispute] = None
        elif isinstance(act, DisputeDecided) and act.result is not DisputeResult.UPHELD:
            orders.pop(act.dispute, None)
    pending = pending_disputes(acts)
    return tuple(one for one in orders if one not in pending)
