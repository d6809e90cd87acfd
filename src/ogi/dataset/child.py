"""The process that works on tasks: `python -m ogi.dataset.child`, spoken to through pipes.

It says which item it begins, so that whoever started it knows which one it died of.
"""

import os
import pickle
import sys
from pathlib import Path
from typing import Any

from ogi.apart.inside import settle
from ogi.dataset.isolation import SCRATCH
from ogi.dataset.task import work


def main() -> None:
    """Work on tasks until there are none; leave quietly when nobody listens any more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    tasks = sys.stdin.buffer

    def say(*message: Any) -> None:
        pickle.dump(message, answers)
        answers.flush()

    settle(Path(os.environ[SCRATCH]), os.getppid(), lambda: say("alive"))
    try:
        while True:
            task = pickle.load(tasks)
            work(
                task,
                begin=lambda number: say("begun", number),
                save=lambda data, items: say("saved", data, items),
            )
            say("done")
    except (EOFError, BrokenPipeError):
        os._exit(0)


if __name__ == "__main__":
    main()
