"""Regional additions: holidays that a place sets for itself (少数民族习惯的节日)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from ogi.errors import DataFileError, UsageError
from ogi.workdays.yearly import load_yaml, spread

_KEYS = {"region", "source", "rest"}


@dataclass(frozen=True)
class Region:
    """A place and the days of rest it adds to those of the whole country."""

    name: str
    source: str
    rest: Mapping[date, str] = field(hash=False)


def load_region(text: str) -> Region:
    """Return a region from its YAML text: region, rest and, where known, source.

    `rest` has a list of spans for each holiday, as it comes again every year. Raises
    DataFileError.
    """
    data = load_yaml(text)
    if not isinstance(data, dict) or set(data) - _KEYS or {"region", "rest"} - set(data):
        raise DataFileError("a region must have region, rest; may have source")
    if not isinstance(data["rest"], dict):
        raise DataFileError("the rest of a region must have a list of spans for each holiday")
    where = f"the region {data['region']}"
    rest: dict[date, str] = {}
    for name, spans in data["rest"].items():
        for span in spans if isinstance(spans, list) else [spans]:
            rest |= spread({name: span}, where)
    return Region(data["region"], data.get("source", ""), MappingProxyType(rest))


@cache
def region(key: str) -> Region:
    """Return the region on file under a key; raises UsageError when there is none."""
    folder = files("ogi.workdays") / "data" / "regions"
    path = folder / f"{key}.yaml"
    if not key.isidentifier() or not path.is_file():
        raise UsageError(f"no region {key!r} in ogi/workdays/data/regions")
    return load_region(path.read_text(encoding="utf-8"))
