"""Make the tables of a dataset of what was read: Parquet, a folder for each year.

The rows come in one order, by year, organ and path, so that the same documents give the
same files however often the run was killed. Only `seconds` differs between runs.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
from pyarrow import compute, parquet

from ogi.dataset.rows import Row
from ogi.dataset.schema import TABLES, WIDE, schema_of
from ogi.dataset.standing import Standing
from ogi.findings import Outcome
from ogi.rollup.organs import RegisteredOrgan

BY_YEAR = ("reports", "cells", "findings", "sections", "wide")
PART = "part-0.parquet"
_UNKNOWN_YEAR = "__HIVE_DEFAULT_PARTITION__"
_GRADES = ("error", "warning", "note")


@dataclass(frozen=True, slots=True)
class Entry:
    """A report in its place: how it stands, what it was compared with, its organ registered."""

    standing: Standing
    previous: Standing | None = None
    registered: RegisteredOrgan | None = None


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry, and what its comparison with last year's report found, if there was one."""

    entry: Entry
    compared: Row | None

    @property
    def standing(self) -> Standing:
        """How the report stands."""
        return self.entry.standing


class Writer:
    """Writes tables into a folder, year after year."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._open: dict[str, parquet.ParquetWriter] = {}
        self._year: int | str | None = ""

    def __enter__(self) -> "Writer":
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def write(self, year: int | None, tables: Mapping[str, pa.Table]) -> None:
        """Add rows of a year; the years come one after the other."""
        if year != self._year:
            self._close()
            self._year = year
        for name, table in tables.items():
            if name not in self._open:
                folder = self._folder / name / f"year={_UNKNOWN_YEAR if year is None else year}"
                self._open[name] = _writer(folder, table.schema)
            self._open[name].write_table(table)

    def _close(self) -> None:
        for writer in self._open.values():
            writer.close()
        self._open = {}


def _writer(folder: Path, schema: pa.Schema) -> parquet.ParquetWriter:
    folder.mkdir(parents=True, exist_ok=True)
    return parquet.ParquetWriter(str(folder / PART), schema, compression="zstd")


def write_reports(
    ordered: Iterable[pa.Table],
    compared: Iterable[pa.Table],
    entries: Sequence[Entry],
    writer: Writer,
) -> Iterator[int]:
    """Write the readings in their order, with the comparisons, which come in the same order.

    Yields how many reports are written so far.
    """
    written = 0
    waiting = (row for table in compared for row in table.to_pylist())
    ahead = next(waiting, None)
    for table in ordered:
        positions = table["position"].to_pylist()
        found: dict[int, Row] = {}
        while ahead and ahead["position"] <= positions[-1]:
            found[ahead["position"]] = ahead
            ahead = next(waiting, None)
        here = [Placed(entries[at], found.get(at)) for at in positions]
        for year, first, last in _years(here):
            part = table.slice(first, last - first).combine_chunks()
            writer.write(year, _tables(part, here[first:last]))
        written += len(here)
        yield written


def _years(entries: Sequence[Placed]) -> Iterator[tuple[int | None, int, int]]:
    first = 0
    for at in range(1, len(entries) + 1):
        year = entries[first].standing.report.year
        if at == len(entries) or entries[at].standing.report.year != year:
            yield year, first, at
            first = at


def _tables(part: pa.Table, entries: Sequence[Placed]) -> dict[str, pa.Table]:
    findings = _findings(part, entries)
    cells = _cells(part, entries)
    return {
        "reports": _table("reports", _reports(part, entries, findings)),
        "cells": cells,
        "findings": _table("findings", findings),
        "sections": _table("sections", _sections(part, entries)),
        "wide": _wide(cells, entries),
    }


def _table(name: str, rows: list[Row]) -> pa.Table:
    return pa.Table.from_pylist(rows, schema=schema_of(name))


def failure_table(rows: list[Row]) -> pa.Table:
    """Return the table of failures."""
    return _table("failures", rows)


_VERDICTS = tuple(outcome.value for outcome in Outcome)
_OF_READING = (
    *("content", "member", "size", "organ", "title", "editions", "format", "seconds"),
    *("printed", "doubts", *_VERDICTS, "remarks"),
)


def _reports(part: pa.Table, entries: Sequence[Placed], findings: list[Row]) -> list[Row]:
    grades: dict[str, list[str]] = defaultdict(list)
    for finding in findings:
        grades[finding["report"]].append(finding["severity"])
    rows = []
    for read, entry in zip(part.select(_OF_READING).to_pylist(), entries, strict=True):
        standing, of_years = entry.standing, entry.compared or {}
        found = grades[standing.report.id]
        counts = {f"{grade}s": found.count(grade) for grade in _GRADES}
        verdicts = {name: read[name] + of_years.get(name, 0) for name in _VERDICTS}
        rows.append(
            {**read, **counts, **verdicts, **_head(standing), **_registered(entry.entry)}
            | {
                "file": standing.report.file,
                "status": standing.status,
                "reason": standing.reason,
                "duplicate_of": standing.duplicate_of,
                "previous": entry.entry.previous.report.id if entry.entry.previous else None,
            }
        )
    return rows


def _head(standing: Standing) -> Row:
    report = standing.report
    return {"report": report.id, "organ": report.organ, "current": standing.current}


def _findings(part: pa.Table, entries: Sequence[Placed]) -> list[Row]:
    rows: list[Row] = []
    for own, entry in zip(part["findings"].to_pylist(), entries, strict=True):
        found: list[tuple[Row, str | None]] = [(finding, None) for finding in own]
        if entry.compared and entry.entry.previous:
            last = entry.entry.previous.report.id
            found += [(finding, last) for finding in entry.compared["findings"]]
        found.sort(key=lambda one: (_GRADES.index(one[0]["severity"]), one[0]["code"]))
        for number, (finding, previous) in enumerate(found, 1):
            rows.append(
                {**finding, **_head(entry.standing), "number": number, "previous": previous}
            )
    return rows


def _sections(part: pa.Table, entries: Sequence[Placed]) -> list[Row]:
    rows: list[Row] = []
    for paragraphs, entry in zip(part["paragraphs"].to_pylist(), entries, strict=True):
        texts: dict[str, list[str]] = {}
        for one in paragraphs:
            texts.setdefault(one["section"], []).extend([one["text"]] if one["text"] else [])
        for key, lines in texts.items():
            rows.append({**_head(entry.standing), "section": key, "text": "\n".join(lines)})
    return rows


def _cells(part: pa.Table, entries: Sequence[Placed]) -> pa.Table:
    """Return the cells of reports column by column: there are two hundred in each."""
    lists = part["cells"].combine_chunks()
    parents = compute.list_parent_indices(lists)
    structs = lists.flatten()
    columns: dict[str, Any] = {f.name: structs.field(f.name) for f in structs.type}
    heads = [_head(entry.standing) for entry in entries]
    for name in ("report", "organ", "current"):
        kind = schema_of("cells").field(name).type
        columns[name] = pa.array([head[name] for head in heads], kind).take(parents)
    columns |= _parts(columns["address"])
    columns["number"] = _floats(columns["value"])
    return pa.Table.from_arrays(
        [columns[column.name] for column in TABLES["cells"]], schema=schema_of("cells")
    )


def _floats(values: pa.Array) -> pa.Array:
    """Return decimals as the nearest floats; Arrow's own cast is off by a digit (86.4)."""
    coded = values.dictionary_encode()
    nearest = [None if one is None else float(one) for one in coded.dictionary.to_pylist()]
    return pa.array(nearest, pa.float64()).take(coded.indices)


