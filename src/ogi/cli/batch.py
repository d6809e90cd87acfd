"""Work on many files: one bad file never costs the others anything."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from shutil import get_terminal_size
from typing import Generic, TypeVar

from ogi.cli.help import fold
from ogi.cli.inputs import Input
from ogi.errors import OgiError, ReadingError
from ogi.system import said

Made = TypeVar("Made")
_DIED = "读取的进程中途停了，多半是内存不够"


@dataclass(frozen=True, slots=True)
class Outcome(Generic[Made]):
    """What became of a file: what was made of it, or a Chinese sentence on why nothing was."""

    input: Input
    made: Made | None = None
    trouble: str = ""


Work = Callable[[Input], Made]


def each(inputs: Sequence[Input], work: Work[Made], workers: int) -> Iterator[Outcome[Made]]:
    """Yield the outcome of every input, in order, working with so many processes."""
    if workers <= 1 or len(inputs) <= 1:
        yield from (attempt(one, work) for one in inputs)
        return
    with _pool(workers) as pool:
        futures = [pool.submit(attempt, one, work) for one in inputs]
        for one, future in zip(inputs, futures, strict=True):
            yield _settled(one, future) or _alone(one, work)


def attempt(one: Input, work: Work[Made]) -> Outcome[Made]:
    """Work on one input; whatever goes wrong becomes a sentence."""
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


def _settled(one: Input, future: "Future[Outcome[Made]]") -> Outcome[Made] | None:
    """Return the outcome of a file, None when the processes died before it was worked on."""
    try:
        return future.result()
    except BrokenExecutor:
        return None
    except Exception as error:  # its outcome could not be sent between processes
        return Outcome(one, trouble=f"读取时出了意外，没有读成（{type(error).__name__}：{error}）")


def _alone(one: Input, work: Work[Made]) -> Outcome[Made]:
    """Work on a file in a process of its own, after others died."""
    with _pool(1) as pool:
        return _settled(one, pool.submit(attempt, one, work)) or Outcome(one, trouble=_DIED)


def _pool(workers: int) -> ProcessPoolExecutor:
    from ogi.data import locality, use_place

    return ProcessPoolExecutor(
        workers,
        mp_context=get_context("spawn"),
        initializer=use_place,
        initargs=(locality().folder,),
    )


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
