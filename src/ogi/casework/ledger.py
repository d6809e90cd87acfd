"""Ledgers (台账) from plain values and back; every fault of a ledger is said at once.

In plain values the day of an act is `day`: YAML reads a bare `on` as a yes.
"""

from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from itertools import chain, count
from types import UnionType
from typing import Any, get_args, get_origin

import msgspec
import yaml
from msgspec.structs import fields, replace

from ogi.casework.acts import ACTS, Act, Ledger, key_of
from ogi.casework.labels import act_label, field_label
from ogi.data import measure
from ogi.errors import DataFileError, LedgerError

VERSION = 2
"""The version of the schema that is written; 1 had no version and no ids, and is still read."""


def load_ledger(text: str) -> Ledger:
    """Return the ledger that a YAML or JSON text holds; raises LedgerError with every fault."""
    try:
        measure(text, "台账")
        data = yaml.load(text, _Loader)
    except DataFileError as error:
        raise LedgerError(tuple(map(str, error.faults))) from error
    except (yaml.YAMLError, ValueError, TypeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        where = f"第{mark.line + 1}行" if mark else "文件"
        raise LedgerError((f"{where}不合YAML或JSON的写法，照样例改正",)) from error
    return ledger_from(data)


class _Loader(getattr(yaml, "CSafeLoader", yaml.SafeLoader)):  # type: ignore[misc]
    """A loader that leaves days as they are written, so that 2026-02-30 can be named."""

    yaml_implicit_resolvers = {  # noqa: RUF012
        first: [one for one in resolvers if one[0] != "tag:yaml.org,2002:timestamp"]
        for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
    }


def ledger_from(data: object) -> Ledger:
    """Return a ledger from plain values: a list of acts, or a mapping that has them as `acts`.

    Every act has an id afterwards. Raises LedgerError; its `faults` are Chinese sentences,
    each with the place.
    """
    entries = data.get("acts") if isinstance(data, Mapping) else data
    if not isinstance(entries, list) or not entries:
        raise LedgerError(("没有办理行为：应当是一列行为，或者写在acts之下",))
    faults = [*_version(data)]
    made = [_act(entry, number, faults) for number, entry in enumerate(entries, 1)]
    acts = tuple(act for act in made if act is not None)
    faults += _repeated(acts)
    if faults:
        raise LedgerError(tuple(faults))
    return identified(acts)


def ledger_to(ledger: Ledger) -> dict[str, Any]:
    """Return a ledger as plain values, each act with its id; what is empty is left out."""
    return {"version": VERSION, "acts": [_plain(act) for act in identified(ledger)]}


def identified(ledger: Ledger) -> Ledger:
    """Return a ledger whose acts all have an id: their own, or one from their day and kind.

    What is added to a ledger later changes no id that was derived before.

    >>> from ogi.casework.intake import Confirmed
    >>> identified((Confirmed(on=date(2026, 9, 18)),))[0].id
    '2026-09-18-confirmed'
    """
    if all(act.id for act in ledger):
        return ledger
    taken = {act.id for act in ledger}
    found: list[Act] = []
    for act in ledger:
        if not act.id:
            act = replace(act, id=_free(f"{act.on}-{key_of(act)}", taken))
            taken.add(act.id)
        found.append(act)
    return tuple(found)


def _free(name: str, taken: set[str]) -> str:
    tries = chain((name,), (f"{name}-{number}" for number in count(2)))
    return next(one for one in tries if one not in taken)


def _version(data: object) -> Iterator[str]:
    version = data.get("version", 1) if isinstance(data, Mapping) else 1
    if version not in range(1, VERSION + 1) or version is True:
        yield f"台账的版本（version）是{version}，只读得了1至{VERSION}"


def _repeated(acts: Ledger) -> Iterator[str]:
    for name, number in Counter(act.id for act in acts if act.id).items():
        if number > 1:
            yield f"有{number}项行为的编号（id）都是“{name}”，应当各不相同"


def _plain(act: Act) -> dict[str, Any]:
    plain: dict[str, Any] = msgspec.json.decode(
        msgspec.json.encode(act, enc_hook=str)
    )  # codes from data are texts
    day = {"act": plain.pop("act"), "day": plain.pop("day")}
    return {**day, **{key: value for key, value in plain.items() if value not in ("", [], None)}}


def _act(entry: object, number: int, faults: list[str]) -> Act | None:
    where = f"第{number}项"
    if not isinstance(entry, Mapping):
        faults.append(f"{where}不是一个行为，应当写明act和day")
        return None
    key = entry.get("act")
    if not isinstance(key, str) or key not in ACTS:
        said = f"没有“{key}”这种行为" if key else "没有写明是什么行为（act）"
        faults.append(f"{where}{said}")
        return None
    rest = {name: value for name, value in entry.items() if name != "act"}
    made: Act | None = _made(ACTS[key], rest, f"{where}“{act_label(key)}”", faults)
    return made


def _made(made: type[Any], entry: Mapping[Any, Any], where: str, faults: list[str]) -> Any:
    """Return an act, or a part of one, from plain values; None when something is wrong."""
    known = {field.encode_name: field for field in fields(made)}
    before = len(faults)
    faults += [f"{where}{_unknown(name)}" for name in entry if name not in known]
    values: dict[str, Any] = {}
    for name, field in known.items():
        if entry.get(name) is not None:
            place = f"{where}的{field_label(name)}"
            values[field.name] = _value(field.type, entry[name], place, faults)
        elif field.required:
            faults.append(f"{where}没有填{field_label(name)}（{name}）")
    return made(**values) if len(faults) == before else None


def _unknown(name: object) -> str:
    if name is True:
        return "的日期应当写在day里：YAML把on读成“是”"
    return f"没有“{name}”这一栏"


def _value(kind: Any, value: object, where: str, faults: list[str]) -> Any:
    if isinstance(kind, UnionType):  # date | None
        kind = next(one for one in get_args(kind) if one is not type(None))
    if get_origin(kind) is tuple:
        return _values(get_args(kind)[0], value, where, faults)
    if issubclass(kind, msgspec.Struct) and isinstance(value, Mapping):
        return _made(kind, value, where, faults)
    if kind is str and type(value) is int:
        return str(value)
    try:
        return _finite(msgspec.convert(value, kind))
    except msgspec.ValidationError:
        faults.append(f"{where}“{value}”{_wanted(kind)}")
        return None


def _values(kind: Any, value: object, where: str, faults: list[str]) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        faults.append(f"{where}应当是一列，如 [甲, 乙]")
        return ()
    return tuple(_value(kind, one, f"{where}第{at}个", faults) for at, one in enumerate(value, 1))


def _finite(value: Any) -> Any:
    if isinstance(value, Decimal) and not value.is_finite():
        raise msgspec.ValidationError
    return value


def _wanted(kind: Any) -> str:
    if issubclass(kind, Enum):
        choices = "、".join(f"{one.value}（{one.label}）" for one in kind)
        return f"应当是以下之一：{choices}"
    names = {
        date: "应当是日期，如2026-09-18",
        int: "应当是整数",
        bool: "应当是true或者false",
        Decimal: "应当是金额，如1200.00",
        str: "应当是文字",
    }
    return names.get(kind, "应当写明各栏")
