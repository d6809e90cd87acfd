"""The dictionaries of the narrative rules: what is written under data/, compiled."""

import re
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from ogi.errors import DataFileError

LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@cache
def dictionary(name: str) -> dict[str, Any]:
    """Return the content of a dictionary under data/."""
    path = files("ogi.checks.narrative") / "data" / f"{name}.yaml"
    content = yaml.load(path.read_text(encoding="utf-8"), LOADER)
    if not isinstance(content, dict):
        raise DataFileError(f"narrative/data/{name}.yaml must be a mapping")
    return content


def one_of(patterns: list[str]) -> str:
    """Return one pattern that matches what any of these does, the longest words first."""
    return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of a dictionary; say which one is wrong."""
    try:
        return re.compile(pattern)
    except re.error as error:
        raise DataFileError(f"a pattern of narrative/data is wrong: {pattern!r}: {error}") from None


@cache
def entry(name: str, *keys: str) -> re.Pattern[str]:
    """Return the compiled pattern, or list of alternatives, at a path of a dictionary."""
    found: Any = dictionary(name)
    for key in keys:
        found = found[key]
    return compiled("|".join(found) if isinstance(found, list) else found)
