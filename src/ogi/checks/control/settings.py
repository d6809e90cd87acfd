"""Settings files (设置文件) in TOML: typed, strict, every fault with its file and line."""

import re
from pathlib import Path
from typing import TypeVar

import msgspec

from ogi.errors import SettingsError


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename="kebab"):
    """A part of a settings file; keys that it does not know are refused."""


Kind = TypeVar("Kind", bound=Settings)
_KINDS = {
    "array": '应当是一列，如 ["S540", "N"]',
    "object": "应当是一节，写成 [名称] 和下面的各项",
    "str": "应当是文字，写在引号里",
    "date": "应当是日期，如 2026-03-02",
}


def decoded(path: Path, kind: type[Kind]) -> Kind:
    """Return what a settings file holds; raises SettingsError with a Chinese sentence."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise SettingsError(f"{path}：打不开设置文件（{error.strerror or error}）") from error
    try:
        return msgspec.toml.decode(data, type=kind)
    except msgspec.ValidationError as error:
        raise SettingsError(_sentence(path, data, str(error))) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}{_spot(str(error))}") from error


def _spot(said: str) -> str:
    where = re.search(r"at line (\d+), column (\d+)", said)
    place = f"第{where[1]}行第{where[2]}列" if where else "："
    return f"{place}不合TOML的写法；文字和中文名称要写在引号里"


def _sentence(path: Path, data: bytes, said: str) -> str:
    if unknown := re.search(r"unknown field `([^`]+)`", said):
        return f"{path}{_line(data, unknown[1])}：没有“{unknown[1]}”这一项设置"
    if missing := re.search(r"missing required field `([^`]+)`", said):
        return f"{path}：没有写{missing[1]}"
    what, _, where = said.partition(" - at `$")
    keys = re.findall(r"[\w-]+", re.sub(r"\[[^]]*\]", "", where))
    key = keys[-1] if keys else ""
    return f"{path}{_line(data, key)}：“{key}”{_wanted(what)}"


def _wanted(what: str) -> str:
    kind = re.match(r"Expected `([^`|]+)", what)
    return _KINDS.get(kind[1].strip() if kind else "", f"写得不对（{what}）")


def _line(data: bytes, key: str) -> str:
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if re.match(rf"\s*\[?[\w.\"\-]*\b{re.escape(key)}\b", line):
            return f"第{number}行"
    return ""
