"""Plain values as typed structs, and every fault of a value that is not as its type says."""

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

import msgspec

from ogi.data.nearness import near
from ogi.data.structs import Fault, Faulty, Reference, Struct, hook

T = TypeVar("T")

_NAMES = {
    str: "文字", int: "整数", float: "小数", bool: "true 或 false", date: "日期（如 2026-01-31）",
    NoneType: "空", list: "列表", tuple: "列表", frozenset: "列表", dict: "一组“键: 值”",
}  # fmt: skip


def convert(value: Any, kind: type[T]) -> T:
    """Return a plain value as its type; raises Faulty with every fault."""
    try:
        found = msgspec.convert(value, kind, strict=True, dec_hook=hook)
    except msgspec.ValidationError as error:
        raise Faulty(tuple(faults(value, kind)) or (((), str(error)),)) from error
    if wrong := tuple(_key_faults(value, kind)):
        raise Faulty(wrong)
    return found


def faults(value: Any, kind: Any, *keys: Hashable) -> Iterator[Fault]:
    """Yield every fault of a value: the keys that lead there, and a sentence."""
    found = tuple(_inside(value, _chosen(value, kind), faults)) or tuple(_itself(value, kind))
    return (((*keys, *path), says) for path, says in found)


def _key_faults(value: Any, kind: Any, *keys: Hashable) -> Iterator[Fault]:
    """Yield the keys of mappings that are no name on file: msgspec takes any text for a key."""
    if _has_reference_keys(kind):
        for path, says in _inside(value, _chosen(value, kind), _key_faults):
            yield (*keys, *path), says


def _chosen(value: Any, kind: Any) -> Any:
    """Return the one option of a union that a mapping or a list can only be meant for."""
    if get_origin(kind) is Annotated:
        kind = get_args(kind)[0]
    if get_origin(kind) not in (Union, UnionType):
        return kind
    options = [one for one in get_args(kind) if isinstance(value, _shape(one))]
    if isinstance(value, dict) and len(options) > 1:
        options = [one for one in options if _has_tag(value, one)]
    return options[0] if len(options) == 1 else kind


def _has_tag(value: dict[Any, Any], kind: Any) -> bool:
    config = getattr(kind, "__struct_config__", None)
    return config is not None and value.get(config.tag_field) == config.tag


def _shape(kind: Any) -> type[Any]:
    origin = get_origin(kind) or kind
    if isinstance(origin, type) and issubclass(origin, msgspec.Struct | Mapping):
        return dict
    if isinstance(origin, type) and issubclass(origin, Sequence | frozenset):
        return str if issubclass(origin, str) else list
    return origin if isinstance(origin, type) else object


def _inside(value: Any, kind: Any, each: Callable[..., Iterator[Fault]]) -> Iterator[Fault]:
    origin, args = get_origin(kind) or kind, get_args(kind)
    if not isinstance(origin, type) or not isinstance(value, dict | list):
        return
    if isinstance(value, dict) and issubclass(origin, msgspec.Struct):
        yield from _fields(value, origin, each)
    elif isinstance(value, dict) and issubclass(origin, Mapping) and args:
        for key, one in value.items():
            yield from faults(key, args[0], key)
            yield from each(one, args[1], key)
    elif isinstance(value, list) and args and issubclass(origin, Sequence | frozenset):
        for at, (one, item) in enumerate(zip(value, _items(args, len(value)), strict=False)):
            yield from each(one, item, at)


def _items(args: tuple[Any, ...], length: int) -> Sequence[Any]:
    return [args[0]] * length if len(args) == 1 or args[1] is ... else args


def _fields(
    value: dict[Any, Any], kind: type[msgspec.Struct], each: Callable[..., Iterator[Fault]]
) -> Iterator[Fault]:
    fields = _fields_of(kind)
    tag = kind.__struct_config__.tag_field
    missing = [name for name, one in fields.items() if one.required and name not in value]
    for key, one in value.items():
        if key in fields:
            yield from each(one, fields[key].type, key)
        elif key != tag:
            yield (key,), f"这里没有“{key}”这一项{near(key, missing or fields)}"
    for name in missing:
        yield (), f"缺少“{name}”这一项"


@cache
def _fields_of(kind: type[msgspec.Struct]) -> dict[str, msgspec.structs.FieldInfo]:
    return {one.encode_name: one for one in msgspec.structs.fields(kind)}


def _itself(value: Any, kind: Any) -> Iterator[Fault]:
    try:
        msgspec.convert(value, kind, strict=True, dec_hook=hook)
    except msgspec.ValidationError as error:
        cause = error.__cause__
        if isinstance(cause, Faulty):
            yield from cause.faults
        else:
            yield (), str(cause) if cause is not None else _expected(value, kind)


def _expected(value: Any, kind: Any) -> str:
    written = _NAMES.get(type(value), "")
    shown = f"{written} {value}" if isinstance(value, str | int | float | date) else written
    if get_origin(kind) is Literal:
        names = get_args(kind)
        return f"只能是 {'、'.join(map(str, names))}，写的却是{shown}{near(value, names)}"
    return f"应当是{_named(kind)}，写的却是{shown}"


def _named(kind: Any) -> str:
    origin = get_origin(kind) or kind
    if origin is Annotated:
        return _named(get_args(kind)[0]) + "，并合乎 " + str(get_args(kind)[1])
    if origin in (Union, UnionType):
        return "或".join(dict.fromkeys(_named(one) for one in get_args(kind)))
    if isinstance(origin, type) and issubclass(origin, Reference):
        return origin.what
    return _NAMES.get(origin) or _NAMES.get(_shape(kind)) or "别的内容"


@cache
def _has_reference_keys(kind: Any, above: tuple[Any, ...] = ()) -> bool:
    """Tell whether a type has a mapping by references in it; a struct may hold its own kind."""
    args = get_args(kind)
    if isinstance(kind, type) and issubclass(kind, Struct):
        if kind in above:
            return False
        inside = msgspec.structs.fields(kind)
        return any(_has_reference_keys(one.type, (*above, kind)) for one in inside)
    if _shape(kind) is dict and isinstance(args[0], type) and issubclass(args[0], Reference):
        return True
    return any(_has_reference_keys(one, above) for one in args if isinstance(one, Hashable))
