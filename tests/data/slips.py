"""Every place of a data file where a slip of the pen can be made, with what stands there."""

from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any, Literal, get_args, get_origin

import msgspec
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from ogi.data.composing import compose
from ogi.data.converting import _chosen, _items
from ogi.letters.forms import Text


@dataclass(frozen=True)
class Spot:
    """A key or a value: which characters it is, its type, and the names it could have instead.

    `names` are the keys of a struct; None where a key or a text is a name made here.
    """

    keys: tuple[Hashable, ...]
    start: int
    end: int
    is_key: bool
    kind: Any
    names: frozenset[str] | None = None
    required: bool = False
    entry_end: int = 0
    in_flow: bool = False

    def __str__(self) -> str:
        return ("key " if self.is_key else "value ") + ".".join(map(str, self.keys))


def spots(text: str, kind: Any) -> list[Spot]:
    """Every key and every value of a file."""
    return list(_spots(compose(text, "", trusted=True), kind, ()))


def _spots(node: Node, kind: Any, keys: tuple[Hashable, ...]) -> Iterator[Spot]:
    if not isinstance(node, ScalarNode):
        kind = _chosen({MappingNode: {}, SequenceNode: []}[type(node)], kind)
    if isinstance(node, ScalarNode):
        yield Spot(keys, node.start_mark.index, node.end_mark.index, False, kind)
    elif isinstance(node, SequenceNode):
        inner = _items(get_args(kind), len(node.value)) if get_args(kind) else ()
        for at, (one, each) in enumerate(zip(node.value, inner, strict=False)):
            yield from _spots(one, each, (*keys, at))
    elif isinstance(node, MappingNode):
        taken_over = any(key.value == "<<" for key, _ in node.value)
        for key, value in node.value:
            if key.value == "<<":
                continue
            mine = (*keys, key.value)
            where = (mine, key.start_mark.index, key.end_mark.index, True)
            entry = (value.end_mark.index, node.flow_style)
            if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
                fields = {one.encode_name: one for one in msgspec.structs.fields(kind)}
                field = fields[key.value]
                yield Spot(
                    *where, str, frozenset(fields), field.required and not taken_over, *entry
                )
                yield from _spots(value, field.type, mine)
            elif get_args(kind):
                yield Spot(*where, get_args(kind)[0], None, False, *entry)
                yield from _spots(value, get_args(kind)[1], mine)


def is_reference(kind: Any) -> bool:
    """A text that only certain words can be."""
    return get_origin(kind) is Literal or (hasattr(kind, "from_data") and kind is not Text)


def without(text: str, spot: Spot) -> str:
    """The file without a key and its value."""
    return _cut(text, spot, "")


def doubled(text: str, spot: Spot) -> str:
    """The file with a key and its value twice."""
    entry = text[spot.start : spot.entry_end]
    if spot.in_flow:
        return _cut(text, spot, f"{entry}, {entry}")
    column = spot.start - (text.rfind("\n", 0, spot.start) + 1)
    return _cut(text, spot, f"{entry.rstrip()}\n{' ' * column}{entry.rstrip()}\n" + " " * column)


def _cut(text: str, spot: Spot, other: str) -> str:
    end = spot.entry_end
    if spot.in_flow and not other and text[end : end + 1] == ",":
        end += 1
    return text[: spot.start] + other + text[end:]
