"""What may follow what (办理流程): the table of states and acts, checked when it is loaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from msgspec import field as named

from ogi.casework.acts import ACTS
from ogi.casework.labels import act_label
from ogi.casework.names import ActKey
from ogi.data import Fault, Struct, fault, from_data, load, near, read
from ogi.law import Citation

START = "new"
SAME = "same"
_ROLES = "casework/roles.yaml"
_FIRST_STEPS = frozenset(("reviewed", "legal_reviewed", "secrecy_reviewed"))
QUESTIONS: Mapping[str, frozenset[str]] = MappingProxyType(
    {
        "receipt": frozenset(("confirms", "settled")),
        "first_step": _FIRST_STEPS,
        "next_step": _FIRST_STEPS | {"signed", "replied", "returned"},
        "waiting": frozenset(("waiting", "over")),
    }
)
"""The questions that decide where an act leads, and the answers there are to each."""


@dataclass(frozen=True, slots=True)
class CaseState:
    """A state of a case (办理状态); `waits` names whom it waits for, `over` that it is closed."""

    key: str
    label: str
    waits: str = ""
    over: bool = False


@dataclass(frozen=True, slots=True)
class Need:
    """What an act needs beside its state; `says` is the Chinese reason why it is not open."""

    key: str
    says: str
    cites: Citation


@dataclass(frozen=True, slots=True)
class Move:
    """An act of the table: from which states, where to, for which roles, on what basis.

    `to` maps each answer to the question `asks` to a state; without a question it has the
    one answer "". The sources in `stays` are not changed, whatever the answer.
    """

    act: str
    label: str
    sources: tuple[str, ...]
    asks: str
    to: Mapping[str, str]
    needs: tuple[str, ...]
    roles: tuple[str, ...]
    cites: Citation
    stays: tuple[str, ...] = ()

    def target(self, source: str, answer: str) -> str:
        """Return the state that the act leads to from a state."""
        found = SAME if source in self.stays else self.to[answer]
        return source if found == SAME else found


@dataclass(frozen=True, slots=True)
class CaseTable:
    """The whole table."""

    states: Mapping[str, CaseState]
    roles: Mapping[str, str]
    moves: Mapping[str, Move]
    needs: Mapping[str, Need]

    def edges(self) -> Iterator[tuple[str, str, str]]:
        """Yield every (state, act, next state) there is."""
        for move in self.moves.values():
            for source in move.sources:
                for target in dict.fromkeys(move.target(source, answer) for answer in move.to):
                    yield source, move.act, target


class StateEntry(Struct):
    """What table.yaml says of a state."""

    label: str
    waits: str = ""
    over: bool = False


class MoveEntry(Struct, kw_only=True):
    """What table.yaml says of an act."""

    sources: tuple[str, ...] = named(name="from")
    to: str | dict[str, str]
    by: tuple[str, ...]
    cites: Citation
    asks: str = ""
    stays: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()

    @property
    def targets(self) -> dict[str, str]:
        """The state that each answer leads to; without a question there is the one answer ""."""
        return self.to if isinstance(self.to, dict) else {"": self.to}


class OwnRole(Struct):
    """A role that a place adds: what it is called, and the acts that it may do, too."""

    label: str
    does: tuple[ActKey, ...]

    def faults(self) -> Iterator[Fault]:
        """Yield that it may do nothing."""
        if not self.does:
            yield ("does",), "没有写这个角色办哪些行为"


class NeedEntry(Struct):
    """What table.yaml says of a need."""

    says: str
    cites: Citation


class TableFile(Struct):
    """What table.yaml says."""

    states: dict[str, StateEntry]
    roles: dict[str, str]
    acts: dict[ActKey, MoveEntry]
    needs: dict[str, NeedEntry]

    def faults(self) -> Iterator[Fault]:
        """Yield names that are not declared, acts and needs that are left out."""
        for key in ACTS.keys() - self.acts.keys():
            yield ("acts",), f"缺少“{key}”这一办理行为"
        for key, entry in self.acts.items():
            for keys, says in self._unknown(entry):
                yield ("acts", key, *keys), says
        used = {need for entry in self.acts.values() for need in entry.needs}
        for need in self.needs.keys() - used:
            yield ("needs", need), f"没有哪一办理行为要“{need}”{near(need, used)}"
        if not self._has_unknown():
            yield from _wrong_ways(_table(self))

    def _has_unknown(self) -> bool:
        missing = ACTS.keys() - self.acts.keys()
        return bool(missing) or any(any(self._unknown(one)) for one in self.acts.values())

    def _unknown(self, entry: MoveEntry) -> Iterator[Fault]:
        answers = QUESTIONS.get(entry.asks, frozenset(("",)))
        if entry.asks not in ("", *QUESTIONS):
            yield ("asks",), f"没有“{entry.asks}”这个问题{near(entry.asks, QUESTIONS)}"
        elif {*entry.targets} != answers:
            yield ("to",), f"要对每个回答（{'、'.join(sorted(answers))}）写明到哪个状态"
        states = {*self.states, SAME}
        for field, named_here, known, what in (
            ("from", entry.sources, self.states.keys(), "状态"),
            ("stays", entry.stays, self.states.keys(), "状态"),
            ("to", tuple(entry.targets.values()), states, "状态"),
            ("by", entry.by, self.roles.keys(), "角色"),
            ("needs", entry.needs, self.needs.keys(), "条件"),
        ):
            for one in named_here:
                if one not in known:
                    yield (field,), f"没有“{one}”这个{what}{near(one, known)}"


@from_data
def case_table() -> CaseTable:
    """Return the table on file; raises DataFileError with everything that is wrong."""
    file = load("casework/table.yaml", TableFile)
    own = load(_ROLES, dict[str, OwnRole], default={})
    for key in own:
        if key in file.roles:
            raise fault(_ROLES, (key,), f"系统里已经有“{key}”这个角色，本地不能改，只能另加")
    return _table(file, own)


def read_table(text: str) -> CaseTable:
    """Return a table from its YAML text; raises DataFileError with everything that is wrong."""
    return _table(read(text, TableFile, "table.yaml"))


def _table(file: TableFile, own: Mapping[str, OwnRole] = MappingProxyType({})) -> CaseTable:
    states = {
        key: CaseState(key, one.label, one.waits, one.over) for key, one in file.states.items()
    }
    needs = {key: Need(key, one.says, one.cites) for key, one in file.needs.items()}
    return CaseTable(
        MappingProxyType(states),
        MappingProxyType({**file.roles, **{key: one.label for key, one in own.items()}}),
        MappingProxyType({key: _move(key, file.acts[ActKey(key)], own) for key in ACTS}),
        MappingProxyType(needs),
    )


def _move(key: str, entry: MoveEntry, own: Mapping[str, OwnRole]) -> Move:
    return Move(
        act=key,
        label=act_label(key),
        sources=(*entry.sources, *entry.stays),
        asks=entry.asks,
        to=MappingProxyType(entry.targets),
        needs=entry.needs,
        roles=(*entry.by, *(role for role, one in own.items() if key in one.does)),
        cites=entry.cites,
        stays=entry.stays,
    )


def _wrong_ways(table: CaseTable) -> Iterator[Fault]:
    """Yield every state that cannot be reached, and every one that leads nowhere."""
    ways = list(table.edges())
    reached = {START}
    while more := {to for source, _, to in ways if source in reached} - reached:
        reached |= more
    for state in table.states.keys() - reached:
        yield ("states", state), f"“{state}”这个状态到不了"
    ending = {key for key, state in table.states.items() if state.over}
    while more := {source for source, _, to in ways if to in ending} - ending:
        ending |= more
    for state in table.states.keys() - ending:
        yield ("states", state), f"“{state}”这个状态没有出路"
