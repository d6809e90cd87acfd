"""How often the public may do what (data/limits.yaml), and the page that says so."""

from functools import cache
from importlib.resources import files

from ogi.data import Struct, read
from ogisite.core.services.limits import Limit


class LimitEntry(Struct):
    """What limits.yaml says of one limit."""

    most: int
    minutes: int
    what: str
    unit: str


class Keeps(Struct):
    """How long something is kept."""

    filling_days: int
    receipt_minutes: int
    access_minutes: int
    invitation_days: int


class LimitsFile(Struct):
    """What limits.yaml says."""

    limits: dict[str, LimitEntry]
    keeps: Keeps
    files: int


@cache
def limits_file() -> LimitsFile:
    """Return the limits; raises DataFileError for a file that is wrong."""
    text = files("ogisite.portal").joinpath("data/limits.yaml").read_text(encoding="utf-8")
    return read(text, LimitsFile, "portal/data/limits.yaml")


def limit(kind: str) -> Limit:
    """Return a limit."""
    entry = limits_file().limits[kind]
    return Limit(kind, entry.most, entry.minutes)
