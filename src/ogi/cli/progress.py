"""How far long work is: a bar on a terminal, now and then a line elsewhere."""

import sys
import time
from collections.abc import Callable
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    import rich.progress

STAGES = {"read": "读取", "compare": "与上年核对", "write": "写表"}
BETWEEN_LINES = 10.0


class Progress:
    """The progress of stages, on standard error; `clock` counts seconds."""

    def __init__(
        self, stream: TextIO | None = None, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._stream = stream or sys.stderr
        self._clock = clock
        self._bar: rich.progress.Progress | None = None
        self._task: rich.progress.TaskID | None = None
        self._stage = ""
        self._began = 0.0
        self._done = 0

    def __enter__(self) -> "Progress":
        if self._stream.isatty():
            self._bar = _bar(self._stream)
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar:
            self._bar.stop()

    def watch(self, stage: str, done: int, total: int) -> None:
        """Show how much of a stage is done."""
        if self._bar:
            self._draw(self._bar, stage, done, total)
        else:
            self._write(stage, done, total)

    def _draw(self, bar: "rich.progress.Progress", stage: str, done: int, total: int) -> None:
        if stage != self._stage:
            if self._task is not None:
                bar.remove_task(self._task)
            self._stage = stage
            self._began = self._clock()
            self._task = bar.add_task(STAGES[stage], total=total, rate="")
        assert self._task is not None
        rate = done / (self._clock() - self._began or 1.0)
        bar.update(self._task, completed=done, total=total, rate=f"每秒{rate:.0f}份")

    def _write(self, stage: str, done: int, total: int) -> None:
        now = self._clock()
        if stage != self._stage:
            self._stage, self._began, self._done = stage, now, done
        if now - self._began >= BETWEEN_LINES:
            rate = (done - self._done) / (now - self._began)
            self._began, self._done = now, done
            self._stream.write(line_of(stage, done, total, rate) + "\n")
            self._stream.flush()


def line_of(stage: str, done: int, total: int, rate: float) -> str:
    """Say how far a stage is, at which rate a second, and how long the rest will take.

    >>> line_of("read", 500, 2000, 50.0)
    '读取 500/2,000（25%），每秒50份，约余30秒'
    """
    told = f"{STAGES[stage]} {done:,}/{total:,}（{done * 100 // max(total, 1)}%）"
    if not rate:
        return told
    return f"{told}，每秒{rate:.0f}份，约余{_duration((total - done) / rate)}"


def _duration(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours}小时{minutes}分"
    return f"{minutes}分{rest}秒" if minutes else f"{rest}秒"


def _bar(stream: TextIO) -> "rich.progress.Progress":
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        MofNCompleteColumn,
        Progress,
        TextColumn,
        TimeRemainingColumn,
    )

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.percentage:>3.0f}%"),
        TextColumn("{task.fields[rate]}"),
        TextColumn("约余"),
        TimeRemainingColumn(),
        console=Console(file=stream),
        transient=True,
    )
