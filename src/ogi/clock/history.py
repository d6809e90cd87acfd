"""What happened in a case, as far as the clock is concerned."""

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """Waiting for another (等待): asked on one day, over on another or not yet.

    `kind` is a key of data/waits.yaml. `reached_on` is the day the letter reached whom it
    was for; `until` a day that the letter set; `who` a name where there may be several.
    """

    kind: str
    asked_on: date
    over_on: date | None = None
    reached_on: date | None = None
    until: date | None = None
    who: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """An extension (延长答复期限); it takes effect when the applicant is told."""

    decided_on: date
    workdays: int
    told_on: date | None = None

    @property
    def takes_effect_on(self) -> date:
        """The day the applicant was told, or where that is not known, of the decision."""
        return self.told_on or self.decided_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Delay:
    """A later day fixed for the reply (确定延迟答复的合理期限, Art. 35)."""

    fixed_on: date
    until: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Contest:
    """A dispute (行政复议、行政诉讼): accepted on one day, decided on another or not yet.

    `kind` is review, direct_suit or suit_after_review.
    """

    kind: str
    filed_on: date
    decided_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What moves the reply period of one case; the order of the parts does not matter.

        `received_on` is the day of receipt (收到申请之日), None as long as it is not settled, and
    `receipt` says in Chinese why it is that day; `confirms` says that it must be confirmed
    with the applicant on the day of arrival. `period` names the provision that sets the
    period; `ordered` says that a review or a court did, whose order may name the last day
    itself (`until`). `ended_on` is the day the reply went out or the case was over otherwise,
    which `ending` says, and `reached_on` the day the applicant had the reply.
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
    contests: tuple[Contest, ...] = ()


def as_of(history: History, on: date) -> History:
    """Return a history as it was known at the end of a day."""
    return replace(
        history,
        received_on=_known(history.received_on, on),
        waits=tuple(_wait_as_of(wait, on) for wait in history.waits if wait.asked_on <= on),
        extensions=tuple(one for one in history.extensions if one.takes_effect_on <= on),
        delays=tuple(one for one in history.delays if one.fixed_on <= on),
        ended_on=_known(history.ended_on, on),
        reached_on=_known(history.reached_on, on),
        contests=tuple(
            replace(one, decided_on=_known(one.decided_on, on))
            for one in history.contests
            if one.filed_on <= on
        ),
    )


def _wait_as_of(wait: Wait, on: date) -> Wait:
    if (wait.over_on or on) <= on and (wait.reached_on or on) <= on:
        return wait
    return replace(wait, over_on=_known(wait.over_on, on), reached_on=_known(wait.reached_on, on))


def _known(day: date | None, on: date) -> date | None:
    return day if day is None or day <= on else None
