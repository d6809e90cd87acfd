"""Acts of asking others and of their answering: correction, consultation, reasons, fee.

`delivered_on` is the day on which the party asked received the letter; their period runs
from it. None means that it was not known when the act was recorded; `LetterReached` then
says it later, for a ledger is only added to.
"""

from datetime import date
from decimal import Decimal

from ogi.casework.base import ActBase
from ogi.casework.channels import Channel, DeliveryWay
from ogi.casework.parties import Item


class CorrectionAsked(ActBase, frozen=True, kw_only=True):
    """The applicant was asked once to correct the application (补正告知, Art. 30)."""

    points: tuple[str, ...]
    until: date
    delivered_on: date | None = None


class CorrectionReceived(ActBase, frozen=True, kw_only=True):
    """The corrected application came in (收到补正).

    `on` is its day of receipt, which is settled by the channel as that of an application.
    Once the application was given up, it still counts where it was posted in time
    (`posted_on`) or there was a `good_cause` (正当理由).
    """

    channel: Channel
    items: tuple[Item, ...] = ()
    posted_on: date | None = None
    good_cause: str = ""


class CorrectionLapsed(ActBase, frozen=True, kw_only=True):
    """The applicant did not correct in time (逾期不补正): the application is given up."""


class LetterReached(ActBase, frozen=True, kw_only=True):
    """A letter reached the one it was for (文书签收): `letter` is the key of the act that sent it.

    `party` names the third party or the organ, of a decision its dispute; for the applicant
    it is empty. `number` is the number that the letter bears (文号).
    """

    letter: str
    party: str = ""
    number: str = ""


class LetterReturned(ActBase, frozen=True, kw_only=True):
    """A letter came back undelivered (退件); it is named as by `LetterReached`."""

    letter: str
    party: str = ""
    reason: str = ""


class LetterResent(ActBase, frozen=True, kw_only=True):
    """A letter that had come back was sent again (再次送达)."""

    letter: str
    party: str = ""
    way: DeliveryWay
    tracking: str = ""


class ThirdPartyAsked(ActBase, frozen=True, kw_only=True):
    """A third party was asked in writing (征求第三方意见, Art. 32)."""

    party: str
    items: tuple[str, ...] = ()
    delivered_on: date | None = None


class ThirdPartyAnswered(ActBase, frozen=True, kw_only=True):
    """A third party answered (第三方答复).

    Where it does not consent to all, `consents_to` are the items, or the parts, to which it
    does (部分同意). What comes after its time is late evidence and stops no clock.
    """

    party: str
    consents: bool
    consents_to: tuple[str, ...] = ()
    reasons: str = ""


class ThirdPartySilent(ActBase, frozen=True, kw_only=True):
    """A third party did not answer in time (第三方逾期): the organ decides itself."""

    party: str


class ThirdPartyTold(ActBase, frozen=True, kw_only=True):
    """A third party was told what is disclosed against its will, and why (告知第三方, Art. 32)."""

    party: str
    reasons: str


class OrganAsked(ActBase, frozen=True, kw_only=True):
    """Another organ was asked (征求其他行政机关意见, Art. 34).

    `joint` says that it made the information too (共同制作); only then is its silence consent.
    """

    organ: str
    joint: bool = True
    items: tuple[str, ...] = ()
    delivered_on: date | None = None


class OrganAnswered(ActBase, frozen=True, kw_only=True):
    """Another organ answered (其他行政机关答复)."""

    organ: str
    consents: bool
    reasons: str = ""


class OrganSilent(ActBase, frozen=True, kw_only=True):
    """Another organ did not answer in time (其他行政机关逾期); of a joint maker it is consent."""

    organ: str


class HelpAsked(ActBase, frozen=True, kw_only=True):
    """A unit of the same organ was asked for help (内部协办); the clock goes on."""

    unit: str
    until: date | None = None


class HelpGiven(ActBase, frozen=True, kw_only=True):
    """A unit of the same organ gave its help (协办反馈)."""

    unit: str


class ReasonsAsked(ActBase, frozen=True, kw_only=True):
    """The applicant was asked why there are so many applications (要求说明理由, Art. 35)."""

    until: date
    delivered_on: date | None = None


class ReasonsGiven(ActBase, frozen=True, kw_only=True):
    """The applicant gave reasons (说明理由); the organ holds them reasonable or not."""

    reasonable: bool
    reasons: str = ""


class ReasonsLapsed(ActBase, frozen=True, kw_only=True):
    """The applicant gave no reasons in time (逾期未说明理由)."""


class FeeNoticed(ActBase, frozen=True, kw_only=True):
    """A notice of the processing fee was sent (收费通知, Art. 42)."""

    amount_yuan: Decimal
    delivered_on: date | None = None


class FeePaid(ActBase, frozen=True, kw_only=True):
    """The processing fee was paid (缴费)."""

    amount_yuan: Decimal
    receipt: str = ""


class FeeLapsed(ActBase, frozen=True, kw_only=True):
    """The processing fee was not paid in time (逾期未缴费): the application is given up."""
