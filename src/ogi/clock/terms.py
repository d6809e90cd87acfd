"""The last day of a period of the law, in working days, days or months."""

from calendar import monthrange
from datetime import date, timedelta

from ogi.clock.jurisdiction import Jurisdiction
from ogi.errors import UnknownYearError, UsageError
from ogi.law import Provision, versions
from ogi.workdays import WorkCalendar


def in_force(name: str, on: date, place: Jurisdiction) -> Provision | None:
    """Return a provision as it stands on a day; None before there was one."""
    try:
        return place.law.provision(name, on)
    except UsageError:
        versions(name)  # raises it again for a name that is not on file
        return None


def last_day_of(start: date, term: Provision, calendar: WorkCalendar) -> date:
    """Return the last day of a period that starts after a day.

    A period of days or months that ends on a rest day ends on the first working day after
    it (民事诉讼法第八十五条); so does one that ends in a year whose holidays are not on file
    yet, as far as they are fixed by regulation. Raises UnknownYearError for working days of
    such a year, unless they may be told provisionally.
    """
    if term.unit == "working_day":
        return calendar.add(start, term.number)
    day = _calendar_day(start, term)
    try:
        return calendar.lenient.first_on_or_after(day)
    except UnknownYearError:
        return day


def _calendar_day(start: date, term: Provision) -> date:
    if term.unit == "day":
        return start + timedelta(term.number)
    if term.unit == "month":
        years, month = divmod(start.month - 1 + term.number, _MONTHS)
        year, month = start.year + years, month + 1
        return date(year, month, min(start.day, monthrange(year, month)[1]))
    raise UsageError(f"{term.name} is in {term.unit}, which is no period of a case")


_MONTHS = 12
