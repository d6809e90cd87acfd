"""The dates by which annual reports are submitted and published (年度报告的报送、公布期限)."""

from dataclasses import dataclass, replace
from datetime import date, timedelta

from msgspec import field

from ogi.data import Struct, from_data, load
from ogi.errors import UsageError
from ogi.law import Law, Provision, ProvisionName
from ogi.workdays import WorkCalendar

_USUAL = Law()
_DAY = timedelta(1)
_WEEKDAYS = "一二三四五六日"


class ReportLevel(Struct):
    """A level that reports (报送层级): to whom, and whose reports it consolidates."""

    key: str
    label: str
    due: ProvisionName
    to: str
    consolidates: tuple[str, ...] = field(name="from", default=())


@dataclass(frozen=True)
class ReportingDate:
    """The date by which a level reports on a year.

    `day` is the date that the law names; `plan_for` is the last working day up to it, by
    which the work should be done. `notes` say in Chinese why the two differ.
    """

    level: ReportLevel
    report_year: int
    day: date
    plan_for: date
    provision: Provision
    notes: tuple[str, ...] = ()


@from_data
def report_levels() -> dict[str, ReportLevel]:
    """Return every level that reports, by key."""
    return load("clock/reporting.yaml", dict[str, ReportLevel], key="key")


def reporting_date(
    level: str, report_year: int, calendar: WorkCalendar, law: Law = _USUAL
) -> ReportingDate:
    """Return the date by which a level reports on a year.

    A date that is no working day does not move, unless the place says so: plan for the
    working day before it. A year without a holiday notice is planned provisionally, and
    the notes say so. Raises UsageError for a level or a year that is not on file.

    >>> str(reporting_date("department", 2026, WorkCalendar()).plan_for)
    '2027-01-29'
    """
    if level not in report_levels():
        raise UsageError(f"no level {level!r}; there are {', '.join(report_levels())}")
    of = report_levels()[level]
    submitted_in = report_year + 1
    rule = law.provision(of.due, date(submitted_in, 1, 1))
    day = date.fromisoformat(f"{submitted_in}-{rule.value}")
    moves = law.provision("report_date_moves", day)
    planning = replace(calendar, provisional=True)
    notes = list(planning.caveats(day - _DAY, day))
    if moves.value:
        moved = planning.first_on_or_after(day)
        return ReportingDate(of, report_year, moved, moved, rule, (*notes, moves.note))
    plan_for = planning.last_on_or_before(day)
    if plan_for != day:
        notes.insert(0, _not_moved(day, plan_for))
    return ReportingDate(of, report_year, day, plan_for, rule, tuple(notes))


def _not_moved(day: date, plan_for: date) -> str:
    return f"{_said(day)}不是工作日，期限不顺延，应在之前最后一个工作日{_said(plan_for)}前办结"


def _said(day: date) -> str:
    return f"{day.month}月{day.day}日（周{_WEEKDAYS[day.weekday()]}）"
