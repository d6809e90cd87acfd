"""Ledgers (台账) from plain values and back; every fault of a ledger is said at once.

In plain values the day of an act is `day`: YAML reads a bare `on` as a yes.
"""

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, get_args, get_origin, get_type_hints

import yaml

from ogi.casework.acts import ACTS, Act, Ledger, key_of
from ogi.casework.labels import act_label, field_label
from ogi.errors import LedgerError

MISFIT = object()


def load_ledger(text: str) -> Ledger:
    """Return the ledger that a YAML or JSON text holds; raises LedgerError with every fault."""
    try:
        data = yaml.load(text, _Loader)
    except (yaml.YAMLError, ValueError) as error:
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

    Raises LedgerError; its `faults` are Chinese sentences, each with the place.
    """
    entries = data.get("acts") if isinstance(data, Mapping) else data
    if not isinstance(entries, list) or not entries:
        raise LedgerError(("没有办理行为：应当是一列行为，或者写在acts之下",))
    faults: list[str] = []
    acts = [_act(entry, number, faults) for number, entry in enumerate(entries, 1)]
    if faults:
        raise LedgerError(tuple(faults))
    return tuple(act for act in acts if act is not None)


def ledger_to(ledger: Ledger) -> list[dict[str, Any]]:
    """Return a ledger as plain values, in its order; what is empty is left out."""
    return [{"act": key_of(act), **_plain_fields(act)} for act in ledger]


def _act(entry: object, number: int, faults: list[str]) -> Act | None:
    where = f"第{number}项"
    if not isinstance(entry, Mapping):
        faults.append(f"{where}不是一个行为，应当写明act和day")
        return None
    key = entry.get("act")
    if key not in ACTS:
        said = f"没有“{key}”这种行为" if key else "没有写明是什么行为（act）"
        faults.append(f"{where}{said}")
        return None
    where = f"{where}“{act_label(key)}”"
    rest = {name: value for name, value in entry.items() if name != "act"}
    made: Act | None = _made(ACTS[key], rest, where, faults)
    return made


def _made(made: type[Any], entry: Mapping[Any, Any], where: str, faults: list[str]) -> Any:
    """Return an act, or a part of one, from plain values; None when something is wrong."""
    known = _fields(made)  # type: ignore[arg-type]
    before = len(faults)
    faults += [f"{where}{_unknown(name)}" for name in entry if name not in known]
    values: dict[str, Any] = {}
    for name, (field, kind) in known.items():
        if entry.get(name) is None:
            if field.default is MISSING:
                faults.append(f"{where}没有填{field_label(name)}（{name}）")
            continue
        values[field.name] = _value(kind, entry[name], f"{where}的{field_label(name)}", faults)
    return made(**values) if len(faults) == before else None


def _unknown(name: object) -> str:
    if name is True:
        return "的日期应当写在day里：YAML把on读成“是”"
    return f"没有“{name}”这一栏"


@cache
def _fields(made: type[Any]) -> dict[str, tuple[Field[Any], Any]]:
    kinds = get_type_hints(made)
    return {_outside(field.name): (field, kinds[field.name]) for field in fields(made)}


def _outside(name: str) -> str:
    return "day" if name == "on" else name


def _value(kind: Any, value: object, where: str, faults: list[str]) -> Any:
    if isinstance(kind, UnionType):  # date | None
        kind = next(one for one in get_args(kind) if one is not type(None))
    if get_origin(kind) is tuple:
        return _values(get_args(kind)[0], value, where, faults)
    if is_dataclass(kind) and isinstance(value, Mapping):
        return _made(kind, value, where, faults)  # type: ignore[arg-type]
    found = _plain(kind, value)
    if found is MISFIT:
        faults.append(f"{where}“{value}”{_wanted(kind)}")
    return found


def _values(kind: Any, value: object, where: str, faults: list[str]) -> tuple[Any, ...]:
    if not isinstance(value, list | tuple):
        faults.append(f"{where}应当是一列，如 [甲, 乙]")
        return ()
    return tuple(_value(kind, one, f"{where}第{at}个", faults) for at, one in enumerate(value, 1))


def _plain(kind: Any, value: object) -> Any:
    """Return a plain value as what it should be, or MISFIT."""
    if kind is str:
        return str(value) if isinstance(value, str | int) and value is not True else MISFIT
    if kind is bool or kind is int:
        return value if type(value) is kind else MISFIT
    try:
        if kind is date:
            return value if type(value) is date else date.fromisoformat(str(value))
        if kind is Decimal:
            return Decimal(str(value)) if Decimal(str(value)).is_finite() else MISFIT
        return kind(value)
    except (ValueError, TypeError, InvalidOperation):
        return MISFIT


def _wanted(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, Enum):
        choices = "、".join(f"{one.value}（{one.label}）" for one in kind)  # type: ignore[attr-defined]
        return f"应当是以下之一：{choices}"
    names = {
        date: "应当是日期，如2026-09-18",
        int: "应当是整数",
        bool: "应当是true或者false",
        Decimal: "应当是金额，如1200.00",
        str: "应当是文字",
    }
    return names.get(kind, "应当写明各栏")


def _plain_fields(made: Any) -> dict[str, Any]:
    named = ((field.name, getattr(made, field.name)) for field in fields(made))
    return {
        _outside(name): _plain_value(value) for name, value in named if value not in ("", (), None)
    }


def _plain_value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain_value(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    return _plain_fields(value) if is_dataclass(value) else value
