"""From a ledger to what the clock needs to know of it."""

from collections.abc import Sequence
from datetime import date

from ogi.casework.acts import Act, Ledger, key_of
from ogi.casework.afterwards import DisputeDecided, DisputeFiled, Reopened, Withdrawn
from ogi.casework.asking import (
    CorrectionAsked,
    CorrectionLapsed,
    CorrectionReceived,
    FeeLapsed,
    FeeNoticed,
    FeePaid,
    HelpAsked,
    HelpGiven,
    LetterReached,
    OrganAnswered,
    OrganAsked,
    OrganSilent,
    ReasonsAsked,
    ReasonsGiven,
    ReasonsLapsed,
    ThirdPartyAnswered,
    ThirdPartyAsked,
    ThirdPartySilent,
)
from ogi.casework.channels import DeliveryWay
from ogi.casework.intake import Arrived, Confirmed, Split
from ogi.casework.labels import act_label
from ogi.casework.progress import progress
from ogi.casework.receipt import receipt_rule
from ogi.casework.replying import Delivered, Extended, ReplyDelayed
from ogi.clock import Contest, Delay, Extension, History, Wait
from ogi.law import versions

_USUAL, _ORDERED = "reply_period", "court_disclosure_period"
_ORDER_CITES = "disclosure-cases-2025/11"


def history(ledger: Ledger) -> History:
    """Return what moves the clock of a case; the order of the ledger does not matter."""
    return history_of(progress(ledger).acts)


def history_of(acts: Sequence[Act]) -> History:
    """Return what moves the clock, from acts that are in their order.

    An order to act again begins a round of its own; what came before no longer moves it.
    """
    begun = max((at for at, act in enumerate(acts) if isinstance(act, Reopened)), default=None)
    contests = tuple(_contests(acts))
    if begun is None:
        return _round(acts, contests)
    order = acts[begun]
    assert isinstance(order, Reopened)
    return _round(acts[begun + 1 :], contests, order)


def _round(
    acts: Sequence[Act], contests: tuple[Contest, ...], order: Reopened | None = None
) -> History:
    arrived = next((act for act in acts if isinstance(act, Arrived)), None)
    received_on, receipt, cites = _receipt(acts, arrived)
    if order:
        received_on, receipt, cites = order.on, "收到复议决定或者裁判", _ORDER_CITES
    ended = next((act for act in acts if isinstance(act, _ENDINGS)), None)
    return History(
        received_on=received_on,
        receipt=receipt,
        receipt_cites=cites,
        arrived_on=arrived.on if arrived else None,
        confirms=bool(arrived and receipt_rule(arrived.channel).confirms),
        period=_period(order),
        ordered=bool(order),
        until=order.until if order else None,
        waits=tuple(_waits(acts)),
        extensions=tuple(
            Extension(decided_on=act.on, workdays=act.workdays, told_on=act.told_on)
            for act in acts
            if isinstance(act, Extended)
        ),
        delays=tuple(
            Delay(fixed_on=act.on, until=act.until) for act in acts if isinstance(act, ReplyDelayed)
        ),
        ended_on=ended.on if ended else None,
        ending=_ending(ended),
        replied=isinstance(ended, Delivered),
        reached_on=_reached(acts, ended),
        contests=contests,
    )


_ENDINGS = Delivered | Withdrawn | CorrectionLapsed | FeeLapsed | Split


def _receipt(acts: Sequence[Act], arrived: Arrived | None) -> tuple[date | None, str, str]:
    if arrived is None:
        return None, "", "ogi-2019/31"
    rule = receipt_rule(arrived.channel)
    day: date | None = arrived.on
    if rule.confirms:
        day = next((act.on for act in acts if isinstance(act, Confirmed)), None)
    return day, f"{arrived.channel.label}，{rule.why}", rule.reference


def _period(order: Reopened | None) -> str:
    """Return the provision that sets the period; an order older than its own has the usual one."""
    if order and order.on >= versions(_ORDERED)[0].since:
        return _ORDERED
    return _USUAL


def _ending(ended: Act | None) -> str:
    if isinstance(ended, Delivered):
        return "答复交邮" if ended.way is DeliveryWay.POST else "答复送达"
    return act_label(key_of(ended)) if ended else ""


def _reached(acts: Sequence[Act], ended: Act | None) -> date | None:
    if not isinstance(ended, Delivered):
        return None
    told = next(
        (act.on for act in acts if isinstance(act, LetterReached) and act.letter == "delivered"),
        None,
    )
    posted = ended.way is DeliveryWay.POST
    return ended.reached_on or told or (None if posted else ended.on)


def _contests(acts: Sequence[Act]) -> list[Contest]:
    decided = {act.dispute: act.on for act in acts if isinstance(act, DisputeDecided)}
    return [
        Contest(kind=act.kind.value, filed_on=act.on, decided_on=decided.get(act.dispute))
        for act in acts
        if isinstance(act, DisputeFiled)
    ]


def _waits(acts: Sequence[Act]) -> list[Wait]:
    return [wait for at, act in enumerate(acts) if (wait := _wait(act, acts[at + 1 :]))]


def _wait(act: Act, later: Sequence[Act]) -> Wait | None:
    """Return the wait that an act begins, with its end among the acts that come later."""
    who = ""
    until: date | None = None
    match act:
        case CorrectionAsked():
            kind, until = "correction", act.until
            over = _first(later, CorrectionReceived)
        case ThirdPartyAsked():
            kind, who = "third_party", act.party
            over = _first(later, ThirdPartyAnswered, ThirdPartySilent, party=who)
        case OrganAsked():
            kind, who = "organ", act.organ
            over = _first(later, OrganAnswered, OrganSilent, organ=who)
        case ReasonsAsked():
            kind, until = "reasons", act.until
            over = _first(later, ReasonsGiven, ReasonsLapsed)
        case HelpAsked():
            kind, who, until = "help", act.unit, act.until
            over = _first(later, HelpGiven, unit=who)
        case FeeNoticed():
            kind = "fee"
            over = _first(later, FeePaid)
        case _:
            return None
    reached = None if isinstance(act, HelpAsked) else act.delivered_on
    return Wait(
        kind=kind,
        asked_on=act.on,
        over_on=over,
        reached_on=reached or _first(later, LetterReached, letter=key_of(act), party=who),
        until=until,
        who=who,
    )


def _first(acts: Sequence[Act], *kinds: type[Act], **wanted: str) -> date | None:
    """Return the day of the first act of some kinds with the values wanted."""
    for act in acts:
        if isinstance(act, kinds) and all(
            getattr(act, name) == value for name, value in wanted.items()
        ):
            return act.on
    return None
