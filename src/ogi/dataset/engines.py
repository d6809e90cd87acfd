"""Who does the work: processes of this machine, or an existing cluster.

They take tasks as they can be worked on and no faster, so that memory stays bounded.
Processes and cluster do the work apart, so that one document never costs another.
"""

from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from queue import SimpleQueue
from typing import Any, Protocol

from ogi.apart import USUAL, Budget
from ogi.dataset.isolation import Apart
from ogi.dataset.task import Save, Task, work
from ogi.errors import MissingPartError, UsageError
from ogi.parts import how_to_install

_AHEAD = 2


Run = Callable[[Iterator[Task[Any]], Save], None]
"""Works on all tasks; `save` is called for every few items that are done, and an error of
it ends the work and is raised."""


class Engine(Protocol):
    """Whoever works on tasks."""

    def started(self) -> AbstractContextManager[Run]:
        """Return what works on tasks, one lot after another, until it is left."""
        ...


@dataclass(frozen=True, slots=True)
class Here:
    """The process that asks: quick to begin, and lost with the first document that kills it."""

    @contextmanager
    def started(self) -> Iterator[Run]:
        """Return what works on tasks."""

        def run(tasks: Iterator[Task[Any]], save: Save) -> None:
            for task in tasks:
                work(task, lambda number: None, save)

        yield run


@dataclass(frozen=True, slots=True)
class Local:
    """So many processes of this machine; `budget` is what one may take over an item."""

    workers: int = 1
    budget: Budget = USUAL

    @contextmanager
    def started(self) -> Iterator[Run]:
        """Return what works on tasks; its processes start with the first of them."""
        processes = [Apart(self.budget) for _ in range(self.workers)]
        idle: SimpleQueue[Apart] = SimpleQueue()
        for process in processes:
            idle.put(process)

        def one(task: Task[Any], save: Save) -> None:
            process = idle.get()
            try:
                process.run(task, save)
            finally:
                idle.put(process)

        with ThreadPoolExecutor(self.workers) as threads:

            def run(tasks: Iterator[Task[Any]], save: Save) -> None:
                most = self.workers * _AHEAD
                _keep_busy(tasks, lambda task: threads.submit(one, task, save), most)

            try:
                yield run
            finally:
                for process in processes:
                    process.close()


def _keep_busy(tasks: Iterator[Task[Any]], submit: Any, most: int) -> None:
    """Keep so many tasks under way until there are no more; raise the first error."""
    waiting: set[Future[None]] = set()
    for task in tasks:
        waiting.add(submit(task))
        if len(waiting) >= most:
            waiting = _settled(waiting)
    while waiting:
        waiting = _settled(waiting)


def _settled(waiting: "set[Future[None]]") -> "set[Future[None]]":
    done, rest = wait(waiting, return_when=FIRST_COMPLETED)
    for future in done:
        future.result()
    return rest


@dataclass(frozen=True, slots=True)
class Dask:
    """A Dask cluster: the one at `address` (host:port), or one started here for the run."""

    address: str = ""
    workers: int = 2
    budget: Budget = USUAL

    @contextmanager
    def started(self) -> Iterator[Run]:
        """Return what works on tasks."""
        from ogi.dataset.cluster import cluster_client, keep_cluster_busy

        with cluster_client(self.address, self.workers) as client:

            def run(tasks: Iterator[Task[Any]], save: Save) -> None:
                keep_cluster_busy(client, tasks, save, self.budget)

            yield run


def engine_named(name: str, workers: int, budget: Budget = USUAL) -> Engine:
    """Return the engine that a word stands for: local, dask, or dask://host:port."""
    kind, _, address = name.partition("://")
    if name == "local":
        return Local(workers, budget)
    if kind == "dask":
        if find_spec("distributed") is None:
            raise MissingPartError(
                f"没有安装分布式计算的部件。先安装：{how_to_install('cluster')}；或者不用 --engine"
            )
        return Dask(address, workers, budget)
    raise UsageError(f"there is no engine {name}; there are local, dask and dask://host:port")
