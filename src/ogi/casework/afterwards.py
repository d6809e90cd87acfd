"""Acts beside and after the reply: withdrawal, disputes, correction of records."""

from datetime import date
from enum import Enum

from ogi.casework.base import ActBase


class DisputeKind(Enum):
    """The kinds of disputes; each is a part of the form's fourth table."""

    REVIEW = "review"
    DIRECT_SUIT = "direct_suit"
    SUIT_AFTER_REVIEW = "suit_after_review"

    @property
    def label(self) -> str:
        """The word officials see; the form's own."""
        return _KINDS[self]


class DisputeResult(Enum):
    """What a dispute came to, in the columns of the form's fourth table."""

    UPHELD = "upheld"
    CORRECTED = "corrected"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The word officials see; the form's own."""
        return _RESULTS[self]


class Instance(Enum):
    """The instances of a suit (审级); all belong to one dispute."""

    FIRST = "first"
    APPEAL = "appeal"
    RETRIAL = "retrial"

    @property
    def label(self) -> str:
        """The word officials see."""
        return _INSTANCES[self]


class AmendmentResult(Enum):
    """What came of a request to correct records (Art. 41)."""

    AMENDED = "amended"
    DECLINED = "declined"
    FORWARDED = "forwarded"

    @property
    def label(self) -> str:
        """The word officials see."""
        return _AMENDMENTS[self]


_KINDS = {
    DisputeKind.REVIEW: "行政复议",
    DisputeKind.DIRECT_SUIT: "未经复议直接起诉",
    DisputeKind.SUIT_AFTER_REVIEW: "复议后起诉",
}
_RESULTS = {
    DisputeResult.UPHELD: "结果维持",
    DisputeResult.CORRECTED: "结果纠正",
    DisputeResult.OTHER: "其他结果",
}
_INSTANCES = {Instance.FIRST: "一审", Instance.APPEAL: "二审", Instance.RETRIAL: "再审"}
_AMENDMENTS = {
    AmendmentResult.AMENDED: "更正",
    AmendmentResult.DECLINED: "不予更正",
    AmendmentResult.FORWARDED: "转送",
}


class Withdrawn(ActBase, frozen=True, kw_only=True):
    """The applicant withdrew the application (撤回)."""


class DisputeFiled(ActBase, frozen=True, kw_only=True):
    """A dispute was filed (申请行政复议或提起行政诉讼); `dispute` names it in this ledger.

    `on` is the day of acceptance or docketing (受理、立案). `of` names the review that a
    suit follows; `simplified` says that a review has the simplified procedure (简易程序).
    An appeal or a retrial (`instance`) is the same dispute, filed once more; `number` is the
    one it has there. `accepted_anyway` says that the body accepted it though the law puts
    something else first (复议前置、复议期间).
    """

    dispute: str
    kind: DisputeKind
    instance: Instance | None = None
    number: str = ""
    body: str = ""
    of: str = ""
    simplified: bool = False
    accepted_anyway: bool = False


class DisputeDecided(ActBase, frozen=True, kw_only=True):
    """A dispute was decided (复议决定、裁判); `outcome` says how, in the words of the law.

    `orders_reply` says that the organ must act again. `received_on` is the day the applicant
    had the decision, from which a suit is in time; `LetterReached` may say it later.
    """

    dispute: str
    result: DisputeResult
    outcome: str = ""
    orders_reply: bool = False
    received_on: date | None = None


class ReviewProlonged(ActBase, frozen=True, kw_only=True):
    """The review body put off its decision by some days (延长行政复议审理期限)."""

    dispute: str
    days: int


class Reopened(ActBase, frozen=True, kw_only=True):
    """The organ takes the case up again (重新办理): by order of a review or a court, or because
    it corrects its own reply (自行纠正).

    Of an order, `on` is the day it was received, and `until` is set where it names a day. Of a
    correction, `dispute` names what is pending, if anything is.
    """

    dispute: str = ""
    until: date | None = None
    reason: str = ""


class AmendmentAsked(ActBase, frozen=True, kw_only=True):
    """Somebody asked to correct records about himself (申请更正, Art. 41); no application."""

    record: str
    evidence: tuple[str, ...] = ()


class AmendmentDecided(ActBase, frozen=True, kw_only=True):
    """A request to correct records was dealt with (更正、不予更正、转送)."""

    result: AmendmentResult
    reasons: str = ""


class StruckOut(ActBase, frozen=True, kw_only=True):
    """An entry of the ledger was wrong and is struck out (更正台账): `entry` is its id.

    The entry stays in the ledger; everything that follows is computed without it.
    """

    entry: str
    reason: str
