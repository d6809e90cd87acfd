"""What the demo county is made of (data/county.yaml)."""

from functools import cache
from importlib.resources import files
from typing import Any

from msgspec import field

from ogi.data import Struct, read


class OrganEntry(Struct, kw_only=True):
    """An organ of the county."""

    name: str
    kind: str
    code: str
    competent: bool = False
    rules: dict[str, Any] = field(default_factory=dict)


class Course(Struct, kw_only=True):
    """What becomes of a case: its channel, and its steps after arrival.

    `open` says that it is under way today: its last step was so many working days ago.
    """

    weight: int
    channel: str
    steps: tuple[str | dict[str, Any], ...]
    open: int | None = None


class County(Struct, kw_only=True):
    """The county; `replies` are the facts of the letter of each result that its courses have."""

    region: str
    organs: tuple[OrganEntry, ...]
    particulars: dict[str, str]
    roles: tuple[str, ...]
    surnames: str
    given: str
    subjects: tuple[str, ...]
    courses: dict[str, Course]
    replies: dict[str, dict[str, Any]]


@cache
def county() -> County:
    """Return the county; raises DataFileError for a file that is wrong."""
    text = files("ogisite.demo").joinpath("data/county.yaml").read_text(encoding="utf-8")
    return read(text, County, "demo/data/county.yaml")
