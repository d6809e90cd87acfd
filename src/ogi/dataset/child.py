"""The process that works on tasks: `python -m ogi.dataset.child`, spoken to through pipes.

It says which item it begins, so that whoever started it knows which one it died of.
"""

import os
import pickle
import signal
import sys
import time
from threading import Thread
from typing import Any

from ogi.dataset.task import work

LOOK_SECONDS = 1.0


def main() -> None:
    """Work on tasks until there are none; leave quietly when nobody listens any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    tasks = sys.stdin.buffer

    def say(*message: Any) -> None:
        pickle.dump(message, answers)
        answers.flush()

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


def _leave_with(parent: int) -> None:
    """End this process, even in the middle of a document, when its parent was killed."""
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    os._exit(0)


if __name__ == "__main__":
    main()
