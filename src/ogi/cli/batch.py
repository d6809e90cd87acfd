"""Work on many files: one bad file never costs the others anything."""

import os
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from queue import SimpleQueue
from shutil import get_terminal_size
from typing import Generic, TypeVar

from ogi.apart import Apart, Budget, Lost, Why
from ogi.apart.memory import threads
from ogi.cli.folding import fold
from ogi.cli.inputs import Input
from ogi.cli.output import Identity, keep_all, kept
from ogi.errors import OgiError, ReadingError
from ogi.system import said

Made = TypeVar("Made")
_LOST = {
    Why.TIME: "超过时限，没有读成。核对文件来源；确实要读，用 --max-seconds 调高时限",
    Why.MEMORY: "超过内存限制，没有读成。核对文件来源；确实要读，用 --max-memory 调高",
    Why.DIED: "读取的进程中途停了，没有读成，多半是文件有意损坏",
}


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Made]):
    """What became of a file: what was made of it, or a Chinese sentence on why nothing was."""

    input: Input
    made: Made | None = None
    trouble: str = ""


Work = Callable[[Input], Made]


def each(
    inputs: Sequence[Input], work: Work[Made], workers: int, budget: Budget
) -> Iterator[Outcome[Made]]:
    """Yield the outcome of every input, in order, working with so many processes.

    The work is always done in a process apart, so that no document costs more than its
    budget, and none costs the others anything.
    """
    number = max(1, min(workers, len(inputs)))
    tried, fork = partial(attempt, work=work, kept=kept()), _forks(number)
    processes = [Apart(tried, budget, fork=fork) for _ in range(number)]
    try:
        if number == 1:
            yield from (_settled(one, processes[0]) for one in inputs)
        else:
            yield from _together(inputs, processes)
    finally:
        for process in processes:
            process.close()


def alone(one: Input, work: Work[Made], budget: Budget) -> Outcome[Made]:
    """Return the outcome of one input."""
    return next(iter(tuple(each((one,), work, 1, budget))))


def _forks(number: int) -> bool:
    """Tell whether a process may begin as a copy of this one: while nothing runs beside it."""
    return number == 1 and hasattr(os, "fork") and threading.active_count() == threads() == 1


def _together(
    inputs: Sequence[Input], processes: "Sequence[Apart[Input, Outcome[Made]]]"
) -> Iterator[Outcome[Made]]:
    idle: SimpleQueue[Apart[Input, Outcome[Made]]] = SimpleQueue()
    for process in processes:
        idle.put(process)

    def settle(one: Input) -> Outcome[Made]:
        process = idle.get()
        try:
            return _settled(one, process)
        finally:
            idle.put(process)

    with ThreadPoolExecutor(len(processes)) as threads:
        try:
            yield from threads.map(settle, inputs)
        finally:
            threads.shutdown(wait=False, cancel_futures=True)


def _settled(one: Input, process: "Apart[Input, Outcome[Made]]") -> Outcome[Made]:
    try:
        return process(one)
    except Lost as lost:
        return Outcome(one, trouble=_LOST[lost.why])
    except Exception as error:  # its outcome could not be sent between processes
        return Outcome(one, trouble=f"读取时出了意外，没有读成（{type(error).__name__}：{error}）")


def attempt(one: Input, work: Work[Made], kept: frozenset[Identity] = frozenset()) -> Outcome[Made]:
    """Work on one input; whatever goes wrong becomes a sentence.

    `kept` are the files that the command reads, which nothing is written to.
    """
    keep_all(kept)
    try:
        return Outcome(one, work(one))
    except ReadingError as error:
        return Outcome(one, trouble=str(error))
    except OSError as error:
        return Outcome(one, trouble=f"打不开文件或写不了结果（{said(error)}）")
    except MemoryError:
        return Outcome(one, trouble="内存不够，没有读成")
    except OgiError as error:
        return Outcome(one, trouble=str(error))
    except Exception as error:  # a fault of ours must not cost the rest of the batch
        return Outcome(one, trouble=f"读取时出了意外，没有读成（{type(error).__name__}：{error}）")


def with_progress(outcomes: Iterable[Outcome[Made]], total: int) -> Iterator[Outcome[Made]]:
    """Yield outcomes, and show on a terminal how far the batch is.

    The line stands on standard error, below what is printed, and goes away by itself;
    there is none for one file or where nobody looks.
    """
    if total < 2 or not sys.stderr.isatty():
        yield from outcomes
        return
    _show(f"0/{total}")
    try:
        for number, outcome in enumerate(outcomes, 1):
            _show("")
            yield outcome
            _show(f"{number}/{total}（{number * 100 // total}%）{outcome.input.name}")
    finally:
        _show("")


def _show(line: str) -> None:
    room = get_terminal_size().columns - 1
    sys.stderr.write("\r\x1b[K" + fold(line, room)[0] if line else "\r\x1b[K")
    sys.stderr.flush()
