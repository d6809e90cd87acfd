"""What the form leaves open in counting (计数口径), and what an organ chose."""

from dataclasses import dataclass, fields
from typing import Literal, get_args, get_type_hints

from ogi.data import Struct, fault, from_data, load, near
from ogi.errors import UsageError
from ogi.law import Citation

_FILE = "counting/choices.yaml"


class Question(Struct):
    """A question that the form leaves open, and the ways in which organs answer it."""

    key: str
    question: str
    cites: Citation
    ways: dict[str, str]


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


@from_data
def questions() -> dict[str, Question]:
    """Return the open questions by key."""
    found = load(_FILE, dict[str, Question], key="key")
    ways = {one.name: get_args(get_type_hints(Choices)[one.name]) for one in fields(Choices)}
    for key in {*ways} ^ {*found}:
        raise fault(_FILE, (key,), f"问题应当是{'、'.join(ways)}{near(key, ways)}")
    for key, question in found.items():
        for way in {*question.ways} ^ {*ways[key]}:
            says = f"做法应当是{'、'.join(ways[key])}{near(way, ways[key])}"
            raise fault(_FILE, (key, "ways", way), says)
    return found
