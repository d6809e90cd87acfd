"""A process apart for the work: a document that kills it, or never ends, costs only itself."""

import os
import pickle
import subprocess
import sys
from contextlib import suppress
from dataclasses import replace
from threading import Timer
from typing import Any

from ogi.dataset.task import Loss, Save, Task
from ogi.errors import OgiError

SECONDS = 600


class Stopped(Exception):  # noqa: N818 - no error: whoever owns the process has ended it
    """The process was ended on purpose while it worked."""


class Apart:
    """A process that works on tasks, started when needed and again when it dies.

    `seconds` is how long it may take over one item.
    """

    def __init__(self, seconds: float = SECONDS) -> None:
        self._seconds = seconds
        self._process: subprocess.Popen[bytes] | None = None
        self._closed = False
        self._saved = 0
        self._at: int | None = None
        self._overdue: int | None = None

    def run(self, task: Task[Any], save: Save) -> None:
        """Work on a task to the end; an item that costs the process is recorded as lost."""
        items = task.items
        while items:
            saved, stuck = self._attempt(replace(task, items=items), save)
            if stuck is None or stuck < saved:  # it died of nothing that it was working on
                items = items[saved:]
                continue
            item, rest = items[stuck], items[saved:stuck] + items[stuck + 1 :]
            hung = self._overdue == stuck
            if hung or len(items) == 1:
                rows = task.lost(item, Loss.HUNG if hung else Loss.DIED)
                save(task.pack(rows), 1)
            else:  # those before it may have used up the memory: it is tried alone
                self.run(replace(task, items=(item,)), save)
            items = rest

    def close(self) -> None:
        """End the process, whatever it is doing."""
        self._closed = True
        self._end()

    def _attempt(self, task: Task[Any], save: Save) -> tuple[int, int | None]:
        """Return how many items were saved, and the number of the one it died of, if any."""
        self._saved, self._at, self._overdue = 0, None, None
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
        """Save what the process hands over, until it is done; allow each item its time."""
        timer: Timer | None = None
        try:
            while (message := self._receive())[0] != "done":
                if timer:
                    timer.cancel()
                if message[0] == "saved":
                    save(message[1], message[2])
                    self._saved += message[2]
                else:
                    self._at = message[1]
                    timer = Timer(self._seconds, self._stop_waiting, (self._at,))
                    timer.daemon = True
                    timer.start()
            self._at = None
        finally:
            if timer:
                timer.cancel()

    def _stop_waiting(self, number: int) -> None:
        self._overdue = number
        if self._process:
            self._process.kill()

    def _send(self, task: Task[Any]) -> None:
        if self._closed:
            raise Stopped
        if self._process is None:
            self._process = _start()
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


def _start() -> "subprocess.Popen[bytes]":
    """Start a process that can import what this one can."""
    paths = os.pathsep.join(os.path.abspath(path) for path in sys.path)  # noqa: PTH100 - "" is here
    return subprocess.Popen(
        [sys.executable, "-m", "ogi.dataset.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "PYTHONPATH": paths},
    )
