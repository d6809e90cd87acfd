"""What the other way of counting would give (另一种口径), where the form leaves it open."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from ogi.counting.cases import Gathered, no_application, withdrawn_at_once
from ogi.counting.choices import Choices, Question, questions
from ogi.counting.course import Course
from ogi.counting.known import Known


@dataclass(frozen=True, slots=True)
class OtherWay:
    """A question that bears on this year: the way chosen, and what its cases count as each way."""

    question: Question
    chosen: str
    numbers: dict[str, int]
    ids: tuple[str, ...]

    def __str__(self) -> str:
        """Say it in Chinese, both counts and which one was taken."""
        ways = self.question.ways
        counts = "；".join(f"{ways[way]}的，{number}件" for way, number in self.numbers.items())
        return f"{self.question.question}有{len(self.ids)}件：{counts}。这里{ways[self.chosen]}"


def other_ways(
    gathered: Gathered, first: date, last: date, choices: Choices
) -> tuple[OtherWay, ...]:
    """Return the open questions that bear on a year, each with both counts."""
    return tuple(_answers(gathered, first, last, choices))


def _answers(gathered: Gathered, first: date, last: date, choices: Choices) -> Iterator[OtherWay]:
    data = gathered.known
    here = {
        key: course
        for key, course in gathered.courses.items()
        if _bears(course, data) and _in_year(course, first, last)
    }
    for name, measure in _MEASURES.items():
        both = {
            key: found for key, course in here.items() if (found := measure(course, choices, data))
        }
        if both:
            ways = tuple(questions()[name].ways)
            numbers = {way: sum(one[at] for one in both.values()) for at, way in enumerate(ways)}
            chosen = getattr(choices, name)
            yield OtherWay(questions()[name], chosen, numbers, tuple(sorted(both)))


def _bears(course: Course, data: Known) -> bool:
    """Tell whether any open question bears on a case; on most cases none does."""
    arrived = course.arrived
    if arrived is None or course.received_on is None:
        return False
    if course.parts or course.ending or len(arrived.applicants) > 1 or len(course.items) > 1:
        return True
    return course.reply is not None and no_application(course, data)


def _in_year(course: Course, first: date, last: date) -> bool:
    received, closed = course.received_on, course.closed_on
    return received is not None and received <= last and (closed is None or closed >= first)


def _applicants(course: Course) -> int:
    return len(course.arrived.applicants) if course.arrived else 0


def _items(course: Course) -> int:
    return max(1, len(course.items))


def _joint(course: Course, choices: Choices, data: Known) -> tuple[int, int] | None:
    times = _items(course) if choices.items == "each" else 1
    number = _applicants(course)
    return (times, number * times) if number > 1 else None


def _several_items(course: Course, choices: Choices, data: Known) -> tuple[int, int] | None:
    times = _applicants(course) if choices.joint == "each" else 1
    number = _items(course)
    return (times, number * times) if number > 1 else None


def _withdrawn(course: Course, choices: Choices, data: Known) -> tuple[int, int] | None:
    return _all_or_none(course, choices) if withdrawn_at_once(course) else None


def _not_application(course: Course, choices: Choices, data: Known) -> tuple[int, int] | None:
    return _all_or_none(course, choices) if no_application(course, data) else None


def _all_or_none(course: Course, choices: Choices) -> tuple[int, int]:
    joint = _applicants(course) if choices.joint == "each" else 1
    items = _items(course) if choices.items == "each" else 1
    return joint * items, 0


def _split(course: Course, choices: Choices, data: Known) -> tuple[int, int] | None:
    return (len(course.parts), 1) if course.parts else None


_MEASURES: dict[str, Callable[[Course, Choices, Known], tuple[int, int] | None]] = {
    "joint": _joint,
    "items": _several_items,
    "withdrawn": _withdrawn,
    "not_application": _not_application,
    "split": _split,
}
