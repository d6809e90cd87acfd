"""The same work on a Dask cluster (`dask.distributed`)."""

import importlib
import threading
import warnings
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import distributed

from ogi.apart import Budget
from ogi.dataset.isolation import Apart
from ogi.dataset.task import Save, Task
from ogi.errors import ClusterError

PATIENCE = "10s"
_AHEAD = 2
_dask: Any = distributed
_own = threading.local()


@contextmanager
def cluster_client(address: str, workers: int) -> Iterator[Any]:
    """Connect to a cluster, or start one on this machine that nobody else can reach."""
    with ExitStack() as closing:
        where: Any = f"tcp://{address}"
        if not address:
            where = closing.enter_context(_local_cluster(workers))
        try:
            client = _dask.Client(where, timeout=PATIENCE, set_as_default=False)
        except (OSError, ValueError) as error:
            raise ClusterError(
                f"连不上集群 {address}（{error}）。核对地址，以及集群是否已经启动"
            ) from error
        yield closing.enter_context(client)


def _local_cluster(workers: int) -> Any:
    """Return a cluster within this process, that takes work from nobody else.

    On a port, whoever reaches it could run code: it opens none, for work or for pages about
    itself. Its threads only wait: the work itself is done in processes apart.
    """
    with _no_pages():
        return _dask.LocalCluster(
            n_workers=workers, threads_per_worker=1, processes=False, dashboard_address=None
        )


@contextmanager
def _no_pages() -> Iterator[None]:
    """Keep Dask from opening a port for its pages, which no setting of it does."""
    nodes: Any = importlib.import_module("distributed.node").ServerNode
    served = nodes.start_http_server
    nodes.start_http_server = lambda node, *given, **named: None
    try:
        yield
    finally:
        nodes.start_http_server = served


def keep_cluster_busy(client: Any, tasks: Iterator[Task[Any]], save: Save, budget: Budget) -> None:
    """Keep every thread of the cluster busy, and no more than that under way."""
    most = _AHEAD * max(1, sum(client.nthreads().values()))
    waiting = _dask.as_completed(loop=client.loop, with_results=True)
    for task in tasks:
        with warnings.catch_warnings():  # documents travel with the task: it is large
            warnings.filterwarnings("ignore", "Sending large graph", UserWarning)
            waiting.add(client.submit(work_here, task, budget, pure=False))
        if waiting.count() >= most:
            _save_next(waiting, save)
    while not waiting.is_empty():
        _save_next(waiting, save)


def _save_next(waiting: Any, save: Save) -> None:
    _, parts = next(waiting)
    for data, items in parts:
        save(data, items)


def work_here(task: Task[Any], budget: Budget) -> list[tuple[bytes, int]]:
    """Work on a task where the cluster has sent it, in a process apart.

    It stays for the next task, which may be of somebody else, with another budget.
    """
    if not hasattr(_own, "process"):
        _own.process = Apart(budget)
    _own.process.budget = budget
    parts: list[tuple[bytes, int]] = []
    _own.process.run(task, lambda data, items: parts.append((data, items)))
    return parts
