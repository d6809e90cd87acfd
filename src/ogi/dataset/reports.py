"""A report again from the row that was kept of it, as far as checks of two years need it."""

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from ogi.form import AnnualReport, Cell, Doubt, Paragraph, Section, State
from ogi.place import Place


def report_of(row: pa.Table) -> AnnualReport:
    """Return the report in a table of one row: cells, sections, organ, year and editions."""
    cells, extras = _cells(row)
    return AnnualReport(
        title=row["title"][0].as_py(),
        organ=row["organ"][0].as_py(),
        year=row["year"][0].as_py(),
        editions=dict(row["editions"][0].as_py()),
        cells=cells,
        extras=extras,
        sections=_sections(row),
    )


def _columns(row: pa.Table, name: str) -> dict[str, list[Any]]:
    """Return the structs of a list column field by field."""
    structs = row[name].combine_chunks().flatten()
    return {field.name: structs.field(field.name).to_pylist() for field in structs.type}


def _places(columns: dict[str, list[Any]], names: tuple[str, ...]) -> Iterator[Place | None]:
    known = zip(*(columns[name] for name in names[:6]), strict=True)
    boxes = zip(*(columns[name] for name in names[6:]), strict=True)
    for (page, line, table, number, column, sheet), box in zip(known, boxes, strict=True):
        framed = box if box[0] is not None else None
        place = Place(page, framed, line, table, number, column, sheet)
        yield place if place != _NOWHERE else None


_NOWHERE = Place()
_EDGES = ("left", "top", "right", "bottom")
_OF_CELL = (
    *("page", "line", "table_number", "row_number", "column_number", "sheet"),
    *(f"box_{edge}" for edge in _EDGES),
)
_OF_TEXT = ("page", "line", "table", "row", "column", "sheet", *_EDGES)


def _cells(row: pa.Table) -> tuple[dict[str, Cell], dict[str, Cell]]:
    """Return the cells of the form, and those of other columns."""
    columns = _columns(row, "cells")
    names = ("address", "value", "text", "state", "note", "extra", "doubt", "doubt_says")
    fields = zip(*(columns[name] for name in names), strict=True)
    cells: dict[str, Cell] = {}
    extras: dict[str, Cell] = {}
    for field, place in zip(fields, _places(columns, _OF_CELL), strict=True):
        address, value, text, state, note, extra, doubt, says = field
        doubts = (Doubt(doubt, says),) if doubt is not None else ()
        cell = Cell(_number(value), text, _STATES[state], place, note, doubts)
        (extras if extra else cells)[address] = cell
    return cells, extras


_STATES = {state.value: state for state in State}


def _number(value: Any) -> Any:
    """Return a number as it was read: whole ones as int."""
    if value is None:
        return None
    whole = int(value)
    return whole if whole == value else value.normalize()


def _sections(row: pa.Table) -> dict[str, Section]:
    columns = _columns(row, "paragraphs")
    texts = zip(columns["section"], columns["text"], _places(columns, _OF_TEXT), strict=True)
    found: dict[str, list[Paragraph]] = {}
    for key, text, place in texts:
        paragraphs = found.setdefault(key, [])
        if text is not None:
            paragraphs.append(Paragraph(text, place))
    return {key: Section(key, tuple(paragraphs)) for key, paragraphs in found.items()}
