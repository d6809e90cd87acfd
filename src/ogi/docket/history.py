"""From a ledger to what the clock needs to know of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from ogi.casework.acts import Act, Ledger, key_of
from ogi.casework.afterwards import (
    DisputeDecided,
    DisputeFiled,
    Reopened,
    ReviewProlonged,
    Withdrawn,
)
from ogi.casework.asking import CorrectionLapsed, CorrectionReceived, FeeLapsed, LetterReached
from ogi.casework.channels import DeliveryWay
from ogi.casework.intake import Arrived, Confirmed, HandedOver, Split
from ogi.casework.labels import act_label
from ogi.casework.outcomes import outcomes, review_first
from ogi.casework.progress import in_order, progress
from ogi.casework.receipt import receipt_rule
from ogi.casework.replying import Delivered, Extended, Replied, ReplyDelayed
from ogi.casework.strikes import effective
from ogi.clock import Contest, Delay, Extension, History, Jurisdiction, in_force
from ogi.docket.orders import orders_open
from ogi.docket.waits import waits_of
from ogi.law import versions

_USUAL, _ORDERED = "reply_period", "court_disclosure_period"
_ORDER_CITES = "disclosure-cases-2025/11"
# No article sets a period for a reply that an organ corrects by itself: the usual one is taken.
_CORRECTED = ("自行纠正，重新办理", "ogi-2019/33/2")


def history(ledger: Ledger, place: Jurisdiction | None = None) -> History:
    """Return what moves the clock of a case; the order of the ledger does not matter.

    >>> from datetime import date
    >>> from ogi.casework import Channel
    >>> history((Arrived(on=date(2026, 9, 18), channel=Channel.IN_PERSON),)).received_on
    datetime.date(2026, 9, 18)
    """
    ledger = effective(ledger)
    if Reopened in map(type, ledger):  # where a round begins, the state decides
        return history_of(progress(ledger).acts, place)
    return history_of(in_order(ledger), place)


def history_of(acts: Sequence[Act], place: Jurisdiction | None = None) -> History:
    """Return what moves the clock, from acts that are in their order.

    An order to act again, or a correction of its own by the organ, begins a round of its own;
    what came before no longer moves it.
    """
    order: Reopened | None = None
    ordered = False
    now: list[Act] = []
    disputes: list[Act] = []
    for act in acts:
        kind = type(act)
        if isinstance(act, Reopened):
            order, now, ordered = act, [], act.dispute in orders_open(disputes)
        elif kind in _DISPUTES:
            disputes.append(act)
        else:
            now.append(act)
            if kind is LetterReached:
                disputes.append(act)
    return _history(now, order, ordered, contests_of(disputes), place or _USUAL_PLACE)


_USUAL_PLACE = Jurisdiction()
_DISPUTES = frozenset((DisputeFiled, DisputeDecided, ReviewProlonged))


def _history(
    now: Sequence[Act],
    order: Reopened | None,
    ordered: bool,
    contests: tuple[Contest, ...],
    place: Jurisdiction,
) -> History:
    kinds: dict[type, list[Any]] = {}
    for act in now:
        kinds.setdefault(type(act), []).append(act)
    arrived: Arrived | None = kinds.get(Arrived, [None])[0]
    letters: list[LetterReached] = kinds.get(LetterReached, [])
    received_on, receipt, cites = _receipt(arrived, kinds.get(Confirmed, []), place)
    if order:
        receipt, cites = ("收到复议决定或者裁判", _ORDER_CITES) if ordered else _CORRECTED
        received_on = order.on
    ended = _ended(now)
    return History(
        received_on=received_on,
        receipt=receipt,
        receipt_cites=cites,
        arrived_on=arrived.on if arrived else None,
        confirms=bool(arrived and receipt_rule(arrived.channel).confirms),
        period=_period(order if ordered else None),
        ordered=ordered,
        until=order.until if order else None,
        waits=waits_of(now),
        extensions=tuple(_extensions(kinds.get(Extended, ()), letters)),
        delays=tuple(
            Delay(fixed_on=act.on, until=act.until) for act in kinds.get(ReplyDelayed, ())
        ),
        ended_on=ended.on if ended else None,
        ending=_ending(ended),
        replied=type(ended) in _DISPUTABLE,
        reached_on=reached_on(ended, kinds.get(Delivered, []), letters),
        review_first=_review_first(kinds.get(Replied, [])) if ended else "",
        contests=contests,
    )


_DISPUTABLE = frozenset((Delivered, CorrectionLapsed, FeeLapsed))
_ENDINGS = frozenset((*_DISPUTABLE, Withdrawn, Split, HandedOver))


def _ended(now: Sequence[Act]) -> Act | None:
    """Return the act that ended the case; a correction that came late takes its lapse back."""
    ended: Act | None = None
    for act in now:
        if ended is None and type(act) in _ENDINGS:
            ended = act
        elif isinstance(ended, CorrectionLapsed) and isinstance(act, CorrectionReceived):
            ended = None
    return ended


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
    arrived: Arrived | None, confirmed: Sequence[Confirmed], place: Jurisdiction
) -> tuple[date | None, str, str]:
    """Return the day of receipt, why it is that day, and where the law says so."""
    if arrived is None:
        return None, "", "ogi-2019/31"
    rule = receipt_rule(arrived.channel)
    day: date | None = arrived.on
    if rule.confirms and not confirmed:
        at_once = in_force("platform_receipt_confirms", arrived.on, place)
        rule = receipt_rule(arrived.channel, by_platform=bool(at_once and at_once.value))
    if rule.confirms:
        day = confirmed[0].on if confirmed else None
    return day, f"{arrived.channel.label}，{rule.why}", rule.reference


def _extensions(
    extended: Sequence[Extended], letters: Sequence[LetterReached]
) -> Iterator[Extension]:
    """Yield the extensions, each told when the act says so, or when its letter arrived."""
    came = [one.on for one in letters if one.letter == "extended"]
    for act in extended:
        told = act.told_on or next((day for day in came if day >= act.on), None)
        if not act.told_on and told:
            came.remove(told)
        yield Extension(decided_on=act.on, workdays=act.workdays, told_on=told)


def reached_on(
    ended: Act | None, deliveries: Sequence[Delivered], letters: Sequence[LetterReached]
) -> date | None:
    """Return the day the applicant had the reply, by whichever delivery came first; of an
    application that was given up, the day that the letter about it arrived.
    """
    if ended is None:
        return None
    days = [one.on for one in letters if one.letter == key_of(ended)]
    if isinstance(ended, Delivered):
        days += [one.reached_on for one in deliveries if one.reached_on]
        days += [one.on for one in deliveries if one.way is not DeliveryWay.POST and not days]
    return min(days, default=None)


def _review_first(replies: Sequence[Replied]) -> str:
    """Tell whether review must come first over the whole of a reply, over part of it or not."""
    if not replies:
        return ""
    reply = replies[-1]
    known = [one for one in reply.results if one.outcome in outcomes()]
    first = [one for one in known if review_first(one.outcome, one.grounds, reply.on)]
    if not first:
        return ""
    partly = any(outcomes()[one.outcome].family == "partly_granted" for one in first)
    return "part" if partly or len(first) < len(known) else "whole"


def contests_of(disputes: Sequence[Act]) -> tuple[Contest, ...]:
    """Return the disputes of a case, with what became of each."""
    found: dict[str, Contest] = {}
    for act in disputes:
        match act:
            case DisputeFiled():
                kind = act.kind.value
                found[act.dispute] = Contest(kind=kind, filed_on=act.on, simplified=act.simplified)
            case DisputeDecided() if act.dispute in found:
                known = found[act.dispute]
                found[act.dispute] = replace(known, decided_on=act.on, received_on=act.received_on)
            case ReviewProlonged() if act.dispute in found:
                known = found[act.dispute]
                found[act.dispute] = replace(known, prolonged_on=act.on, prolonged_days=act.days)
            case LetterReached() if act.letter == "dispute_decided" and act.party in found:
                known = found[act.party]
                day = known.received_on or act.on
                found[act.party] = replace(known, received_on=day)
    return tuple(found.values())
