"""The dictionaries of the narrative rules: what is written under data/, compiled."""

import re
from collections.abc import Iterable
from typing import Any

from ogi.checks.narrative.shapes import SHAPES
from ogi.data import from_data, load
from ogi.expression import expression


@from_data
def dictionary(name: str) -> Any:
    """Return a dictionary under data/, as shapes.py says that it is."""
    return load(f"checks/narrative/{name}.yaml", SHAPES[name])


def one_of(patterns: Iterable[str]) -> str:
    """Return one pattern that matches what any of these does, the longest words first."""
    return "(?:" + "|".join(sorted(patterns, key=len, reverse=True)) + ")"


@from_data
def entry(name: str, *keys: str) -> re.Pattern[str]:
    """Return the compiled pattern, or list of alternatives, at a path of a dictionary."""
    found: Any = dictionary(name)
    for key in keys:
        found = found[key]
    return expression("|".join(found) if isinstance(found, tuple) else found)
