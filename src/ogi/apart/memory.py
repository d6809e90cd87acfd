"""What the system tells of a process and of what it started: memory, threads (Linux)."""

import os
from contextlib import suppress
from pathlib import Path

_PROC = Path("/proc")
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def resident(pid: int) -> int:
    """Return the bytes in memory of a process and of its descendants; 0 where none is told."""
    total = 0
    with suppress(OSError, ValueError, IndexError):
        shared = (_PROC / str(pid) / "statm").read_text().split()
        total = int(shared[1]) * _PAGE
        for child in _children(pid):
            total += resident(child)
    return total


def _children(pid: int) -> list[int]:
    found: list[int] = []
    with suppress(OSError):
        for task in (_PROC / str(pid) / "task").iterdir():
            found += [int(one) for one in (task / "children").read_text().split()]
    return found


def threads() -> int:
    """Return how many threads this process has, those of libraries included; 1 if not told."""
    with suppress(OSError):
        return sum(1 for _ in (_PROC / "self" / "task").iterdir())
    return 1
