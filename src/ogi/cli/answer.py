"""What `ogi due` says of one case."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ogi.clock import Clock, Derivation, DueDate, History


@dataclass(frozen=True)
class Answer:
    """What is said of one case; `state` and `astray` are filled where there is a ledger."""

    name: str
    history: "History"
    clock: "Clock"
    dates: "tuple[DueDate, ...]"
    derivation: "Derivation"
    waiting: tuple[str, ...]
    why: str
    state: str = ""
    astray: tuple[str, ...] = ()
