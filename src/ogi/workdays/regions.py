"""Regional additions: holidays that a place sets for itself (少数民族习惯的节日)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from ogi.data import Fault, Struct, from_data, load_each, load_one, names, read
from ogi.errors import UsageError
from ogi.workdays.yearly import Span, days_of, wrong_span

_FILES = "workdays/regions/*.yaml"


@dataclass(frozen=True)
class Region:
    """A place and the days of rest it adds to those of the whole country."""

    name: str
    source: str
    rest: Mapping[date, str] = field(hash=False)


class RegionFile(Struct):
    """A region as its file gives it: spans of rest for each holiday, as it comes every year."""

    region: str
    rest: dict[str, tuple[Span, ...]]
    source: str = ""

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong with a span."""
        for name, spans in self.rest.items():
            for at, span in enumerate(spans):
                yield from wrong_span(span, "rest", name, at)


def load_region(text: str, name: str = "region.yaml") -> Region:
    """Return a region from its YAML text: region, rest and, where known, source.

    Raises DataFileError, which calls the text by its name.
    """
    return _region(read(text, RegionFile, name))


@from_data
def region(key: str) -> Region:
    """Return the region on file under a key; raises UsageError when there is none."""
    if key not in names(_FILES):
        raise UsageError(f"no region {key!r} in ogi/workdays/data/regions")
    return _region(load_one(_FILES, key, RegionFile))


def every_region() -> dict[str, Region]:
    """Return every region on file by key; raises DataFileError with the faults of all."""
    return {key: _region(file) for key, file in load_each(_FILES, RegionFile).items()}


def _region(file: RegionFile) -> Region:
    rest = {
        day: name for name, spans in file.rest.items() for span in spans for day in days_of(span)
    }
    return Region(file.region, file.source, MappingProxyType(rest))