def _wide(cells: pa.Table, entries: Sequence[Placed]) -> pa.Table:
    """Return one row a report with a column for every address; None where there is no value."""
    schema = schema_of("wide")
    heads = [_head(one.standing) | _registered(one.entry) for one in entries]
    ids = pa.array([head["report"] for head in heads], pa.string())
    columns = {one.name: [head.get(one.name) for head in heads] for one in WIDE}
    own = cells.filter(compute.invert(cells["extra"]))
    addresses = own["address"].combine_chunks().dictionary_encode()
    codes = {address: code for code, address in enumerate(addresses.dictionary.to_pylist())}
    arrays = []
    for field in schema:
        if field.name in columns:
            arrays.append(pa.array(columns[field.name], field.type))
        elif field.name in codes:
            here = own.filter(compute.equal(addresses.indices, codes[field.name]))
            at = compute.index_in(ids, value_set=here["report"].combine_chunks())
            arrays.append(here["number"].combine_chunks().take(at))
        else:
            arrays.append(pa.nulls(len(entries), field.type))
    return pa.Table.from_arrays(arrays, schema=schema)


def _registered(entry: Entry) -> Row:
    organ = entry.registered
    if organ is None:
        return {}
    named = {name: getattr(organ, name) for name in ("code", "level", "superior", "region")}
    return {name: value or None for name, value in named.items()}


def _parts(addresses: pa.Array) -> dict[str, pa.Array]:
    """Return table, row and column of addresses; an address is cut once however often it comes."""
    coded = addresses.dictionary_encode()
    cut = []
    for address in coded.dictionary.to_pylist():
        table, _, rest = address.partition(".")
        row, _, column = rest.rpartition(".")
        cut.append((table, row, column))
    names = ("form_table", "form_row", "form_column")
    values = zip(*cut, strict=True) if cut else [()] * len(names)
    return {
        name: pa.array(each, pa.string()).take(coded.indices)
        for name, each in zip(names, values, strict=True)
    }
