"""The course of a case (办理经过): when it came in, when it was closed, and with what."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ogi.casework import Ledger
from ogi.casework.afterwards import DisputeDecided, DisputeFiled, StruckOut, Withdrawn
from ogi.casework.asking import CorrectionLapsed, CorrectionReceived, FeeLapsed
from ogi.casework.intake import Arrived, Confirmed, HandedOver, Split, TakenOver
from ogi.casework.parties import Item
from ogi.casework.replying import Delivered, Replied
from ogi.casework.strikes import effective
from ogi.counting.known import Known

# What closes a case without a reply; where several fall on one day the first of these counts.
WITHDRAWN = "D63"
_ENDINGS: dict[type[Any], str] = {Withdrawn: WITHDRAWN, CorrectionLapsed: "D61", FeeLapsed: "D62"}
_DISPUTES = (DisputeFiled, DisputeDecided)
_MOVES = (HandedOver, TakenOver)
_UNUSUAL = frozenset((Split, StruckOut, CorrectionReceived, *_MOVES, *_DISPUTES, *_ENDINGS))
_USUAL = frozenset((Arrived, Confirmed, Replied, Delivered))
_WATCHED = _USUAL | _UNUSUAL

_Found = dict[type[Any], list[Any]]


@dataclass(slots=True)
class Course:
    """What counting needs of a ledger; what is recorded later changes no year that is over.

    `closed_on` is the first day on which the case was closed; a reply made anew after a
    dispute closes nothing. `reply` is the reply that closed it, else `ending` is the code of
    what did. From `split_on` on, `parts` are handled in its stead. `items` are those asked for
    when the year of receipt was over. The case came from another organ on `taken_on`, and went
    to another (`organ`) on `left_on`.
    """

    arrived: Arrived | None
    received_on: date | None
    closed_on: date | None = None
    reply: Replied | None = None
    ending: str = ""
    replied_on: date | None = None
    split_on: date | None = None
    parts: tuple[str, ...] = ()
    items: tuple[Item, ...] = ()
    taken_on: date | None = None
    left_on: date | None = None
    organ: str = ""
    disputes: tuple[DisputeFiled | DisputeDecided, ...] = ()


def course_of(ledger: Ledger, known: Known, closes_on: str = "delivered") -> Course:
    """Follow a case through its ledger, in whatever order it was recorded.

    `closes_on` is one of the ways of choices.yaml.
    """
    found: _Found = {}
    for act in ledger:
        kind = type(act)
        if kind in _WATCHED:
            if kind in found:
                found[kind].append(act)
            else:
                found[kind] = [act]
    if StruckOut in found:
        return course_of(effective(ledger), known, closes_on)
    arrived = _first(found[Arrived]) if Arrived in found else None
    course = Course(arrived, None)
    if arrived:
        course.items, course.received_on = arrived.items, arrived.on
        if arrived.channel in known.confirmed:
            course.received_on = _confirmed_on(arrived, found.get(Confirmed, ()), known)
    if Replied in found:
        _close_by_reply(course, found[Replied], found.get(Delivered, ()), closes_on)
    if not _USUAL.issuperset(found):
        _add_unusual(course, found)
    return course


def _add_unusual(course: Course, found: _Found) -> None:
    corrected = found.get(CorrectionReceived, ())
    if corrected:
        course.items = _items_of(course, corrected)
        found[CorrectionLapsed] = [
            act for act in found.get(CorrectionLapsed, ()) if not _taken_back(act, corrected)
        ]
    for kind, code in _ENDINGS.items():
        if found.get(kind) and _earlier(day := _first(found[kind]).on, course.closed_on):
            course.closed_on, course.reply, course.ending = day, None, code
    if TakenOver in found:
        course.taken_on, course.organ = _first(found[TakenOver]).on, _first(found[TakenOver]).organ
    if HandedOver in found and _earlier(day := _first(found[HandedOver]).on, course.closed_on):
        course.left_on, course.organ = day, _first(found[HandedOver]).organ
        course.closed_on, course.reply, course.ending = None, None, ""
    if Split in found:
        split = _first(found[Split])
        course.split_on, course.parts = split.on, split.into
    course.disputes = tuple(act for kind in _DISPUTES for act in found.get(kind, ()))


def _items_of(course: Course, corrected: Sequence[CorrectionReceived]) -> tuple[Item, ...]:
    """Return what was asked for at the end of the year of receipt; a later correction changes
    no year that is over.
    """
    year = course.received_on.year if course.received_on else 0
    known = [act for act in corrected if act.items and act.on.year <= year]
    return max(known, key=lambda act: act.on).items if known else course.items


def _taken_back(lapsed: CorrectionLapsed, corrected: Sequence[CorrectionReceived]) -> bool:
    """Tell whether a correction that came late took a lapse back within its year."""
    return any(lapsed.on <= act.on and act.on.year == lapsed.on.year for act in corrected)


def _confirmed_on(
    arrived: Arrived, confirmations: Sequence[Confirmed], known: Known
) -> date | None:
    at_once = arrived.on if arrived.channel in known.at_once else None
    return min((one.on for one in confirmations), default=at_once)


def _close_by_reply(
    course: Course, replies: list[Replied], deliveries: Sequence[Delivered], closes_on: str
) -> None:
    """Close the case on the first delivery of a reply, with the newest reply of that day."""
    first = _first(replies).on
    days = replies if closes_on == "replied" else deliveries
    closed = min((one.on for one in days if one.on >= first), default=None)
    course.replied_on = first
    if closed is not None:
        course.closed_on = closed
        made = [one for one in replies if one.on <= closed]
        course.reply = made[0] if len(made) == 1 else max(made, key=_reply_order)


def _reply_order(reply: Replied) -> tuple[date, str, tuple[str, ...]]:
    return reply.on, reply.number, tuple(result.outcome for result in reply.results)


def _first(acts: list[Any]) -> Any:
    return acts[0] if len(acts) == 1 else min(acts, key=lambda act: act.on)


def _earlier(day: date, other: date | None) -> bool:
    return other is None or day < other
