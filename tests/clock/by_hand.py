"""A reply period counted on the fingers, day by day: what the fold must agree with."""

from dataclasses import replace
from datetime import date, timedelta

from ogi.clock import History, Jurisdiction, Wait, kind_of, last_day

DAY = timedelta(1)
RESTARTING = ("correction", "fee")
FEES_SINCE = date(2021, 1, 1)
PAUSING = ("third_party", "organ")


def due_by_hand(history: History, place: Jurisdiction, start: date | None = None) -> date | None:
    """The last day, found by walking from the day of receipt; delays and orders left out."""
    day = start or history.received_on
    assert day
    first, granted = day, 0
    left = place.law.provision("reply_period", day).number
    most = place.law.provision("extension_period", day).number
    while True:
        for extension in history.extensions:
            if extension.told_on == day >= first:
                more = min(extension.workdays, most - granted)
                left, granted = left + more, granted + more
        for wait in history.waits:
            if wait.kind in RESTARTING and wait.asked_on == day and _in_time(wait, history, place):
                rest = replace(history, waits=tuple(one for one in history.waits if one != wait))
                return due_by_hand(rest, place, wait.over_on) if wait.over_on else None
        if left == 0:
            return day
        day += DAY
        if place.calendar.is_workday(day) and not any(
            _left_out(wait, day, place) for wait in history.waits
        ):
            left -= 1


def _in_time(wait: Wait, history: History, place: Jurisdiction) -> bool:
    """A correction begins the period anew only when asked for within seven days, a fee only
    since there are any.
    """
    if wait.kind == "fee":
        return wait.asked_on >= FEES_SINCE
    assert history.received_on
    return place.calendar.count(history.received_on, wait.asked_on) <= 7


def _left_out(wait: Wait, day: date, place: Jurisdiction) -> bool:
    if wait.kind not in PAUSING:
        return False
    ends = [one for one in (wait.over_on, last_day(wait, place)) if one]
    assert ends, f"{kind_of(wait).label} without an end"
    return wait.asked_on < day <= min(ends)
