"""Habits of most reports, for what neither the print nor a relation decides."""

from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ogi.reading.matching.fit import Layout
from ogi.reading.matching.resolve import amount


@cache
def _habits() -> tuple[Mapping[str, Any], ...]:
    text = (files("ogi.reading.matching") / "likely.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text))


def likely(columns: Sequence[str], layouts: Sequence[Layout]) -> tuple[Layout, str] | None:
    """Return the one layout that follows a habit, and the habit; None if none or several do."""
    for habit in _habits():
        if not set(habit["columns"]) <= set(columns):
            continue
        positions = [columns.index(key) for key in habit["columns"]]
        follows = [layout for layout in layouts if _follows(habit, layout, positions)]
        if len(follows) == 1:
            return follows[0], habit["habit"]
    return None


def _follows(habit: Mapping[str, Any], layout: Layout, positions: Sequence[int]) -> bool:
    if any(layout[position] is None for position in positions):
        return False
    numbers = [amount(layout, position) for position in positions]
    wanted = numbers[0] if habit["equals"] == "each other" else habit["equals"]
    return all(number == wanted for number in numbers)
