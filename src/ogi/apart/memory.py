"""How much memory a process and what it started hold, where the system tells (Linux)."""

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
