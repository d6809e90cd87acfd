"""A task: a few items to be worked on by one process, and what becomes of the rows."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, Generic, TypeVar

from ogi.data import locality, of_place

Item = TypeVar("Item")
Row = dict[str, Any]
PART_SECONDS = 2.0

Save = Callable[[bytes, int], None]
"""What an engine hands finished rows to: packed rows, and of how many items they are."""


class Loss(Enum):
    """How an item was lost: its process died, did not end in time, or took too much memory."""

    DIED = "died"
    HUNG = "hung"
    TOO_BIG = "memory"


@dataclass(frozen=True, slots=True)
class Task(Generic[Item]):
    """Items, and functions known by name so that another process can import them.

    `do` returns the rows of an item, `lost` those of one that cost its process, and
    `pack` makes the bytes of a file of rows. `place` is the folder of the data of the place,
    which the process that works on it must use too.
    """

    items: tuple[Item, ...]
    do: Callable[[Item], list[Row]]
    lost: Callable[[Item, Loss], list[Row]]
    pack: Callable[[Sequence[Row]], bytes]
    place: Path | None = field(default_factory=lambda: locality().folder)


def work(
    task: Task[Any],
    begin: Callable[[int], None],
    save: Save,
    clock: Callable[[], float] = time.monotonic,
) -> None:
    """Do the items of a task; say which is begun, hand over what is done every few seconds."""
    with of_place(task.place):
        _work(task, begin, save, clock)


def _work(
    task: Task[Any], begin: Callable[[int], None], save: Save, clock: Callable[[], float]
) -> None:
    rows: list[Row] = []
    unsaved, since = 0, clock()
    for number, item in enumerate(task.items):
        begin(number)
        rows += task.do(item)
        unsaved += 1
        if number + 1 == len(task.items) or clock() - since > PART_SECONDS:
            save(task.pack(rows), unsaved)
            rows, unsaved, since = [], 0, clock()
