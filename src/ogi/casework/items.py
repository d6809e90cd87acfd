"""What is asked for (申请事项), as it stands after a correction."""

from collections.abc import Sequence

from ogi.casework.acts import Act
from ogi.casework.asking import CorrectionReceived
from ogi.casework.intake import Arrived
from ogi.casework.parties import Item


def items_of(acts: Sequence[Act]) -> tuple[Item, ...]:
    """Return the items of an application; those of a correction take their place (补正).

    The acts are in their order.
    """
    found: tuple[Item, ...] = ()
    for act in acts:
        if isinstance(act, Arrived | CorrectionReceived) and act.items:
            found = act.items
    return found
