"""The grounds for withholding information (不予公开理由): Art. 14, 15 and 16."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ogi.errors import UsageError
from ogi.law import Citation, cite


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


@dataclass(frozen=True)
class Ground:
    """A ground for withholding (不予公开理由), such as E16b.

    `proof` is what the file must hold, by name of the fact; `kinds` is the closed list of
    the article, empty where it has none.
    """

    code: str
    term: str
    cites: Citation
    force: Force
    outcome: str
    proof: Mapping[str, str]
    kinds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisiveGround:
    """The ground that decides the row of the form, and all that were recorded."""

    code: str
    recorded: tuple[str, ...]
    note: str = ""


@cache
def grounds() -> dict[str, Ground]:
    """Return every ground by code, in the order of precedence."""
    return {
        code: Ground(
            code=code,
            term=entry["term"],
            cites=cite(entry["cites"]),
            force=Force(entry["force"]),
            outcome=entry["outcome"],
            proof=entry["proof"],
            kinds=tuple(entry.get("kinds", ())),
        )
        for code, entry in _data()["grounds"].items()
    }


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
    return DecisiveGround(first, recorded, _data()["note"] if len(recorded) > 1 else "")


@cache
def _data() -> dict[str, Any]:
    text = (files("ogi.casework") / "data" / "grounds.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = yaml.safe_load(text)
    return data
