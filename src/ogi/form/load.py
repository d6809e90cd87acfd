"""Editions from their YAML files."""

import re
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from typing import Any

import yaml

from ogi.data import from_data
from ogi.errors import DataFileError, UsageError
from ogi.form.edition import Column, Edition, Equation, Relation, Row, SectionForm, Table
from ogi.law import Citation, cite

Entry = Mapping[str, Any]


@from_data
def editions() -> tuple[Edition, ...]:
    """Return every edition on file, oldest first."""
    folder = files("ogi.form") / "data"
    names = sorted(entry.name for entry in folder.iterdir())
    return tuple(
        _edition(yaml.load((folder / name).read_text(encoding="utf-8"), _loader()))
        for name in names
        if re.fullmatch(r"edition_\d{4}\.yaml", name)
    )


def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@from_data
def edition(year: int) -> Edition:
    """Return the edition that carries this year in its name (2019 or 2021).

    Raises UsageError when there is none; `edition_for` takes a report year.
    """
    for candidate in editions():
        if candidate.year == year:
            return candidate
    known = ", ".join(str(candidate.year) for candidate in editions())
    raise UsageError(f"no edition {year} of the form; there are {known}")


def edition_for(report_year: int) -> Edition | None:
    """Return the edition that a report on this year must use, or None before 2019."""
    for candidate in editions():
        last = candidate.last_year
        if candidate.first_year <= report_year and (last is None or report_year <= last):
            return candidate
    return None


def _edition(data: Entry) -> Edition:
    instrument = cite(data["instrument"])
    tables = (_table(entry, instrument) for entry in data["tables"])
    return Edition(
        year=data["edition"],
        instrument=instrument,
        first_year=data["applies_to"]["first_year"],
        last_year=data["applies_to"].get("last_year"),
        sections=tuple(
            SectionForm(**{**entry, "asks": tuple(entry.get("asks", ()))})
            for entry in data["sections"]
        ),
        tables={table.key: table for table in tables},
    )


def _table(data: Entry, instrument: Citation) -> Table:
    rows = tuple(_block_rows(data["blocks"])) if "blocks" in data else tuple(_plain_rows(data))
    extra = _columns(data.get("extra_columns", {}), data)
    table = Table(
        key=data["key"],
        title=data["title"],
        corner=data.get("corner", ""),
        band=data.get("band", ""),
        across=data.get("across", False),
        grid=data.get("grid", 0),
        rows=rows,
        extra_columns=extra,
        relations=tuple(
            _relation(entry, data["key"], rows, extra, instrument)
            for entry in data.get("relations", ())
        ),
    )
    if len(set(table.addresses)) != len(table.addresses):
        raise DataFileError(f"table {table.key} declares a cell twice")
    return table


def _columns(data: Entry, table: Entry) -> tuple[Column, ...]:
    unit = table.get("unit", "")
    return tuple(Column(key, **{"unit": unit, **entry}) for key, entry in data.items())


def _block_rows(blocks: Sequence[Entry]) -> Iterator[Row]:
    for block in blocks:
        columns = _columns(block["columns"], block)
        for key, label in block["rows"].items():
            yield Row(key, label, (block["heading"],), columns, cite(block["cites"]))


def _plain_rows(data: Entry) -> Iterator[Row]:
    columns = _columns(data["columns"], data)

    def walk(rows: Entry, prefix: str, groups: tuple[str, ...]) -> Iterator[Row]:
        for key, entry in rows.items():
            if isinstance(entry, str):
                yield Row(prefix + key, entry, groups, columns)
                continue
            inner = prefix if entry.get("transparent") else f"{prefix}{key}."
            yield from walk(entry["rows"], inner, (*groups, entry["group"]))

    return walk(data["rows"], "", ())


def _relation(
    data: Entry,
    table: str,
    rows: Sequence[Row],
    extra: Sequence[Column],
    instrument: Citation,
) -> Relation:
    left, right = data["equal"]
    make = _down_the_columns if data["each"] == "column" else _along_the_rows
    return Relation(
        code=data["code"],
        says=data["says"],
        each=data["each"],
        printed=data.get("printed", False),
        optional=data.get("optional", False),
        advice=data["advice"],
        cites=instrument,
        equations=tuple(make(data["code"], table, rows, (*rows[0].columns, *extra), left, right)),
    )


def _down_the_columns(
    code: str,
    table: str,
    rows: Sequence[Row],
    columns: Sequence[Column],
    left: Sequence[str],
    right: Sequence[str],
) -> Iterator[Equation]:
    def cells(terms: Sequence[str], column: Column) -> tuple[str, ...]:
        return tuple(
            f"{table}.{row.key}.{column.key}" for term in terms for row in _matching(term, rows)
        )

    for column in columns:
        yield Equation(code, f"{column.label}列", cells(left, column), cells(right, column))


def _along_the_rows(
    code: str,
    table: str,
    rows: Sequence[Row],
    columns: Sequence[Column],
    left: Sequence[str],
    right: Sequence[str],
) -> Iterator[Equation]:
    known = {column.key for column in columns}
    if unknown := {*left, *right} - known:
        raise DataFileError(f"relation {code} names unknown columns {sorted(unknown)}")
    for row in rows:
        yield Equation(
            code,
            f"“{row.label}”行",
            tuple(f"{table}.{row.key}.{key}" for key in left),
            tuple(f"{table}.{row.key}.{key}" for key in right),
        )


def _matching(term: str, rows: Sequence[Row]) -> list[Row]:
    prefix = term.removesuffix("*")
    found = [r for r in rows if r.key == term or (term.endswith("*") and r.key.startswith(prefix))]
    if not found:
        raise DataFileError(f"no row {term!r}")
    return found
