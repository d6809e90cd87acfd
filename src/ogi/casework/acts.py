"""Every act (办理行为) of a case, and the ledger (台账) that they make."""

from ogi.casework.afterwards import (
    AmendmentAsked,
    AmendmentDecided,
    DisputeDecided,
    DisputeFiled,
    Reopened,
    ReviewProlonged,
    StruckOut,
    Withdrawn,
)
from ogi.casework.asking import (
    CorrectionAsked,
    CorrectionLapsed,
    CorrectionReceived,
    FeeLapsed,
    FeeNoticed,
    FeePaid,
    HelpAsked,
    HelpGiven,
    LetterReached,
    LetterResent,
    LetterReturned,
    OrganAnswered,
    OrganAsked,
    OrganSilent,
    ReasonsAsked,
    ReasonsGiven,
    ReasonsLapsed,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
    ThirdPartyTold,
)
from ogi.casework.base import act_key
from ogi.casework.intake import (
    Arrived,
    Assigned,
    Confirmed,
    HandedOver,
    Joined,
    Registered,
    Split,
    TakenOver,
)
from ogi.casework.replying import (
    Archived,
    Delivered,
    Drafted,
    Extended,
    LegalReviewed,
    Replied,
    ReplyDelayed,
    Reviewed,
    SecrecyReviewed,
    Signed,
)

Act = (
    Arrived
    | Confirmed
    | Registered
    | TakenOver
    | Assigned
    | Joined
    | Split
    | CorrectionAsked
    | CorrectionReceived
    | CorrectionLapsed
    | ThirdPartyAsked
    | ThirdPartyAnswered
    | ThirdPartySilent
    | ThirdPartyTold
    | OrganAsked
    | OrganAnswered
    | OrganSilent
    | HelpAsked
    | HelpGiven
    | ReasonsAsked
    | ReasonsGiven
    | ReasonsLapsed
    | FeeNoticed
    | FeePaid
    | FeeLapsed
    | Extended
    | ReplyDelayed
    | Drafted
    | Reviewed
    | LegalReviewed
    | SecrecyReviewed
    | Signed
    | Replied
    | Delivered
    | Archived
    | HandedOver
    | Withdrawn
    | DisputeFiled
    | ReviewProlonged
    | DisputeDecided
    | Reopened
    | AmendmentAsked
    | AmendmentDecided
    | LetterReturned
    | LetterResent
    | LetterReached
    | StruckOut
)
Ledger = tuple[Act, ...]


ACTS: dict[str, type[Act]] = {act_key(made.__name__): made for made in Act.__args__}
"""The acts by key, such as `correction_asked`, in the order of a case."""

_KEYS = {made: key for key, made in ACTS.items()}


def key_of(act: Act) -> str:
    """Return the key of an act.

    >>> from datetime import date
    >>> key_of(Confirmed(on=date(2026, 9, 18)))
    'confirmed'
    """
    return _KEYS[type(act)]
