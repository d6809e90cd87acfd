"""One run at a time on one dataset."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from ogi.errors import BusyError


@contextmanager
def held(path: Path) -> Iterator[None]:
    """Hold a lock file; raises BusyError when another process holds it.

    The system lets go of it when the process ends, however it ends.
    """
    with path.open("a+b") as file:
        if not _take(file):
            raise BusyError("另一个 ogi collect 正在写这个目录。等它结束再运行，或者换一个目录")
        yield


def _take(file: IO[bytes]) -> bool:
    try:
        import fcntl
    except ImportError:  # Windows
        return _take_on_windows(file)
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _take_on_windows(file: IO[bytes]) -> bool:
    import msvcrt

    try:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True
