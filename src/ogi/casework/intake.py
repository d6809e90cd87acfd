"""Acts by which an application comes in: arrival, confirmation, registration.

Every act has `on`, its statutory day, and `by`, the person or body who did it.
"""

from dataclasses import dataclass
from datetime import date

from ogi.casework.channels import Channel
from ogi.casework.parties import Applicant, Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrived:
    """An application arrived (到件): the day it was handed over, signed for or came in."""

    on: date
    by: str = ""
    channel: Channel
    applicants: tuple[Applicant, ...] = ()
    items: tuple[Item, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """Receipt was confirmed with the applicant (确认收到, Art. 31)."""

    on: date
    by: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Registered:
    """The application was registered (登记) under a number."""

    on: date
    by: str = ""
    number: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """The application was given to somebody to handle (分派承办人)."""

    on: date
    by: str = ""
    handler: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The application is handled together with others (合并办理); each still counts as one."""

    on: date
    by: str = ""
    others: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """The application was split (一事一申请) into others, which are handled in its stead."""

    on: date
    by: str = ""
    into: tuple[str, ...]
    note: str = ""
