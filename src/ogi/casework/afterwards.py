"""Acts beside and after the reply: withdrawal, disputes, correction of records."""

from dataclasses import dataclass
from datetime import date
from enum import Enum


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
_AMENDMENTS = {
    AmendmentResult.AMENDED: "更正",
    AmendmentResult.DECLINED: "不予更正",
    AmendmentResult.FORWARDED: "转送",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """The applicant withdrew the application (撤回)."""

    on: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeFiled:
    """A dispute was filed (申请行政复议或提起行政诉讼); `dispute` names it in this ledger.

    `on` is the day of acceptance or docketing (受理、立案). `of` names the review that a
    suit follows; `simplified` says that a review has the simplified procedure (简易程序).
    """

    on: date
    by: str = ""
    dispute: str
    kind: DisputeKind
    body: str = ""
    of: str = ""
    simplified: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeDecided:
    """A dispute was decided (复议决定、裁判); `outcome` says how, in the words of the law.

    `orders_reply` says that the organ must act again. `received_on` is the day the applicant
    had the decision, from which a suit is in time; `LetterReached` may say it later.
    """

    on: date
    by: str = ""
    dispute: str
    result: DisputeResult
    outcome: str = ""
    orders_reply: bool = False
    received_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewProlonged:
    """The review body put off its decision by some days (延长行政复议审理期限)."""

    on: date
    by: str = ""
    dispute: str
    days: int
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reopened:
    """The organ takes the case up again by order of a review or a court (重新办理).

    `on` is the day the order was received; `until` is set where the order names a day.
    """

    on: date
    by: str = ""
    dispute: str
    until: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentAsked:
    """Somebody asked to correct records about himself (申请更正, Art. 41); no application."""

    on: date
    by: str = ""
    record: str
    evidence: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendmentDecided:
    """A request to correct records was dealt with (更正、不予更正、转送)."""

    on: date
    by: str = ""
    result: AmendmentResult
    reasons: str = ""
    note: str = ""
