"""The grounds for withholding information (不予公开理由): Art. 14, 15 and 16."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum

from ogi.casework.names import OutcomeCode
from ogi.data import Struct, from_data, load
from ogi.errors import UsageError
from ogi.law import Citation


class Force(Enum):
    """How far a ground binds the organ."""

    MUST_NOT = "must_not"
    UNLESS = "unless"
    MAY = "may"

    @property
    def label(self) -> str:
        """The words of the article."""
        return _FORCES[self]


_FORCES = {
    Force.MUST_NOT: "不予公开",
    Force.UNLESS: "不得公开，第三方同意或者不公开会对公共利益造成重大影响的除外",
    Force.MAY: "可以不予公开",
}


class Ground(Struct):
    """A ground for withholding (不予公开理由), such as E16b.

    `proof` is what the file must hold, by name of the fact; `kinds` is the closed list of
    the article, empty where it has none.
    """

    code: str
    term: str
    cites: Citation
    force: Force
    outcome: OutcomeCode
    proof: dict[str, str]
    kinds: tuple[str, ...] = ()


class GroundsFile(Struct):
    """What grounds.yaml says."""

    note: str
    grounds: dict[str, Ground]


@dataclass(frozen=True, slots=True)
class DecisiveGround:
    """The ground that decides the row of the form, and all that were recorded."""

    code: str
    recorded: tuple[str, ...]
    note: str = ""


def grounds() -> dict[str, Ground]:
    """Return every ground by code, in the order of precedence."""
    return _data().grounds


def ground(code: str) -> Ground:
    """Return a ground by its code; raises UsageError where there is none."""
    found = grounds().get(code)
    if found is None:
        raise UsageError(f"no ground {code!r}; there are {', '.join(grounds())}")
    return found


def decisive_ground(codes: Iterable[str], order: Sequence[str] = ()) -> DecisiveGround:
    """Return the ground that decides where several meet; `order` is an organ's own.

    >>> decisive_ground(["E16b", "E15"]).code
    'E15'
    """
    recorded = tuple(dict.fromkeys(codes))
    if not recorded:
        raise UsageError("a refusal without a ground has no decisive one")
    ranks = tuple(order) or tuple(grounds())
    first = min(recorded, key=lambda code: ranks.index(ground(code).code))
    return DecisiveGround(first, recorded, _data().note if len(recorded) > 1 else "")


@from_data
def _data() -> GroundsFile:
    return load("casework/grounds.yaml", GroundsFile, key="grounds/code")
