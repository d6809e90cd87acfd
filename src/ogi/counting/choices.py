"""What the form leaves open in counting (计数口径), and what an organ chose."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from typing import Literal

import yaml

from ogi.errors import UsageError
from ogi.law import Citation, cite


@dataclass(frozen=True, slots=True)
class Question:
    """A question that the form leaves open, and the ways in which organs answer it."""

    key: str
    question: str
    cites: Citation
    ways: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """The ways in which an organ counts; each field is a question of choices.yaml.

    Raises UsageError for a way that is not on file.
    """

    joint: Literal["one", "each"] = "one"
    items: Literal["one", "each"] = "one"
    withdrawn: Literal["counted", "left_out"] = "counted"
    split: Literal["parts", "whole"] = "parts"
    not_application: Literal["counted", "left_out"] = "counted"
    closes_on: Literal["delivered", "replied"] = "delivered"

    def __post_init__(self) -> None:
        for field in fields(self):
            ways = questions()[field.name].ways
            if getattr(self, field.name) not in ways:
                raise UsageError(f"{field.name} is one of {', '.join(ways)}")


@cache
def questions() -> dict[str, Question]:
    """Return the open questions by key."""
    text = (files("ogi.counting") / "data" / "choices.yaml").read_text(encoding="utf-8")
    return {
        key: Question(key, entry["question"], cite(entry["cites"]), entry["ways"])
        for key, entry in yaml.safe_load(text).items()
    }
