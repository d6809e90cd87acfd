"""The dictionaries of the narrative rules: what is written under data/, compiled."""

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from ogi.checks.narrative.shapes import SHAPES
from ogi.data import from_data, load
from ogi.errors import DataFileError


@from_data
def dictionary(name: str) -> Any:
    """Return a dictionary under data/, as shapes.py says that it is."""
    return load(f"checks/narrative/{name}.yaml", SHAPES[name])


def one_of(patterns: Iterable[str]) -> str:
    """Return one pattern that matches what any of these does, the longest words first."""
    return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Compile a pattern of a dictionary; say which one is wrong."""
    try:
        return re.compile(pattern)
    except re.error as error:
        raise DataFileError(f"a pattern of narrative/data is wrong: {pattern!r}: {error}") from None


@from_data
def entry(name: str, *keys: str) -> re.Pattern[str]:
    """Return the compiled pattern, or list of alternatives, at a path of a dictionary."""
    found: Any = dictionary(name)
    for key in keys:
        found = found[key]
    return compiled("|".join(found) if isinstance(found, tuple) else found)
