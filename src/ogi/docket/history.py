"""From a ledger to what the clock needs to know of it."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from ogi.casework.acts import Act, Ledger, key_of
from ogi.casework.afterwards import DisputeDecided, DisputeFiled, Reopened, Withdrawn
from ogi.casework.asking import CorrectionLapsed, FeeLapsed, LetterReached
from ogi.casework.channels import DeliveryWay
from ogi.casework.intake import Arrived, Confirmed, Split
from ogi.casework.labels import act_label
from ogi.casework.progress import in_order, progress
from ogi.casework.receipt import receipt_rule
from ogi.casework.replying import Delivered, Extended, ReplyDelayed
from ogi.clock import Contest, Delay, Extension, History
from ogi.docket.waits import waits_of
from ogi.law import versions

_USUAL, _ORDERED = "reply_period", "court_disclosure_period"
_ORDER_CITES = "disclosure-cases-2025/11"


def history(ledger: Ledger) -> History:
    """Return what moves the clock of a case; the order of the ledger does not matter.

    >>> from datetime import date
    >>> from ogi.casework import Channel
    >>> history((Arrived(on=date(2026, 9, 18), channel=Channel.IN_PERSON),)).received_on
    datetime.date(2026, 9, 18)
    """
    if any(type(act) is Reopened for act in ledger):  # where a round begins, the state decides
        return history_of(progress(ledger).acts)
    return history_of(in_order(ledger))


def history_of(acts: Sequence[Act]) -> History:
    """Return what moves the clock, from acts that are in their order.

    An order to act again begins a round of its own; what came before no longer moves it.
    """
    order: Reopened | None = None
    now: list[Act] = []
    disputes: list[DisputeFiled | DisputeDecided] = []
    for act in acts:
        if isinstance(act, Reopened):
            order, now = act, []
        elif isinstance(act, DisputeFiled | DisputeDecided):
            disputes.append(act)
        else:
            now.append(act)
    return _history(now, order, tuple(_contests(disputes)))


def _history(now: Sequence[Act], order: Reopened | None, contests: tuple[Contest, ...]) -> History:
    kinds: dict[type, list[Any]] = {}
    for act in now:
        kinds.setdefault(type(act), []).append(act)
    arrived: Arrived | None = kinds.get(Arrived, [None])[0]
    received_on, receipt, cites = _receipt(arrived, kinds.get(Confirmed, []))
    if order:
        received_on, receipt, cites = order.on, "收到复议决定或者裁判", _ORDER_CITES
    ended = next((act for act in now if type(act) in _ENDINGS), None)
    return History(
        received_on=received_on,
        receipt=receipt,
        receipt_cites=cites,
        arrived_on=arrived.on if arrived else None,
        confirms=bool(arrived and receipt_rule(arrived.channel).same_day),
        period=_period(order),
        ordered=bool(order),
        until=order.until if order else None,
        waits=waits_of(now),
        extensions=tuple(
            Extension(decided_on=act.on, workdays=act.workdays, told_on=act.told_on)
            for act in kinds.get(Extended, ())
        ),
        delays=tuple(
            Delay(fixed_on=act.on, until=act.until) for act in kinds.get(ReplyDelayed, ())
        ),
        ended_on=ended.on if ended else None,
        ending=_ending(ended),
        replied=isinstance(ended, Delivered),
        reached_on=_reached(ended, kinds.get(LetterReached, [])),
        contests=contests,
    )


_ENDINGS = frozenset((Delivered, Withdrawn, CorrectionLapsed, FeeLapsed, Split))


def _period(order: Reopened | None) -> str:
    """Return the provision that sets the period; an order older than its own has the usual one."""
    if order and order.on >= versions(_ORDERED)[0].since:
        return _ORDERED
    return _USUAL


def _ending(ended: Act | None) -> str:
    if isinstance(ended, Delivered):
        return "答复交邮" if ended.way is DeliveryWay.POST else "答复送达"
    return act_label(key_of(ended)) if ended else ""


def _receipt(
    arrived: Arrived | None, confirmed: Sequence[Confirmed]
) -> tuple[date | None, str, str]:
    if arrived is None:
        return None, "", "ogi-2019/31"
    rule = receipt_rule(arrived.channel)
    day: date | None = arrived.on
    if rule.confirms:
        day = confirmed[0].on if confirmed else None
    return day, f"{arrived.channel.label}，{rule.why}", rule.reference


def _reached(ended: Act | None, letters: Sequence[LetterReached]) -> date | None:
    if not isinstance(ended, Delivered):
        return None
    told = next((one.on for one in letters if one.letter == "delivered"), None)
    posted = ended.way is DeliveryWay.POST
    return ended.reached_on or told or (None if posted else ended.on)


def _contests(disputes: Sequence[DisputeFiled | DisputeDecided]) -> Iterator[Contest]:
    decided = {act.dispute: act.on for act in disputes if isinstance(act, DisputeDecided)}
    for act in disputes:
        if isinstance(act, DisputeFiled):
            on = decided.get(act.dispute)
            yield Contest(kind=act.kind.value, filed_on=act.on, decided_on=on)
