"""Counting (计数): ledgers into the cells of the form's third and fourth tables."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from ogi.casework import Ledger
from ogi.casework.applicants import applicants
from ogi.casework.outcomes import Precedence, outcomes
from ogi.counting.carried import CarriedCase, ClosingList
from ogi.counting.cases import Case, Gathered, Uncounted, gather
from ogi.counting.choices import Choices
from ogi.counting.course import Course
from ogi.counting.disputes import count_disputes
from ogi.counting.other_ways import OtherWay, other_ways
from ogi.data import fault, from_data, near
from ogi.errors import UsageError
from ogi.form import Edition, Table, edition_for, editions, row_in, why_no_row
from ogi.form import edition as edition_named

Behind = dict[str, list[str]]


@dataclass(frozen=True)
class Count:
    """What a year's ledgers count as in an edition of the form.

    `behind` has the ids behind every cell, totals included; an id stands in a cell as often
    as it counts there. `closing` is the list to be frozen with the report, `opening` the one
    that follows from the ledgers for the year before.
    """

    year: int
    edition: int
    choices: Choices
    behind: Mapping[str, tuple[str, ...]]
    opening: ClosingList
    closing: ClosingList
    other_ways: tuple[OtherWay, ...]
    uncounted: tuple[Uncounted, ...]
    notes: tuple[str, ...]
    gathered: Gathered = field(repr=False, compare=False)

    @cached_property
    def cells(self) -> dict[str, int]:
        """The number in every cell of the two tables, zeros included, in the form's order."""
        tables = edition_named(self.edition).tables
        return {
            address: len(self.behind.get(address, ()))
            for key in ("applications", "disputes")
            for address in tables[key].addresses
        }


def count(
    ledgers: Mapping[str, Ledger],
    year: int,
    *,
    edition: int | None = None,
    choices: Choices | None = None,
    precedence: Precedence | None = None,
) -> Count:
    """Count the ledgers of an organ for a report year; their keys are application numbers.

    A case belongs to the year of its day of receipt, whatever year its reply falls in. The
    edition is that of the year unless one is named. Raises UsageError where there is none.
    """
    choices = choices or Choices()
    form = edition_named(edition) if edition else edition_for(year)
    if form is None:
        raise UsageError(f"there is no statutory form for a report on {year}")
    gathered = gather(ledgers, choices, precedence)
    first, last = date(year, 1, 1), date(year, 12, 31)
    entered = _entered(gathered, form, first, last)
    disputes, more = count_disputes(gathered.courses, last)
    behind = {**entered.behind, **disputes}
    return Count(
        year=year,
        edition=form.year,
        choices=choices,
        behind={address: tuple(sorted(ids)) for address, ids in behind.items()},
        opening=_list(entered.opening, year - 1),
        closing=_list(entered.closing, year),
        other_ways=other_ways(gathered, first, last, choices),
        uncounted=tuple(_uncounted(gathered, last)),
        notes=tuple(sorted(entered.notes)) + more,
        gathered=gathered,
    )


@dataclass(slots=True)
class _Entered:
    """What the cases of a year were entered as, those carried in and out, and notes."""

    behind: Behind = field(default_factory=lambda: defaultdict(list))
    opening: list[Case] = field(default_factory=list)
    closing: list[Case] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def _entered(gathered: Gathered, form: Edition, first: date, last: date) -> _Entered:
    """Enter the cases of a year; note in `gathered` those that the form has no cell for."""
    rows = {code: row_in("applications", row, form) for code, row in rows_of_results().items()}
    columns = {one.key for one in form.tables["applications"].rows[0].columns}
    made = _Entered()
    for case in gathered.cases:
        received, closed = case.received_on, case.closed_on
        if received > last or (closed is not None and closed < first):
            continue
        if (case.course.taken_on or case.course.left_on) and not _is_here(case.course, last):
            continue
        begun, ended = received < first, closed is not None and closed <= last
        if says := _no_place(case, form, columns, rows, ended):
            gathered.uncounted[case.id] = Uncounted(case.id, says)
            continue
        if begun:
            made.opening.append(case)
        if not ended:
            made.closing.append(case)
        _enter(made.behind, case, rows, "carried_in" if begun else "received", ended)
        if case.doubt or not ended:
            made.notes += _notes(case, ended, last)
    _add_totals(made.behind, form.tables["applications"])
    return made


