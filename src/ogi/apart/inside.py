"""What a process apart does for itself: it says that it lives, and leaves nothing behind."""

import os
import shutil
import signal
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread

LOOK_SECONDS = 0.5
_GROUPS = "groups"

_beat: Callable[[], None] = lambda: None  # noqa: E731 - nobody listens until somebody does
_scratch: Path | None = None


def alive() -> None:
    """Say that the work got somewhere: its time begins anew."""
    _beat()


def note_group(group: int) -> None:
    """Note a group of processes that must not outlive this one."""
    if _scratch:
        with (_scratch / _GROUPS).open("a") as file:
            file.write(f"{group}\n")


def settle(scratch: Path, parent: int, beat: Callable[[], None]) -> None:
    """Make this process one apart: temporary files in its folder, an eye on its parent."""
    global _beat, _scratch
    _beat, _scratch = beat, scratch
    tempfile.tempdir = str(scratch)
    os.environ["TMPDIR"] = str(scratch)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever started this process ends it
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_leave_with, args=(parent, scratch), daemon=True).start()


def _leave_with(parent: int, scratch: Path) -> None:
    """End this process, even in the middle of a document, when its parent was killed."""
    while os.getppid() == parent:
        time.sleep(LOOK_SECONDS)
    clear(scratch)
    os._exit(0)


def clear(scratch: Path) -> None:
    """End what a process started, and take away what it left."""
    with suppress(OSError, ValueError):
        for line in (scratch / _GROUPS).read_text().splitlines():
            if hasattr(os, "killpg"):
                with suppress(ProcessLookupError, PermissionError):
                    os.killpg(int(line), signal.SIGKILL)
    shutil.rmtree(scratch, ignore_errors=True)
