import importlib
import json
import os
import subprocess
import sys
import time
from pathlib import Path

import distributed
import pytest

from ogi.apart import Budget
from ogi.dataset import Dask, Here, Local, engine_named
from ogi.dataset.cluster import work_here
from ogi.dataset.task import Task, work
from ogi.errors import ClusterError, UsageError

from . import trouble
from .made import ORGAN, collect, report, rows, write

WORDS = ("one", "two", "dies", "three", "prints", "hangs", "four")


def done(engine, words=WORDS, size=4):
    """Return what became of each word; the words come in tasks of so many."""
    parts = []
    tasks = (
        Task(words[at : at + size], trouble.do, trouble.lost, trouble.pack)
        for at in range(0, len(words), size)
    )
    with engine.started() as run:
        run(tasks, lambda data, items: parts.append((json.loads(data), items)))
    assert sum(items for _, items in parts) == len(words)
    return {row["word"]: row for part, _ in parts for row in part}


@pytest.fixture(scope="module")
def cluster():
    """The address of a cluster of two workers on this machine."""
    own = distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, host="127.0.0.1", dashboard_address=None
    )
    with own:
        yield own.scheduler_address.removeprefix("tcp://")


@pytest.fixture(params=["local", "cluster"])
def engine(request):
    if request.param == "local":
        return Local(2, budget=Budget(5))
    return Dask(request.getfixturevalue("cluster"), budget=Budget(5))


def test_a_document_that_kills_or_hangs_its_process_costs_only_itself(engine):
    found = done(engine)
    assert found.keys() == set(WORDS)
    assert {word: row["lost"] for word, row in found.items() if "lost" in row} == {
        "dies": "died",
        "hangs": "hung",
    }


def test_several_processes_share_the_work():
    found = done(Local(2), tuple(f"word {n}" for n in range(40)), size=1)
    assert len({row["process"] for row in found.values()}) == 2


def test_a_cluster_gives_the_same_rows_as_this_machine(cluster, tmp_path):
    folder = tmp_path / "documents"
    for year in (2022, 2023):
        write(folder, f"{year}.md", report(ORGAN, year))
    collect(folder, tmp_path / "here", engine=Here())
    collect(folder, tmp_path / "cluster", engine=Dask(cluster))
    assert rows(tmp_path / "cluster") == rows(tmp_path / "here")


def test_a_process_of_a_cluster_takes_the_budget_of_each_task():
    task = Task(("one",), trouble.do, trouble.lost, trouble.pack)
    for seconds in (5, 60):
        work_here(task, Budget(seconds))
        assert own().process.budget == Budget(seconds)
    own().process.close()
    del own().process


def own():
    """What the worker in this thread keeps."""
    return importlib.import_module("ogi.dataset.cluster")._own


def test_a_cluster_that_is_not_there_is_said(monkeypatch):
    monkeypatch.setattr("ogi.dataset.cluster.PATIENCE", "1s")
    nowhere = Dask("127.0.0.1:9").started()
    with pytest.raises(ClusterError, match=r"连不上集群 127\.0\.0\.1:9"), nowhere:
        pass


def test_engines_are_known_by_name():
    assert engine_named("local", 3) == Local(3)
    assert engine_named("dask://10.0.0.1:8786", 1) == Dask("10.0.0.1:8786", 1)
    with pytest.raises(UsageError):
        engine_named("elsewhere", 1)


def test_an_error_in_saving_ends_the_work_at_once():
    def save(data, items):
        raise OSError("no room")

    task = Task(("one",), trouble.do, trouble.lost, trouble.pack)
    with Local(1).started() as run, pytest.raises(OSError, match="no room"):
        run(iter([task] * 50), save)


def test_the_same_processes_take_one_lot_of_work_after_another():
    processes = set()
    with Local(1).started() as run:
        for word in ("one", "two"):
            task = Task((word,), trouble.do, trouble.lost, trouble.pack)
            run(iter([task]), lambda data, items: processes.add(json.loads(data)[0]["process"]))
    assert len(processes) == 1


def test_what_is_finished_is_handed_over_every_few_seconds():
    seconds = iter(range(100))
    parts = []
    task = Task(("one", "two", "three", "four"), trouble.do, trouble.lost, trouble.pack)
    work(task, lambda n: None, lambda data, items: parts.append(items), clock=lambda: next(seconds))
    assert len(parts) > 1
    assert sum(parts) == 4


def test_a_process_does_not_outlive_whoever_started_it():
    """Even while it hangs in a document."""
    program = (
        "from dataset import trouble; from ogi.dataset.task import Task\n"
        "from ogi.dataset.isolation import Apart\n"
        "apart = Apart(); print('ready', flush=True)\n"
        "task = Task(('two', 'hangs'), trouble.do, trouble.lost, trouble.pack)\n"
        "apart._send(task); print(apart._receive(), apart._process.pid, flush=True)\n"
        "apart._receive()"
    )
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", program]
    with subprocess.Popen(command, env=paths, stdout=subprocess.PIPE, text=True) as run:
        run.stdout.readline()
        child = int(run.stdout.readline().split()[-1])
        os.kill(child, 0)
        run.kill()
    until = time.monotonic() + 20
    while time.monotonic() < until and _is_alive(child):
        time.sleep(0.1)
    assert not _is_alive(child)


def _is_alive(process):
    """A zombie that nobody has waited for is not alive."""
    try:
        return " Z " not in Path(f"/proc/{process}/stat").read_text()
    except OSError:
        return False
