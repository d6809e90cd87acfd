"""The cases to be counted (计数的案件): every application once, whether split or not."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from ogi.casework import Ledger
from ogi.casework.outcomes import Precedence, decisive
from ogi.counting.choices import Choices
from ogi.counting.course import WITHDRAWN, Course, course_of
from ogi.counting.known import Known, known
from ogi.counting.units import Closing, Unit, closing_of, columns_of, units_of


@dataclass(slots=True)
class Case:
    """An application as it is counted: when it came in, when it was closed, as what.

    `doubt` is a Chinese sentence where something about it should be looked at.
    """

    id: str
    received_on: date
    closed_on: date | None
    units: tuple[Unit, ...]
    course: Course
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class Uncounted:
    """A ledger that is not counted as a case of its own, and why, in Chinese."""

    id: str
    says: str


@dataclass(frozen=True)
class Gathered:
    """Every ledger, either as a case to be counted or with the reason why it is none."""

    cases: list[Case]
    uncounted: dict[str, Uncounted]
    courses: Mapping[str, Course]
    known: Known


def gather(
    ledgers: Mapping[str, Ledger], choices: Choices, rule: Precedence | None = None
) -> Gathered:
    """Follow every ledger; the keys are the numbers of the applications."""
    data, closes_on = known(), choices.closes_on
    courses = {key: course_of(ledger, data, closes_on) for key, ledger in ledgers.items()}
    stands_for = dict(_counted_elsewhere(courses, choices))
    cases: list[Case] = []
    uncounted: dict[str, Uncounted] = {}
    for key, course in courses.items():
        says = stands_for.get(key) or _why_not(course, choices, data)
        if says:
            uncounted[key] = Uncounted(key, says)
            continue
        case = _case(key, course, courses, choices, rule, data)
        if case.units:
            cases.append(case)
        else:
            uncounted[key] = Uncounted(key, "没有填申请人，不知道列入哪一类")
    return Gathered(cases, uncounted, courses, data)


def _why_not(course: Course, choices: Choices, data: Known) -> str:
    if course.arrived is None:
        return "台账里没有到件，不是政府信息公开申请"
    if course.received_on is None:
        return "尚未与申请人确认收到，还没有收到申请之日"
    if choices.withdrawn == "left_out" and withdrawn_at_once(course):
        return "收到当年由申请人撤回，按所选口径不计"
    if choices.not_application == "left_out" and no_application(course, data):
        return "收到当年答复不属于政府信息公开申请，按所选口径不计"
    return ""


def withdrawn_at_once(course: Course) -> bool:
    """Tell whether the application was withdrawn in the year in which it came in."""
    if course.ending != WITHDRAWN or course.closed_on is None or course.received_on is None:
        return False
    return course.closed_on.year <= course.received_on.year


def no_application(course: Course, data: Known) -> bool:
    """Tell whether it was answered, in the year in which it came in, as no application."""
    reply, closed, received = course.reply, course.closed_on, course.received_on
    if reply is None or closed is None or received is None:
        return False
    if not reply.results or closed.year > received.year:
        return False
    return data.no_application.issuperset([one.outcome for one in reply.results])


def _counted_elsewhere(
    courses: Mapping[str, Course], choices: Choices
) -> Iterator[tuple[str, str]]:
    """Yield the ledgers that others are counted for, and the sentence that says so."""
    for key, course in courses.items():
        if not course.parts:
            continue
        if _by_parts(course, courses, choices):
            yield key, f"已拆分为{'、'.join(course.parts)}，按拆分后的各件计"
        else:
            for part in _descendants(course, courses):
                yield part, f"由{key}拆分而来，并入{key}计1件"


def _by_parts(course: Course, courses: Mapping[str, Course], choices: Choices) -> bool:
    """Tell whether the parts count in place of the whole.

    What was carried over undivided stays one: a year that is over is not counted anew.
    """
    if choices.split == "whole" or course.split_on is None:
        return False
    days = [courses[part].received_on for part in course.parts if part in courses]
    known = [day for day in (course.split_on, *days) if day is not None]
    received = course.received_on
    at_once = received is None or all(day.year <= received.year for day in known)
    return at_once and len(known) == len(course.parts) + 1


def _descendants(course: Course, courses: Mapping[str, Course]) -> Iterator[str]:
    """Yield the parts of a case, and the parts of those that were split again."""
    for part in course.parts:
        yield part
        if part in courses:
            yield from _descendants(courses[part], courses)


def _case(
    key: str,
    course: Course,
    courses: Mapping[str, Course],
    choices: Choices,
    rule: Precedence | None,
    data: Known,
) -> Case:
    columns = columns_of(course, choices.joint, data)
    received = course.received_on
    assert received is not None
    if course.parts:
        closed, closing = _closing_of_parts(course, courses, rule, data)
    else:
        closed, closing = course.closed_on, closing_of(course, rule, data)
    doubt, absent = "", list[str]()
    if course.parts:
        absent = [part for part in _descendants(course, courses) if part not in courses]
    if absent:
        doubt = f"拆分出的{'、'.join(absent)}没有台账，按1件计，未办结"
    elif closing is None:
        doubt = "答复已送达而台账没有写明办理结果，暂按未办结" if closed else ""
        closed = None
    elif closing.whole.note:
        doubt = closing.whole.note
    if closed and closed < received:
        closed, doubt = received, "办结早于收到申请之日，核对台账"
    return Case(key, received, closed, units_of(columns, course, closing, choices), course, doubt)


def _closing_of_parts(
    course: Course, courses: Mapping[str, Course], rule: Precedence | None, data: Known
) -> tuple[date | None, Closing | None]:
    """Return when the last part was closed, and the result that stands for all of them."""
    keys = [*_descendants(course, courses)]
    parts = [courses[key] for key in keys if key in courses and not courses[key].parts]
    days = [part.closed_on for part in parts if part.closed_on]
    known = [closing for part in parts if (closing := closing_of(part, rule, data))]
    if not {*keys} <= courses.keys() or len(known) < len(parts):
        return None, None
    return max(days), Closing(decisive((one.whole.code for one in known), rule), {})
