"""Habits of most reports, for what neither the print nor a relation decides."""

from collections.abc import Sequence
from typing import Literal

from ogi.data import Struct, from_data, load
from ogi.form import Column, ColumnKey
from ogi.reading.matching.fit import Layout
from ogi.reading.matching.resolve import Number, amount


class Habit(Struct):
    """What most reports do: the figures of these columns equal this; others are at most that."""

    columns: tuple[ColumnKey, ...]
    habit: str
    equals: int | Literal["each other"]
    most: dict[ColumnKey, int] = {}  # noqa: RUF012 - msgspec copies it


@from_data
def _habits() -> tuple[Habit, ...]:
    return load("reading/matching/likely.yaml", tuple[Habit, ...])


def likely(columns: Sequence[str], layouts: Sequence[Layout]) -> tuple[Layout, str] | None:
    """Return the one layout that follows a habit, and the habit; None if none or several do."""
    for habit in _habits():
        if not set(habit.columns) <= set(columns):
            continue
        positions = [columns.index(key) for key in habit.columns]
        follows = [
            layout
            for layout in layouts
            if _follows(habit, layout, positions) and _within(habit, layout, columns)
        ]
        if len(follows) == 1:
            return follows[0], habit.habit
    return None


def possible(columns: Sequence[Column], layouts: Sequence[Layout]) -> tuple[Layout, ...]:
    """Drop the layouts that cannot be meant: a negative count, or more taken away than there was.

    When none is left, all are returned: then the print is odd, and nothing is ruled out.
    """
    meant = tuple(layout for layout in layouts if _can_be_meant(columns, layout))
    return meant or tuple(layouts)


def _can_be_meant(columns: Sequence[Column], layout: Layout) -> bool:
    before: Number = 0
    for position, column in enumerate(columns):
        number = amount(layout, position)
        if number < (-before if column.kind == "change" else 0):
            return False
        before = number
    return True


def _within(habit: Habit, layout: Layout, columns: Sequence[str]) -> bool:
    return all(amount(layout, columns.index(key)) <= limit for key, limit in habit.most.items())


def _follows(habit: Habit, layout: Layout, positions: Sequence[int]) -> bool:
    if any(not (token := layout[position]) or token.blank for position in positions):
        return False
    numbers = [amount(layout, position) for position in positions]
    wanted = numbers[0] if habit.equals == "each other" else habit.equals
    return all(number == wanted for number in numbers)
