"""What may follow what (办理流程): the table of states and acts, checked when it is loaded."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from ogi.casework.acts import ACTS
from ogi.casework.labels import act_label
from ogi.errors import DataFileError
from ogi.law import Citation, cite

START = "new"
SAME = "same"
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


@cache
def case_table() -> CaseTable:
    """Return the table on file; raises DataFileError when it is wrong."""
    text = (files("ogi.casework") / "data" / "table.yaml").read_text(encoding="utf-8")
    return read_table(text)


def read_table(text: str) -> CaseTable:
    """Return a table from its YAML text; raises DataFileError with everything that is wrong."""
    data = yaml.load(text, _Loader)
    if missing := {"states", "roles", "acts", "needs"} ^ set(data):
        raise DataFileError(f"the table of a case must have states, roles, acts, needs: {missing}")
    if wrong := list(_wrong_names(data)):
        raise DataFileError(f"the table of a case is wrong: {'; '.join(wrong)}")
    table = CaseTable(
        MappingProxyType({key: CaseState(key, **one) for key, one in data["states"].items()}),
        MappingProxyType(data["roles"]),
        MappingProxyType({key: _move(key, data["acts"][key]) for key in ACTS}),
        MappingProxyType(
            {key: Need(key, one["says"], cite(one["cites"])) for key, one in data["needs"].items()}
        ),
    )
    if wrong := list(_wrong_ways(table)):
        raise DataFileError(f"the table of a case is wrong: {'; '.join(wrong)}")
    return table


def _move(key: str, entry: Mapping[str, Any]) -> Move:
    to = entry["to"]
    return Move(
        act=key,
        label=act_label(key),
        sources=(*entry["from"], *entry.get("stays", ())),
        asks=entry.get("asks", ""),
        to=MappingProxyType(to if isinstance(to, dict) else {"": to}),
        needs=tuple(entry.get("needs", ())),
        roles=tuple(entry["by"]),
        cites=cite(entry["cites"]),
        stays=tuple(entry.get("stays", ())),
    )


def _wrong_names(data: Mapping[str, Any]) -> Iterator[str]:
    """Yield every name in the table that is not declared, and every act that is not in it."""
    for key in ACTS.keys() - data["acts"].keys():
        yield f"{key} is missing"
    used: set[str] = set()
    for key, entry in data["acts"].items():
        if key not in ACTS:
            yield f"there is no act {key}"
        to = entry["to"] if isinstance(entry["to"], dict) else {"": entry["to"]}
        answers = QUESTIONS.get(entry.get("asks", ""), frozenset(("",)))
        if set(to) != answers or entry.get("asks", "") not in ("", *QUESTIONS):
            yield f"{key} does not answer its question"
        named = {*entry["from"], *entry.get("stays", ()), *to.values()}
        for state in named - {*data["states"], SAME}:
            yield f"{key} names the unknown state {state}"
        for role in set(entry["by"]) - set(data["roles"]):
            yield f"{key} names the unknown role {role}"
        for need in set(entry.get("needs", ())) - set(data["needs"]):
            yield f"{key} names the unknown need {need}"
        used |= set(entry.get("needs", ()))
    for need in set(data["needs"]) - used:
        yield f"no act has the need {need}"


def _wrong_ways(table: CaseTable) -> Iterator[str]:
    """Yield every state that cannot be reached, and every one that leads nowhere."""
    ways = list(table.edges())
    reached = {START}
    while more := {to for source, _, to in ways if source in reached} - reached:
        reached |= more
    for state in table.states.keys() - reached:
        yield f"the state {state} cannot be reached"
    ending = {key for key, state in table.states.items() if state.over}
    while more := {source for source, _, to in ways if to in ending} - ending:
        ending |= more
    for state in table.states.keys() - ending:
        yield f"the state {state} is a dead end"


class _Loader(yaml.SafeLoader):
    """A loader that refuses a key that stands twice."""

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Any, Any]:
        """Return a mapping; raises DataFileError for a key that stands twice."""
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        if twice := sorted({str(key) for key in keys if keys.count(key) > 1}):
            line = node.start_mark.line + 1
            raise DataFileError(f"{'; '.join(twice)} stands twice in the table, line {line} on")
        return super().construct_mapping(node, deep)
