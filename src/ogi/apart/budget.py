"""How much a document may cost (时间和内存的上限), and what becomes of one that costs more."""

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Budget:
    """What work on one document may take.

    seconds  of the clock since it last got somewhere: a report read, a page recognised
    memory   bytes of the process and of what it started, together
    """

    seconds: float = 60
    memory: int = 1_500_000_000


USUAL = Budget()


class Why(Enum):
    """Why work on a document was given up."""

    TIME = "time"
    MEMORY = "memory"
    DIED = "died"


class Lost(Exception):  # noqa: N818 - an answer, not a fault: whoever asked says it in Chinese
    """Work on a document was given up; `why` says why."""

    def __init__(self, why: Why) -> None:
        super().__init__(why.value)
        self.why = why
