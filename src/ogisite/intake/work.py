"""My work (我的工作): what has to be done today, and why, in the order of urgency (ui 3.10)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import chain

from django.db.models import Count, Q, QuerySet

from ogi.clock import kind_of, last_day
from ogi.docket import Opening, Standing, standing
from ogi.workdays import WorkCalendar
from ogisite.core.models import Person
from ogisite.core.templatetags.ogi import short_day
from ogisite.intake.calendars import Calendar, work_calendar
from ogisite.intake.ledgers import ledger_of
from ogisite.intake.listing import still_waiting
from ogisite.intake.models import Case
from ogisite.intake.policy import worked_by
from ogisite.intake.selectors import openings
from ogisite.intake.wording import ActWords, WaitWords, work_words

_WEEK = 7


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do: the act, its case, the last day, why, and where the law says so."""

    case: Case
    act: str
    words: ActWords
    by: date | None
    when: str
    why: str
    mine: bool


@dataclass(frozen=True, slots=True)
class Waiting:
    """One case that waits for others: for whom, until when, and what happens then."""

    case: Case
    whom: str
    until: date | None
    words: WaitWords


@dataclass(frozen=True, slots=True)
class Figures:
    """How much is under way in the organs where a person works; each opens to its list."""

    open: int
    waiting: int
    received: int


@dataclass(frozen=True, slots=True)
class Work:
    """The work of a person on a day, in the fixed groups."""

    on: date
    next_day: date
    late: tuple[Task, ...]
    today: tuple[Task, ...]
    soon: tuple[Task, ...]
    later: tuple[Task, ...]
    waiting: tuple[Waiting, ...]
    calendar: Calendar
    figures: Figures

    @property
    def count(self) -> int:
        """How many things are to be done before the next day in the office."""
        return len(self.late) + len(self.today) + len(self.soon)


def next_office_day(person: Person, on: date) -> date:
    """Return the next day on which a person is in the office: their weekday, else in a week."""
    if person.office_weekday is None:
        return on + timedelta(_WEEK)
    ahead = (person.office_weekday - on.weekday()) % _WEEK or _WEEK
    return on + timedelta(ahead)


def work_of(person: Person, on: date) -> Work:
    """Return what a person has to do on a day."""
    open_cases = worked_by(person, on).filter(is_over=False)
    cases = open_cases.select_related("organ", "chain", "handler").order_by("due_on", "id")
    groups: dict[str, list[Task]] = {"late": [], "today": [], "soon": [], "later": []}
    waiting: list[Waiting] = []
    upcoming = next_office_day(person, on)
    for case in cases.filter(~Q(state="new")):
        ledger = ledger_of(case)
        stands = standing(ledger, on, case.organ.jurisdiction)
        if stands.clock.waits:
            waiting += _waiting(case, stands)
            continue
        if task := _task(case, person, on, stands, openings(case, person, on, ledger).first):
            groups[_group(task, on, upcoming)].append(task)
    tasks = {name: tuple(found) for name, found in groups.items()}
    due = (one.by for one in chain(*tasks.values()) if one.by)
    figures = _figures(open_cases, worked_by(person, on), on)
    return Work(
        on,
        upcoming,
        **tasks,
        waiting=tuple(waiting),
        calendar=work_calendar(on, due),
        figures=figures,
    )


def _figures(open_cases: QuerySet[Case], cases: QuerySet[Case], on: date) -> Figures:
    counted = open_cases.aggregate(all=Count("pk"), waiting=Count("pk", filter=still_waiting(on)))
    this_year = cases.filter(received_on__year=on.year)
    return Figures(counted["all"], counted["waiting"], this_year.count())


def _group(task: Task, on: date, upcoming: date) -> str:
    if task.by is None:
        return "later"
    if task.by < on:
        return "late"
    return "today" if task.by == on else "soon" if task.by <= upcoming else "later"


def _task(
    case: Case, person: Person, on: date, stands: Standing, first: Opening | None
) -> Task | None:
    """Return what is to be done in a case: by this person, or by another where they handle it."""
    act = first.act if first else work_words().next.get(case.state, "")
    if not act or (first is None and case.handler_id != person.pk):
        return None
    words = work_words().acts[act]
    by = None if words.open_ended else on if words.same_day else stands.due
    if words.same_day and case.arrived_on < on:
        by = case.arrived_on
    return Task(
        case=case,
        act=act,
        words=words,
        by=by,
        when=_when(by, stands, on),
        why=_why(case, words, stands),
        mine=first is not None,
    )


def _when(by: date | None, stands: Standing, on: date) -> str:
    if by is None:
        return "尽快"
    calendar = WorkCalendar().lenient
    if by < on:
        return f"逾期{stands.overdue or calendar.count(by, on)}个工作日"
    return "今天" if by == on else f"还有{calendar.count(on, by)}个工作日"


def _why(case: Case, words: ActWords, stands: Standing) -> str:
    says = words.why.format(
        channel=case.channel_label,
        arrived=short_day(case.arrived_on),
        received=short_day(case.received_on),
        state=stands.state.label,
    )
    return f"{says}{stands.why}。" if stands.overdue and stands.why else says


def _waiting(case: Case, stands: Standing) -> Iterator[Waiting]:
    for wait in stands.clock.waits:
        kind, words = kind_of(wait), work_words().waits[wait.kind]
        until = last_day(wait, case.organ.jurisdiction)
        yield Waiting(case, f"{kind.whom}：{kind.label}", until, words)
