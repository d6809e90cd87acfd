"""What data files are made of: strict structs, and names that must stand somewhere else."""

from collections.abc import Hashable, Iterable
from typing import Any, ClassVar, Self, dataclass_transform

import msgspec

from ogi.data.nearness import near
from ogi.data.places import from_data

Fault = tuple[tuple[Hashable, ...], str]


class Faulty(ValueError):  # noqa: N818 - it never leaves the door
    """A struct is wrong in itself; `faults` are paths of keys from there, and sentences."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("；".join(says for _, says in faults))
        self.faults = faults


@dataclass_transform(frozen_default=True, field_specifiers=(msgspec.field,))
class Struct(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a data file says at one place: its fields are the keys, and there are no others.

    A struct that can be wrong in itself overrides `faults`.
    """

    def __post_init__(self) -> None:
        if found := tuple(self.faults()):
            raise Faulty(found)

    def faults(self) -> Iterable[Fault]:
        """Yield what is wrong here: the keys that lead there from here, and a sentence."""
        return ()


class Reference(str):
    """A name that must stand somewhere else: a subclass says what it is and which are known."""

    __slots__ = ()
    what: ClassVar[str] = "名称"

    @classmethod
    def known(cls) -> Iterable[str]:
        """Return the names that may be written."""
        raise NotImplementedError

    @classmethod
    def from_data(cls, value: object) -> Self:
        """Return the reference; raises ValueError with a sentence."""
        known = _known(cls)
        if not isinstance(value, str):
            raise ValueError(f"应当是{cls.what}，写的却是 {value!r}")
        if value not in known:
            raise ValueError(f"没有叫“{value}”的{cls.what}{near(value, known)}")
        return cls(value)


@from_data
def _known(kind: type[Reference]) -> frozenset[str]:
    return frozenset(kind.known())


def hook(kind: type, value: Any) -> Any:
    """Read a type of our own from its text: any class with `from_data`."""
    return kind.from_data(value)  # type: ignore[attr-defined]
