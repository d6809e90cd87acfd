"""What an application counts as (计数单位): its columns and, once closed, its rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from ogi.casework import ItemResult
from ogi.casework.outcomes import Decisive, Precedence, decisive
from ogi.counting.choices import Choices
from ogi.counting.course import Course
from ogi.counting.known import Known


@dataclass(frozen=True, slots=True)
class Unit:
    """One count: the column of its applicant, and the code of its result if it is closed."""

    column: str
    code: str = ""


@dataclass(frozen=True, slots=True)
class Closing:
    """The results with which an application was closed: of the whole, and of each item."""

    whole: Decisive
    by_item: dict[str, str]


def columns_of(course: Course, joint: str, known: Known) -> tuple[str, ...]:
    """Return the columns in which an application counts; none where no applicant is named."""
    named = course.arrived.applicants if course.arrived else ()
    counted = named if joint == "each" else named[:1]
    return tuple([known.columns[one.kind] for one in counted])


def closing_of(course: Course, rule: Precedence | None, known: Known) -> Closing | None:
    """Return the results with which a case was closed, or None where they are not known."""
    if course.ending:
        return _alone(course.ending)
    results = course.reply.results if course.reply else ()
    return _closing_from(results, rule, known)


def _closing_from(
    results: Sequence[ItemResult], rule: Precedence | None, known: Known
) -> Closing | None:
    """Return the results of a reply, or None where it names none that is on file."""
    codes = [result.outcome for result in results]
    if not codes or not known.codes.issuperset(codes):
        return None
    if len(codes) == 1:
        return _alone(codes[0])
    by_item: dict[str, list[str]] = {}
    for one in results:
        by_item.setdefault(one.item, []).append(one.outcome)
    each = {item: decisive(several, rule).code for item, several in by_item.items()}
    return Closing(decisive(codes, rule), each)


@cache
def _alone(code: str) -> Closing:
    return Closing(Decisive(code, (code,)), {})


def units_of(
    columns: tuple[str, ...], course: Course, closing: Closing | None, choices: Choices
) -> tuple[Unit, ...]:
    """Return what an application counts as; their number never changes after its arrival."""
    whole = closing.whole.code if closing else ""
    if choices.items == "one" or len(course.items) < 2:
        return _alike(columns, whole)
    by_item = closing.by_item if closing else {}
    codes = [by_item.get(item.key, whole) for item in course.items]
    return tuple(Unit(column, code) for column in columns for code in codes)


@cache
def _alike(columns: tuple[str, ...], code: str) -> tuple[Unit, ...]:
    return tuple(Unit(column, code) for column in columns)
