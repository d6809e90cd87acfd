"""Places that tests make: with less on file, or more, than there is."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache
from pathlib import Path

import msgspec

from ogi.casework.outcomes import OutcomesFile, _data
from ogi.data import Locality, locality, of_place, read
from ogi.form import Edition, editions
from ogi.form.declared import EditionFile
from ogi.form.load import _ending, _following
from ogi.workdays import notices

LATER = Path(__file__).parent / "later.yaml"
_ALL = 9999


@contextmanager
def ending(notice: int = _ALL, form: int = _ALL) -> Iterator[None]:
    """Let the notices, or the editions, end with a year, as they did before the next one came."""
    with of_place(_place(locality().folder, notice, form)):
        yield


def invented(form: int = 2021) -> Locality:
    """A place where an invented edition follows one on file, whatever else is on file."""
    return _place(locality().folder, _ALL, form, later=True)


@cache
def _place(folder: Path | None, notice: int, form: int, *, later: bool = False) -> Locality:
    place = Locality(folder)
    if notice < _ALL:
        days = tuple(one for one in notices() if one.year <= notice)
        place.made[notices.function] = lambda: days
    if form < _ALL:
        known = [one for one in editions() if one.year <= form]
        known[-1] = replace(known[-1], last_year=None)
        made = tuple(_ending([*known, _later(known[-1])] if later else known))
        place.made[editions.function] = lambda: made
        results = _results_with_rows(made)
        place.made[_data.function] = lambda: results
    return place


def _results_with_rows(forms: tuple[Edition, ...]) -> OutcomesFile:
    """Leave out the results that only an edition after these has a row for."""
    rows = {row.key for form in forms for row in form.tables["applications"].rows}
    file = _data()
    known = {code: one for code, one in file.outcomes.items() if one.row in rows}
    return msgspec.structs.replace(file, outcomes=known)


def _later(last: Edition) -> Edition:
    file = read(LATER.read_text(encoding="utf-8"), EditionFile, LATER.name)
    return _following(file, last, f"form/{last.year}.yaml")
