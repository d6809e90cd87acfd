"""Places that tests make: with less on file, or more, than there is."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from ogi.data import Locality, locality, of_place
from ogi.workdays import notices

INVENTED = Path(__file__).parent
"""The folder of an invented place: an edition of 2027 with a row more, less, split, renamed."""


@contextmanager
def notices_until(year: int) -> Iterator[None]:
    """Let the notices on file end with a year, as they did before the next one came."""
    with of_place(_until(locality().folder, year)):
        yield


@cache
def _until(folder: Path | None, year: int) -> Locality:
    known = tuple(one for one in notices() if one.year <= year)
    place = Locality(folder)
    place.made[notices.function] = lambda: known
    return place
