"""A process apart for the work: a document that kills it, or never ends, costs only itself."""

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from tempfile import mkdtemp
from threading import Event, Thread
from typing import Any

from ogi.apart import USUAL, Budget
from ogi.apart.inside import clear
from ogi.apart.memory import resident
from ogi.dataset.task import Loss, Save, Task
from ogi.errors import OgiError

SCRATCH = "OGI_SCRATCH"
_LOOK = 0.05


class Stopped(Exception):  # noqa: N818 - no error: whoever owns the process has ended it
    """The process was ended on purpose while it worked."""


class Apart:
    """A process that works on tasks, started when needed and again when it dies.

    `budget` is what it may take over one item.
    """

    def __init__(self, budget: Budget = USUAL) -> None:
        self.budget = budget
        self._scratch: Path | None = None
        self._until = 0.0
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._saved = 0
        self._at: int | None = None
        self._given_up: tuple[int, Loss] | None = None

    def run(self, task: Task[Any], save: Save) -> None:
        """Work on a task to the end; an item that costs the process is recorded as lost."""
        items = task.items
        while items:
            saved, stuck = self._attempt(replace(task, items=items), save)
            if stuck is None or stuck < saved:  # it died of nothing that it was working on
                items = items[saved:]
                continue
            item, rest = items[stuck], items[saved:stuck] + items[stuck + 1 :]
            at, loss = self._given_up or (-1, Loss.DIED)
            why = loss if at == stuck else Loss.DIED
            if why is Loss.HUNG or len(items) == 1:
                save(task.pack(task.lost(item, why)), 1)
            else:  # those before it may have used up the memory: it is tried alone
                self.run(replace(task, items=(item,)), save)
            items = rest

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._closed = True
        self._end()

    def _attempt(self, task: Task[Any], save: Save) -> tuple[int, int | None]:
        """Return how many items were saved, and the number of the one it died of, if any."""
        self._saved, self._at, self._given_up = 0, None, None
        try:
            self._send(task)
            self._listen(save)
        except (EOFError, pickle.UnpicklingError) as error:
            self._end()
            if self._closed:
                raise Stopped from error
            if self._at is None and not self._saved:
                raise OgiError("the process that reads documents cannot be started") from error
        return self._saved, self._at

    def _listen(self, save: Save) -> None:
        """Save what the process hands over, until it is done; allow each item its budget."""
        with self._watched():
            while (message := self._receive())[0] != "done":
                if message[0] == "saved":
                    save(message[1], message[2])
                    self._saved += message[2]
                elif message[0] == "begun":
                    self._at = message[1]
                self._until = time.monotonic() + self.budget.seconds
            self._at = None

    @contextmanager
    def _watched(self) -> Iterator[None]:
        """Look at the clock and the memory of the process all the while."""
        done = Event()
        self._until = time.monotonic() + self.budget.seconds
        watch = Thread(target=self._watch, args=(self._process, done), daemon=True)
        watch.start()
        try:
            yield
        finally:
            done.set()
            watch.join()

    def _watch(self, process: "subprocess.Popen[bytes]", done: Event) -> None:
        while not done.wait(_LOOK):
            loss = None
            if self._at is not None and time.monotonic() > self._until:
                loss = Loss.HUNG
            elif resident(process.pid) > self.budget.memory:
                loss = Loss.TOO_BIG
            if loss:
                self._given_up = (-1 if self._at is None else self._at, loss)
                process.kill()
                return

    def _send(self, task: Task[Any]) -> None:
        if self._closed:
            raise Stopped
        if self._process is None:
            self._scratch = Path(mkdtemp(prefix="ogi-"))
            self._process = _start(self._scratch)
        assert self._process.stdin
        try:
            pickle.dump(task, self._process.stdin)
            self._process.stdin.flush()
        except OSError as error:  # it has gone
            raise EOFError from error

    def _receive(self) -> tuple[Any, ...]:
        if self._process is None:
            raise EOFError
        assert self._process.stdout
        message: tuple[Any, ...] = pickle.load(self._process.stdout)
        return message

    def _end(self) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        process.kill()
        process.wait()
        for pipe in (process.stdin, process.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()
        if self._scratch:
            clear(self._scratch)


def _start(scratch: Path) -> "subprocess.Popen[bytes]":
    """Start a process that can import what this one can."""
    paths = os.pathsep.join(os.path.abspath(path) for path in sys.path)  # noqa: PTH100 - "" is here
    return subprocess.Popen(
        [sys.executable, "-m", "ogi.dataset.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths, SCRATCH: str(scratch)},
    )
