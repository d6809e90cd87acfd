"""Acts that lead to a reply: extension, draft, reviews, signature, reply, delivery."""

from dataclasses import dataclass
from datetime import date

from ogi.casework.channels import DeliveryWay
from ogi.casework.parties import ItemResult


@dataclass(frozen=True, slots=True, kw_only=True)
class Extended:
    """The reply period was extended (延长答复期限, Art. 33) with the consent of `approver`.

    `approver` is the head of the 政府信息公开工作机构; `told_on` is the day the applicant
    was told.
    """

    on: date
    by: str = ""
    workdays: int
    approver: str
    reason: str = ""
    told_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyDelayed:
    """A reasonable later day was fixed and told (确定延迟答复的合理期限, Art. 35)."""

    on: date
    by: str = ""
    until: date
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A reply was drafted (拟办)."""

    on: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """The draft was reviewed (审核); not approved, it goes back."""

    on: date
    by: str = ""
    approved: bool
    opinion: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SecrecyReviewed:
    """The information was reviewed for secrets (保密审查, Art. 17)."""

    on: date
    by: str = ""
    approved: bool
    opinion: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The reply was signed (签发)."""

    on: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied:
    """The reply was issued (答复, Art. 36): its number, and the result of each item."""

    on: date
    by: str = ""
    number: str = ""
    results: tuple[ItemResult, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivered:
    """The reply was delivered (送达).

    `on` is the day that counts: of signing, for post the day of posting (交邮之日).
    `reached_on` is the day on which the applicant had it; remedies run from that day.
    """

    on: date
    by: str = ""
    way: DeliveryWay
    reached_on: date | None = None
    tracking: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archived:
    """The file was archived (归档, Art. 45)."""

    on: date
    by: str = ""
    note: str = ""
