"""What happened in a case, as far as the clock is concerned."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Waiting for another (等待): asked on one day, over on another or not yet.

    `kind` is a key of data/waits.yaml. `reached_on` is the day the letter reached whom it
    was for, `returned_on` the day it came back undelivered, `resent_on` the day it was sent
    again; `until` a day that the letter set; `who` a name where there may be several.
    """

    kind: str
    asked_on: date
    over_on: date | None = None
    reached_on: date | None = None
    until: date | None = None
    who: str = ""
    returned_on: date | None = None
    resent_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """An extension (延长答复期限); it takes effect when the applicant is told, not before."""

    decided_on: date
    workdays: int
    told_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A later day fixed for the reply (确定延迟答复的合理期限, Art. 35)."""

    fixed_on: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A dispute (行政复议、行政诉讼): accepted on one day, decided on another or not yet.

    `kind` is review, direct_suit or suit_after_review. `received_on` is the day the applicant
    had the decision; `simplified` says that a review has the shorter period, `prolonged_days`
    by how many days it was put off on `prolonged_on`.
    """

    kind: str
    filed_on: date
    decided_on: date | None = None
    received_on: date | None = None
    simplified: bool = False
    prolonged_on: date | None = None
    prolonged_days: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What moves the reply period of one case; the order of the parts does not matter.

    `received_on` is the day of receipt (收到申请之日), None as long as it is not settled, and
    `receipt` says in Chinese why it is that day; `confirms` says that it must be confirmed
    with the applicant on the day of arrival. `period` names the provision that sets the
    period; `ordered` says that a review or a court did, whose order may name the last day
    itself (`until`). `ended_on` is the day the reply went out or the case was over otherwise,
    which `ending` says, and `reached_on` the day the applicant had the reply. `review_first`
    says that review must come before a suit over the whole reply, or over part of it.
    """

    received_on: date | None
    receipt: str = "收到申请"
    receipt_cites: str = "ogi-2019/31"
    arrived_on: date | None = None
    confirms: bool = False
    period: str = "reply_period"
    ordered: bool = False
    until: date | None = None
    waits: tuple[Wait, ...] = ()
    extensions: tuple[Extension, ...] = ()
    delays: tuple[Delay, ...] = ()
    ended_on: date | None = None
    ending: str = ""
    replied: bool = False
    reached_on: date | None = None
    review_first: str = ""
    contests: tuple[Contest, ...] = ()


def as_of(history: History, on: date) -> History:
    """Return a history as it was known at the end of a day."""
    return replace(
        history,
        received_on=_known(history.received_on, on),
        waits=tuple(_wait_as_of(wait, on) for wait in history.waits if wait.asked_on <= on),
        extensions=tuple(
            _extension_as_of(one, on) for one in history.extensions if one.decided_on <= on
        ),
        delays=tuple(one for one in history.delays if one.fixed_on <= on),
        ended_on=_known(history.ended_on, on),
        reached_on=_known(history.reached_on, on),
        contests=tuple(_contest_as_of(one, on) for one in history.contests if one.filed_on <= on),
    )


def _wait_as_of(wait: Wait, on: date) -> Wait:
    days = (wait.over_on, wait.reached_on, wait.returned_on, wait.resent_on)
    if all((day or on) <= on for day in days):
        return wait
    over, reached, returned, resent = (_known(day, on) for day in days)
    return replace(wait, over_on=over, reached_on=reached, returned_on=returned, resent_on=resent)


def _extension_as_of(extension: Extension, on: date) -> Extension:
    if (extension.told_on or on) <= on:
        return extension
    return replace(extension, told_on=None)


def _contest_as_of(contest: Contest, on: date) -> Contest:
    days = (contest.decided_on, contest.received_on, contest.prolonged_on)
    if all((day or on) <= on for day in days):
        return contest
    decided, received, prolonged = (_known(day, on) for day in days)
    return replace(
        contest,
        decided_on=decided,
        received_on=received,
        prolonged_on=prolonged,
        prolonged_days=contest.prolonged_days if prolonged else 0,
    )


def _known(day: date | None, on: date) -> date | None:
    return day if day is None or day <= on else None
