"""How far the work is."""

from collections.abc import Callable
from threading import Lock

Watch = Callable[[str, int, int], None]
"""Is told the stage (read, compare, write), how much of it is done, and how much there is."""


class Meter:
    """Counts what is done in a stage, from several threads, and tells whoever watches."""

    def __init__(self, stage: str, total: int, watch: Watch) -> None:
        self._stage, self._total, self._watch = stage, total, watch
        self._done = 0
        self._lock = Lock()

    def add(self, items: int = 1) -> None:
        """Count items that are done."""
        with self._lock:
            self._done += items
            self._watch(self._stage, self._done, self._total)
