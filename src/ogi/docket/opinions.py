"""What third parties hold of disclosure (第三方意见): who was asked of what, and what each says."""

from collections.abc import Sequence
from dataclasses import dataclass

from ogi.casework.acts import Act
from ogi.casework.asking import (
    OrganAnswered,
    OrganSilent,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
    ThirdPartyTold,
)


@dataclass(slots=True)
class Opinion:
    """What one third party holds; `given` says that it answered or let its time pass.

    `items` are those it was asked about, empty for all; `told` that it was told of disclosure
    against its will, and why.
    """

    party: str
    items: set[str]
    consents: bool = False
    consents_to: tuple[str, ...] = ()
    given: bool = False
    objects: bool = False
    told: bool = False

    def concerns(self, item: str) -> bool:
        """Tell whether it was asked about an item."""
        return not self.items or item in self.items

    def consents_for(self, item: str) -> bool:
        """Tell whether it consents to disclosing an item as a whole."""
        return self.consents or item in self.consents_to

    def objects_to(self, item: str) -> bool:
        """Tell whether it is against disclosing an item, or a part of it."""
        return self.objects and self.concerns(item) and not self.consents_for(item)


def opinions(acts: Sequence[Act]) -> dict[str, Opinion]:
    """Return what each third party holds, from acts that are in their order; the last counts."""
    found: dict[str, Opinion] = {}
    for act in acts:
        match act:
            case ThirdPartyAsked():
                one = found.setdefault(act.party, Opinion(act.party, {*act.items}))
                one.items = one.items | {*act.items} if one.items and act.items else set()
            case ThirdPartyAnswered() if act.party in found:
                one = found[act.party]
                one.consents, one.consents_to = act.consents, act.consents_to
                one.given, one.objects, one.told = True, not act.consents, False
            case ThirdPartySilent() if act.party in found:
                found[act.party].given = True
            case ThirdPartyTold() if act.party in found:
                found[act.party].told = True
    return found


def silent(acts: Sequence[Act]) -> tuple[str, ...]:
    """Return the third parties that let their time pass and have not answered since."""
    found: dict[str, None] = {}
    for act in acts:
        if isinstance(act, ThirdPartySilent):
            found[act.party] = None
        elif isinstance(act, ThirdPartyAnswered):
            found.pop(act.party, None)
    return tuple(found)


def silent_organs(acts: Sequence[Act]) -> tuple[str, ...]:
    """Return the organs that let their time pass and have not answered since."""
    found: dict[str, None] = {}
    for act in acts:
        if isinstance(act, OrganSilent):
            found[act.organ] = None
        elif isinstance(act, OrganAnswered):
            found.pop(act.organ, None)
    return tuple(found)
