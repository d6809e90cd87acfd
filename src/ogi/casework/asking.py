"""Acts of asking others and of their answering: correction, consultation, reasons, fee.

`delivered_on` is the day on which the party asked received the letter; their period runs
from it. None means that it was not known when the act was recorded; `LetterReached` then
says it later, for a ledger is only added to.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from ogi.casework.channels import Channel
from ogi.casework.parties import Item


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionAsked:
    """The applicant was asked once to correct the application (补正告知, Art. 30)."""

    on: date
    by: str = ""
    points: tuple[str, ...]
    until: date
    delivered_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionReceived:
    """The corrected application came in (收到补正).

    `on` is its day of receipt, which is settled by the channel as that of an application.
    """

    on: date
    by: str = ""
    channel: Channel
    items: tuple[Item, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CorrectionLapsed:
    """The applicant did not correct in time (逾期不补正): the application is given up."""

    on: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterReached:
    """A letter reached the one it was for (文书签收): `letter` is the key of the act that sent it.

    `party` tells third parties and organs apart; for the applicant it is empty.
    """

    on: date
    by: str = ""
    letter: str
    party: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdPartyAsked:
    """A third party was asked in writing (征求第三方意见, Art. 32)."""

    on: date
    by: str = ""
    party: str
    items: tuple[str, ...] = ()
    delivered_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdPartyAnswered:
    """A third party answered (第三方答复)."""

    on: date
    by: str = ""
    party: str
    consents: bool
    reasons: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdPartySilent:
    """A third party did not answer in time (第三方逾期): the organ decides itself."""

    on: date
    by: str = ""
    party: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ThirdPartyTold:
    """A third party was told what is disclosed against its will, and why (告知第三方, Art. 32)."""

    on: date
    by: str = ""
    party: str
    reasons: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganAsked:
    """Another organ was asked (征求其他行政机关意见, Art. 34).

    `joint` says that it made the information too (共同制作); only then is its silence consent.
    """

    on: date
    by: str = ""
    organ: str
    joint: bool = True
    items: tuple[str, ...] = ()
    delivered_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganAnswered:
    """Another organ answered (其他行政机关答复)."""

    on: date
    by: str = ""
    organ: str
    consents: bool
    reasons: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganSilent:
    """Another organ did not answer in time (其他行政机关逾期); of a joint maker it is consent."""

    on: date
    by: str = ""
    organ: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpAsked:
    """A unit of the same organ was asked for help (内部协办); the clock goes on."""

    on: date
    by: str = ""
    unit: str
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HelpGiven:
    """A unit of the same organ gave its help (协办反馈)."""

    on: date
    by: str = ""
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsAsked:
    """The applicant was asked why there are so many applications (要求说明理由, Art. 35)."""

    on: date
    by: str = ""
    until: date
    delivered_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsGiven:
    """The applicant gave reasons (说明理由); the organ holds them reasonable or not."""

    on: date
    by: str = ""
    reasonable: bool
    reasons: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReasonsLapsed:
    """The applicant gave no reasons in time (逾期未说明理由)."""

    on: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeNoticed:
    """A notice of the processing fee was sent (收费通知, Art. 42)."""

    on: date
    by: str = ""
    amount_yuan: Decimal
    delivered_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeePaid:
    """The processing fee was paid (缴费)."""

    on: date
    by: str = ""
    amount_yuan: Decimal
    receipt: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeLapsed:
    """The processing fee was not paid in time (逾期未缴费): the application is given up."""

    on: date
    by: str = ""
    note: str = ""
