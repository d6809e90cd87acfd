"""Letters that went out (发出的文书), and what became of each: arrived, came back, sent again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ogi.casework.acts import Act, key_of
from ogi.casework.afterwards import DisputeDecided, Withdrawn
from ogi.casework.asking import (
    CorrectionAsked,
    CorrectionLapsed,
    FeeLapsed,
    FeeNoticed,
    LetterReached,
    LetterResent,
    LetterReturned,
    OrganAsked,
    ReasonsAsked,
    ThirdPartyAsked,
    ThirdPartyTold,
)
from ogi.casework.channels import DeliveryWay
from ogi.casework.intake import HandedOver
from ogi.casework.replying import Delivered, Extended, ReplyDelayed

# The acts that send a letter, and the field that says whom it is for or what it is about.
_SENDS: dict[type, str] = {
    CorrectionAsked: "",
    ThirdPartyAsked: "party",
    ThirdPartyTold: "party",
    OrganAsked: "organ",
    ReasonsAsked: "",
    FeeNoticed: "",
    Extended: "",
    ReplyDelayed: "",
    Delivered: "",
    CorrectionLapsed: "",
    FeeLapsed: "",
    Withdrawn: "",
    HandedOver: "",
    DisputeDecided: "dispute",
}


@dataclass(slots=True)
class SentLetter:
    """A letter that an act sent: to whom, when it arrived, how often it came back."""

    act: Act
    letter: str
    party: str
    reached_on: date | None = None
    returned: int = 0
    resent: int = 0

    @property
    def came_back(self) -> bool:
        """Whether it lies with the organ again."""
        return self.reached_on is None and self.returned > self.resent

    @property
    def is_under_way(self) -> bool:
        """Whether it was sent, and is not known to have arrived or to have come back."""
        return self.reached_on is None and self.returned <= self.resent


def sent_letters(acts: Sequence[Act], on: date) -> tuple[SentLetter, ...]:
    """Return the letters of a case as known on a day, from acts that are in their order."""
    found: list[SentLetter] = []
    for act in acts:
        kind = type(act)
        if (name := _SENDS.get(kind)) is not None:
            party = getattr(act, name) if name else ""
            reached = _reached(act)
            known = reached if reached and reached <= on else None
            found.append(SentLetter(act, key_of(act), party, known))
        elif kind in _TELLS:
            _tell(found, act)
    return tuple(found)


_TELLS = frozenset((LetterReached, LetterReturned, LetterResent))


def _tell(found: Sequence[SentLetter], act: Act) -> None:
    """Note what became of the letters that an act names and that have not arrived yet."""
    assert isinstance(act, LetterReached | LetterReturned | LetterResent)
    for one in found:
        if (one.letter, one.party, one.reached_on) != (act.letter, act.party, None):
            continue
        if isinstance(act, LetterReached):
            one.reached_on = act.on
        elif isinstance(act, LetterReturned):
            one.returned += 1
        else:
            one.resent += 1


def _reached(act: Act) -> date | None:
    """Return the day of arrival that the act itself tells."""
    match act:
        case Delivered(way=DeliveryWay.POST):
            return act.reached_on
        case Delivered():
            return act.reached_on or act.on
        case Extended():
            return act.told_on
        case DisputeDecided():
            return getattr(act, "received_on", None)
        case _:
            return getattr(act, "delivered_on", None)
