"""Acts that lead to a reply: extension, draft, reviews, signature, reply, delivery."""

from datetime import date

from ogi.casework.base import ActBase
from ogi.casework.channels import DeliveryWay
from ogi.casework.parties import ItemResult


class Extended(ActBase, frozen=True, kw_only=True):
    """The reply period was extended (延长答复期限, Art. 33) with the consent of `approver`.

    `approver` is the head of the 政府信息公开工作机构; `told_on` is the day the applicant
    was told.
    """

    workdays: int
    approver: str
    reason: str = ""
    told_on: date | None = None


class ReplyDelayed(ActBase, frozen=True, kw_only=True):
    """A reasonable later day was fixed and told (确定延迟答复的合理期限, Art. 35)."""

    until: date


class Drafted(ActBase, frozen=True, kw_only=True):
    """A reply was drafted (拟办)."""


class Reviewed(ActBase, frozen=True, kw_only=True):
    """The draft was reviewed (审核); not approved, it goes back."""

    approved: bool
    opinion: str = ""


class LegalReviewed(ActBase, frozen=True, kw_only=True):
    """The draft was reviewed for its lawfulness (合法性审查); not approved, it goes back."""

    approved: bool
    opinion: str = ""


class SecrecyReviewed(ActBase, frozen=True, kw_only=True):
    """The information was reviewed for secrets (保密审查, Art. 17)."""

    approved: bool
    opinion: str = ""


class Signed(ActBase, frozen=True, kw_only=True):
    """The reply was signed (签发)."""


class Replied(ActBase, frozen=True, kw_only=True):
    """The reply was issued (答复, Art. 36): its number, and the result of each item."""

    number: str = ""
    results: tuple[ItemResult, ...]


class Delivered(ActBase, frozen=True, kw_only=True):
    """The reply was delivered (送达).

    `on` is the day that counts: of signing, for post the day of posting (交邮之日).
    `reached_on` is the day on which the applicant had it; remedies run from that day.
    """

    way: DeliveryWay
    reached_on: date | None = None
    tracking: str = ""


class Archived(ActBase, frozen=True, kw_only=True):
    """The file was archived (归档, Art. 45)."""
