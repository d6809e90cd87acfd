"""Work on many files: one bad file never costs the others anything."""

import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context
from typing import Any, Generic, TypeVar

from ogi.cli.inputs import Input
from ogi.errors import OgiError, ReadingError

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
        return Outcome(one, trouble=f"打不开文件或写不了结果（{error.strerror or error}）")
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
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"))


@contextmanager
def progress(total: int) -> Iterator[Callable[[str], None]]:
    """Show on a terminal how far a batch is; quiet for one file or without a terminal."""
    if total < 2 or not sys.stderr.isatty():
        yield lambda name: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns: list[Any] = [BarColumn(), MofNCompleteColumn(), TextColumn("{task.description}")]
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)

        def step(name: str) -> None:
            bar.update(task, advance=1, description=name.replace("[", "\\["))

        yield step
