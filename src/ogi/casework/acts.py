"""Every act (办理行为) of a case, and the ledger (台账) that they make."""

import re

from ogi.casework.afterwards import (
    AmendmentAsked,
    AmendmentDecided,
    DisputeDecided,
    DisputeFiled,
    Reopened,
    ReviewProlonged,
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
from ogi.casework.intake import Arrived, Assigned, Confirmed, Joined, Registered, Split
from ogi.casework.replying import (
    Archived,
    Delivered,
    Drafted,
    Extended,
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
    | Assigned
    | Joined
    | Split
    | CorrectionAsked
    | LetterReached
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
    | SecrecyReviewed
    | Signed
    | Replied
    | Delivered
    | Archived
    | Withdrawn
    | DisputeFiled
    | ReviewProlonged
    | DisputeDecided
    | Reopened
    | AmendmentAsked
    | AmendmentDecided
)
Ledger = tuple[Act, ...]


def _key(made: type) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", made.__name__).lower()


ACTS: dict[str, type[Act]] = {_key(made): made for made in Act.__args__}
"""The acts by key, such as `correction_asked`, in the order of a case."""

_KEYS = {made: key for key, made in ACTS.items()}


def key_of(act: Act) -> str:
    """Return the key of an act.

    >>> from datetime import date
    >>> key_of(Confirmed(on=date(2026, 9, 18)))
    'confirmed'
    """
    return _KEYS[type(act)]
