"""Acts by which an application comes in: arrival, confirmation, registration."""

from ogi.casework.base import ActBase
from ogi.casework.channels import Channel
from ogi.casework.parties import Applicant, Item


class Arrived(ActBase, frozen=True, kw_only=True):
    """An application arrived (到件): the day it was handed over, signed for or came in."""

    channel: Channel
    applicants: tuple[Applicant, ...] = ()
    items: tuple[Item, ...] = ()


class Confirmed(ActBase, frozen=True, kw_only=True):
    """Receipt was confirmed with the applicant (确认收到, Art. 31)."""


class Registered(ActBase, frozen=True, kw_only=True):
    """The application was registered (登记) under a number."""

    number: str


class Assigned(ActBase, frozen=True, kw_only=True):
    """The application was given to somebody to handle (分派承办人)."""

    handler: str


class TakenOver(ActBase, frozen=True, kw_only=True):
    """The case came from another organ with its duties (接收移交); its period runs on.

    The ledger begins with what that organ recorded; the case counts here from this year on.
    """

    organ: str
    basis: str = ""


class HandedOver(ActBase, frozen=True, kw_only=True):
    """The case went to another organ with the duties (移交, 机构改革、职能调整)."""

    organ: str
    basis: str = ""


class Joined(ActBase, frozen=True, kw_only=True):
    """The application is handled together with others (合并办理); each still counts as one."""

    others: tuple[str, ...]


class Split(ActBase, frozen=True, kw_only=True):
    """The application was split (一事一申请) into others, which are handled in its stead."""

    into: tuple[str, ...]
