"""Days by which something is published, withdrawn or disclosed that no application asked for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ogi.errors import UsageError
from ogi.law import Law, Provision
from ogi.workdays import CalendarDay, WorkCalendar

_USUAL = Law()


@dataclass(frozen=True)
class PublicationDue:
    """The last day to act, counted in working days from a day that is itself not counted.

    `notes` say in Chinese what is provisional or differs from the rule.
    """

    day: date
    since: date
    provision: Provision
    calendar: WorkCalendar
    notes: tuple[str, ...] = ()

    def derivation(self) -> Iterator[CalendarDay]:
        """Yield the days counted through, each with the reason why it counts or not."""
        return self.calendar.days(self.since, self.day)

    def days_left(self, on: date) -> int:
        """Return how many working days are left after a day; fewer than none when overdue."""
        if on <= self.day:
            return self.calendar.count(on, self.day)
        return -self.calendar.count(self.day, on)


def publication_due(
    made_on: date, calendar: WorkCalendar, law: Law = _USUAL, *, fixed_on: date | None = None
) -> PublicationDue:
    """Return the last day to publish information made or changed on a day (主动公开期限).

    `fixed_on` is the day that another law or regulation fixes, which goes before.

    >>> publication_due(date(2026, 9, 18), WorkCalendar()).day
    datetime.date(2026, 10, 22)
    """
    if fixed_on is not None:
        if fixed_on < made_on:
            raise UsageError(f"fixed for {fixed_on}, before it was made on {made_on}")
        rule = law.provision("publication_period", made_on)
        return PublicationDue(fixed_on, made_on, rule, calendar, (rule.note,))
    return _due("publication_period", made_on, calendar, law)


def withdrawal_due(undone_on: date, calendar: WorkCalendar, law: Law = _USUAL) -> PublicationDue:
    """Return the last day to withdraw a published penalty that was changed, revoked or held
    unlawful on a day (撤回处罚决定信息).
    """
    return _due("penalty_withdrawal_period", undone_on, calendar, law)


def court_disclosure_due(
    judged_on: date, calendar: WorkCalendar, law: Law = _USUAL
) -> PublicationDue:
    """Return the last day to disclose what a court ordered to be disclosed (法院判令公开)."""
    return _due("court_disclosure_period", judged_on, calendar, law)


def _due(name: str, since: date, calendar: WorkCalendar, law: Law) -> PublicationDue:
    rule = law.provision(name, since)
    day = calendar.add(since, rule.number)
    return PublicationDue(day, since, rule, calendar, calendar.caveats(since, day))