def _is_here(course: Course, last: date) -> bool:
    """Tell whether a case is with this organ when a year ends: it counts where it is then."""
    taken, left = course.taken_on, course.left_on
    return (taken is None or taken <= last) and (left is None or left > last)


def _uncounted(gathered: Gathered, last: date) -> Iterator[Uncounted]:
    """Yield what is not counted, and why; a case that another organ counts among it."""
    elsewhere = {
        case.id: Uncounted(case.id, _whose(case.course))
        for case in gathered.cases
        if case.received_on <= last and not _is_here(case.course, last)
    }
    known = {**gathered.uncounted, **elsewhere}
    return (known[key] for key in sorted(known))


def _whose(course: Course) -> str:
    if course.left_on:
        return f"{course.left_on}已移交{course.organ}，由其计入"
    return f"{course.taken_on}才由{course.organ}移交而来，这一年由其计入"


@from_data
def rows_of_results() -> dict[str, str]:
    """Return the row of the form that each result is counted in; some edition has it."""
    every = {row.key for form in editions() for row in form.tables["applications"].rows}
    for code, one in outcomes().items():
        if one.row not in every:
            says = f"各版格式都没有“{one.row}”一行{near(one.row, every)}"
            raise fault("casework/outcomes.yaml", ("outcomes", code, "row"), says)
    return {code: one.row for code, one in outcomes().items()}


def _no_place(
    case: Case, form: Edition, columns: Set[str], rows: Mapping[str, str | None], ended: bool
) -> str:
    """Say why the form has no cell for a case: its row or its column did not exist then."""
    for unit in case.units:
        if unit.column not in columns:
            return f"{form.name}没有申请人的这一列（{unit.column}），没有计入"
        if ended and rows[unit.code] is None:
            return why_no_row("applications", outcomes()[unit.code].row, form) + "，没有计入"
    return ""


def _enter(
    behind: Behind, case: Case, rows: Mapping[str, str | None], begun: str, ended: bool
) -> None:
    for unit in case.units:
        for address in _addresses(begun, rows[unit.code] if ended else None, unit.column):
            behind[address].append(case.id)


@cache
def _addresses(begun: str, row: str | None, column: str) -> tuple[str, ...]:
    """Return the cells that a unit counts in; one that is not closed has no row of a result."""
    keys = (begun, row, "closed") if row else (begun, "carried_out")
    return tuple(f"applications.{key}.{column}" for key in keys)


def _add_totals(behind: Behind, table: Table) -> None:
    """Add the column 总计, which is the sum over the classes of applicants."""
    names = sorted({one.column for one in applicants().values()})
    for row in table.rows:
        total = [key for name in names for key in behind.get(f"applications.{row.key}.{name}", ())]
        if total:
            behind[f"applications.{row.key}.total"] = total


def _notes(case: Case, ended: bool, last: date) -> Iterator[str]:
    if case.doubt and (ended or case.closed_on is None):
        yield f"{case.id}：{case.doubt}"
    replied = case.course.replied_on
    if not ended and replied is not None and replied <= last and not case.doubt:
        yield f"{case.id}：{replied}已作出答复，到年底还没有送达，列入结转"


def _list(cases: list[Case], year: int) -> ClosingList:
    carried = (
        CarriedCase(case.id, case.received_on, tuple(unit.column for unit in case.units))
        for case in cases
    )
    return ClosingList(year, tuple(sorted(carried, key=lambda one: one.id)))
