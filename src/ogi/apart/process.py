"""A process that works on one document after another, within a budget for each."""

import pickle
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from os import getpid, getppid
from pathlib import Path
from tempfile import mkdtemp
from typing import Any, Generic, TypeVar

from ogi.apart.budget import Budget, Lost, Why
from ogi.apart.inside import clear, settle
from ogi.apart.memory import resident

Asked = TypeVar("Asked")
Answer = TypeVar("Answer")
_LOOK = 0.03  # seconds between two looks at the memory: what grows fast grows 50 MB in them
_BEGINNING = 120  # seconds that a process may take to begin
_BEAT, _DONE, _RAISED = 0, 1, 2


class Apart(Generic[Asked, Answer]):
    """Does `work` in a process of its own, which is begun anew when it was lost.

    `fork` begins it as a copy of this process, which is quick and keeps all that is loaded,
    and is only right while this process has a single thread.
    """

    def __init__(
        self, work: Callable[[Asked], Answer], budget: Budget, *, fork: bool = False
    ) -> None:
        self._work, self._budget = work, budget
        self._context: Any = get_context("fork" if fork else "spawn")
        self._process: Any = None
        self._pipe: Connection | None = None
        self._scratch: Path | None = None
        self._ready = False

    def __call__(self, asked: Asked) -> Answer:
        """Return what the work makes of it; raises Lost, and what the work raises."""
        if self._process is None or not self._process.is_alive():
            self.close()
            self._begin()
        assert self._pipe
        try:
            self._wait_until_ready()
            self._pipe.send(asked)
            kind, answer = self._hear()
        except (EOFError, OSError, pickle.UnpicklingError):
            self.close()
            raise Lost(Why.DIED) from None
        except BaseException:  # lost, or stopped by who asked: nothing goes on behind them
            self.close()
            raise
        if kind == _RAISED:
            raise answer
        made: Answer = answer
        return made

    def _wait_until_ready(self) -> None:
        """Wait for the process to begin: no document pays for that."""
        assert self._pipe
        if not self._ready:
            if not self._pipe.poll(_BEGINNING):
                raise EOFError
            self._pipe.recv()
            self._ready = True

    def _hear(self) -> tuple[int, Any]:
        """Return the last message, looking at the clock and the memory until it comes."""
        assert self._pipe
        until = time.monotonic() + self._budget.seconds
        while True:
            while not self._pipe.poll(_LOOK):
                if time.monotonic() > until:
                    raise Lost(Why.TIME)
                if resident(self._process.pid) > self._budget.memory:
                    raise Lost(Why.MEMORY)
            message: tuple[int, Any] = self._pipe.recv()
            if message[0] != _BEAT:
                return message
            until = time.monotonic() + self._budget.seconds

    def _begin(self) -> None:
        ours, theirs = self._context.Pipe()
        self._scratch = Path(mkdtemp(prefix="ogi-"))
        arguments = (self._work, theirs, str(self._scratch), getpid())
        self._process = self._context.Process(target=_live, args=arguments, daemon=True)
        self._process.start()
        theirs.close()
        self._pipe, self._ready = ours, False

    def close(self) -> None:
        """End the process, whatever it is doing, with all that it started and left."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.join()
            process.close()
        if self._pipe:
            with suppress(OSError):
                self._pipe.close()
            self._pipe = None
        if self._scratch:
            clear(self._scratch)
            self._scratch = None


def _live(work: Callable[[Any], Any], pipe: Connection, scratch: str, parent: int) -> None:
    """Work on what is asked until nobody asks any more."""
    if getppid() != parent:
        return
    settle(Path(scratch), parent, lambda: pipe.send((_BEAT, None)))
    with suppress(OSError):
        pipe.send((_BEAT, None))  # ready
    while True:
        try:
            asked = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            message = (_DONE, work(asked))
        except Exception as error:  # whoever asked decides what it means
            message = (_RAISED, error)
        try:
            pipe.send(message)
        except (BrokenPipeError, ConnectionError):
            return
        except Exception as error:  # it cannot be sent between processes
            pipe.send((_RAISED, RuntimeError(f"{type(error).__name__}: {error}")))
