"""Editions from their files."""

from dataclasses import replace
from itertools import pairwise

from ogi.data import fault, from_data, load_each
from ogi.errors import UsageError
from ogi.form.changing import changed_sections, changed_table
from ogi.form.declared import EditionFile
from ogi.form.edition import Edition
from ogi.form.tables import first_table

_FILES = "form/*.yaml"


@from_data
def editions() -> tuple[Edition, ...]:
    """Return every edition on file, oldest first."""
    declared = sorted(load_each(_FILES, EditionFile).items(), key=lambda one: one[1].edition)
    made: list[Edition] = []
    for stem, file in declared:
        name = f"form/{stem}.yaml"
        if made and file.follows != made[-1].year:
            says = f"{file.edition}年版应当写明沿用哪一版：follows: {made[-1].year}"
            raise fault(name, ("edition",), says)
        made.append(_following(file, made[-1], name) if made else _first(file, name))
    return tuple(_ending(made))


def _ending(made: list[Edition]) -> list[Edition]:
    """Let each edition end where the next one begins."""
    last = made[-1:]
    return [
        replace(one, last_year=one.last_year or after.first_year - 1)
        for one, after in pairwise(made)
    ] + last


@from_data
def edition(year: int) -> Edition:
    """Return the edition that carries this year in its name.

    Raises UsageError when there is none; `edition_for` takes a report year.
    """
    for candidate in editions():
        if candidate.year == year:
            return candidate
    known = ", ".join(str(candidate.year) for candidate in editions())
    raise UsageError(f"no edition {year} of the form; there are {known}")


def newest() -> Edition:
    """Return the newest edition on file."""
    return editions()[-1]


def edition_for(report_year: int) -> Edition | None:
    """Return the edition that a report on this year must use, or None before the first."""
    for candidate in editions():
        last = candidate.last_year
        if candidate.first_year <= report_year and (last is None or report_year <= last):
            return candidate
    return None


def _first(file: EditionFile, name: str) -> Edition:
    instrument = file.instrument
    tables = (
        first_table(table, instrument, (name, ("tables", at)))
        for at, table in enumerate(file.tables)
    )
    return Edition(
        year=file.edition,
        instrument=instrument,
        first_year=file.applies_to.first_year,
        last_year=file.applies_to.last_year,
        sections=file.sections,
        tables={table.key: table for table in tables},
    )


def _following(file: EditionFile, before: Edition, name: str) -> Edition:
    instrument, changes = file.instrument, file.changes
    for kind, given, known in (
        ("tables", changes.tables, before.tables),
        ("sections", changes.sections, [one.key for one in before.sections]),
    ):
        if unknown := [key for key in given if key not in known]:
            says = f"{before.name}没有“{unknown[0]}”"
            raise fault(name, ("changes", kind, unknown[0]), says)
    tables = {
        key: changed_table(
            table, changes.tables.get(key), instrument, (name, ("changes", "tables", key))
        )
        for key, table in before.tables.items()
    }
    return Edition(
        year=file.edition,
        instrument=instrument,
        first_year=file.applies_to.first_year,
        last_year=file.applies_to.last_year,
        sections=changed_sections(before.sections, changes.sections),
        tables=tables,
        follows=before,
        changes=dict(changes.tables),
    )
