"""A date of a case (期限): its number, whose it is, its basis, and how a provision sets it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from ogi.clock.date_rules import date_rules
from ogi.clock.jurisdiction import Jurisdiction
from ogi.clock.terms import in_force, last_day_of
from ogi.clock.waits import not_on_file
from ogi.errors import UnknownYearError
from ogi.law import Citation, Provision


@dataclass(frozen=True, slots=True)
class DueDate:
    """A date of a case. `day` is the last day, None while it is not known; `why` says why it
    is not, or what is not settled about it. `whose` must act, and `then` says in Chinese what
    follows when nothing is done. `provisional` says that its day rests on a year whose holidays
    are not on file.
    """

    code: str
    label: str
    day: date | None
    whose: str
    since: date | None
    cites: Citation
    then: str = ""
    why: str = ""
    provisional: bool = False


def by_provision(
    code: str, since: date, place: Jurisdiction, name: str = "", more: int = 0
) -> Iterator[DueDate]:
    """Yield a date that a provision alone sets, `more` days later where something put it off;
    none where the provision is not on file for that day.
    """
    term = in_force(name or date_rules()[code].provision or "", since, place)
    if term is None:
        return
    if more:
        term = replace(term, value=term.number + more)
    day, why = _reckoned(since, term, place)
    one = made(code, day, since, term.cites, why)
    yield replace(one, provisional=True) if day and why else one


def _reckoned(since: date, term: Provision, place: Jurisdiction) -> tuple[date | None, str]:
    """Return a last day, and what about it is not settled: of a period in days or months only
    whether its last day is a rest day, of one in working days the day itself.
    """
    try:
        day = last_day_of(since, term, place.calendar.lenient)
    except UnknownYearError as error:
        return None, f"{error.year}年的放假安排没有收录"
    counted = term.unit == "working_day"
    if place.calendar.settles(since if counted else day - timedelta(1), day):
        return day, ""
    why = not_on_file(day.year, day)
    return (None, why) if counted else (day, why)


def made(code: str, day: date | None, since: date, cites: Citation, why: str = "") -> DueDate:
    """Return a date under its number, with what its file says of it."""
    rule = date_rules()[code]
    return DueDate(code, rule.label, day, rule.whose, since, cites, rule.then, why)
