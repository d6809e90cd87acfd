"""What there is to fill in of each act (行为的栏目): enough to draw a form from."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import Enum
from types import MappingProxyType, UnionType
from typing import Any, get_args, get_origin

import msgspec
from msgspec.structs import fields

from ogi.casework.acts import ACTS, Act
from ogi.casework.labels import act_label, field_label
from ogi.casework.ledger import VERSION
from ogi.data import from_data

_KINDS = {str: "text", bool: "yes_no", int: "integer", date: "date", Decimal: "amount"}


@dataclass(frozen=True, slots=True)
class FieldSchema:
    """What is filled in at one place: its name, its Chinese label, its kind.

    The kinds are text, yes_no, integer, date, amount, choice and group; `many` says that there
    may be several. A choice has `choices`, by value with their labels, a group has `fields`.
    """

    name: str
    label: str
    kind: str
    required: bool
    many: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    fields: "tuple[FieldSchema, ...]" = ()


@dataclass(frozen=True, slots=True)
class ActSchema:
    """What is filled in of an act, in the order of a form."""

    key: str
    label: str
    fields: tuple[FieldSchema, ...]


@from_data
def act_schemas() -> Mapping[str, ActSchema]:
    """Return the schema of every act by key, in the order of a case.

    >>> [one.label for one in act_schemas()["extended"].fields if one.required]
    ['日期', '工作日数', '批准人']
    """
    return MappingProxyType(
        {key: ActSchema(key, act_label(key), _fields(made)) for key, made in ACTS.items()}
    )


def ledger_schema() -> dict[str, Any]:
    """Return the JSON Schema of a ledger file."""
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **_schema()}


def _schema() -> dict[str, Any]:
    (shape,), parts = msgspec.json.schema_components((list[Act],))
    acts = {"type": "array", "minItems": 1, "items": shape["items"]}
    version = {"type": "integer", "minimum": 1, "maximum": VERSION}
    return {
        "title": "台账",
        "type": "object",
        "properties": {"version": version, "acts": acts},
        "required": ["acts"],
        "$defs": parts,
    }


_FIRST = ("day",)
_LAST = ("by", "note", "id")


def _fields(made: type[Any]) -> tuple[FieldSchema, ...]:
    """Return the fields of an act or of a part of one: the day first, what all have last."""
    found = [_field(one.encode_name, one.type, one.required) for one in fields(made)]
    return tuple(
        sorted(found, key=lambda one: (one.name not in _FIRST, _rank(one.name), not one.required))
    )


def _rank(name: str) -> int:
    return _LAST.index(name) + 1 if name in _LAST else 0


def _field(name: str, kind: Any, required: bool) -> FieldSchema:
    if isinstance(kind, UnionType):  # date | None
        kind = next(one for one in get_args(kind) if one is not type(None))
    many = get_origin(kind) is tuple
    kind = get_args(kind)[0] if many else kind
    label = field_label(name)
    if issubclass(kind, msgspec.Struct):
        return FieldSchema(name, label, "group", required, many, fields=_fields(kind))
    if issubclass(kind, Enum):
        choices = {one.value: one.label for one in kind}
        return FieldSchema(name, label, "choice", required, many, MappingProxyType(choices))
    return FieldSchema(name, label, _KINDS[kind], required, many)
