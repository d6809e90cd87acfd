"""The tables of the form as grids: which text begins where and how far it reaches."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from ogi.form import Row, Table
from tools.samples.declaration import Sample


@dataclass(frozen=True)
class Box:
    """A cell of the grid; `row_key` is set on the lines that print values."""

    text: str
    column: int
    rowspan: int = 1
    colspan: int = 1
    is_value: bool = False


@dataclass(frozen=True)
class Line:
    """A line of the grid: the boxes that begin in it, and whose values it prints."""

    boxes: tuple[Box, ...]
    row: str = ""

    @property
    def values(self) -> list[str]:
        return [box.text for box in self.boxes if box.is_value]

    @property
    def labels(self) -> list[str]:
        return [box.text for box in self.boxes if not box.is_value]


def lines_of(sample: Sample, table: Table) -> list[Line]:
    """Lay a table out as the form prints it."""
    if table.across:
        return list(_side_by_side(sample, table))
    if table.band:
        return list(_with_band(sample, table))
    return list(_in_blocks(sample, table))


def width_of(lines: list[Line]) -> int:
    return max(box.column + box.colspan for line in lines for box in line.boxes)


def _in_blocks(sample: Sample, table: Table) -> Iterator[Line]:
    width = table.grid
    for heading, rows in groupby(table.rows, key=lambda row: row.groups[0]):
        block = list(rows)
        if all(sample.is_lost(table, row) for row in block):
            continue
        texts = [
            sample.label(f"{table.key}.{block[0].key}.{c.key}", c.label) for c in block[0].columns
        ]
        yield Line((Box(heading, 0, colspan=width),))
        yield Line(tuple(_stretched([table.corner, *texts], width, values=False)))
        for row in block:
            if not sample.is_lost(table, row):
                values = [sample.printed[table.address(row, c)].text for c in row.columns]
                label = sample.label(f"{table.key}.{row.key}", row.label)
                yield Line(tuple(_stretched([label, *values], width)), f"{table.key}.{row.key}")


def _stretched(texts: list[str], width: int, *, values: bool = True) -> Iterator[Box]:
    last = len(texts) - 1
    for at, text in enumerate(texts):
        reach = width - at if at == last else 1
        yield Box(text, at, colspan=reach, is_value=values and at > 0)


def _with_band(sample: Sample, table: Table) -> Iterator[Line]:
    if table.key not in sample.options.get("lost_heads", ()):
        yield from _head(sample, table)
    rows = [row for row in table.rows if not sample.is_lost(table, row)]
    for row in rows:
        boxes = (*_labels(sample, table, rows, row), *_values(sample, table, row))
        yield Line(boxes, f"{table.key}.{row.key}")


def _head(sample: Sample, table: Table) -> Iterator[Line]:
    columns = sample.columns_of(table, table.rows[0])
    grouped = [c for c in columns if c.group]
    names = {c.key: sample.label(f"{table.key}.*.{c.key}", c.label) for c in columns}
    first, last = columns[0], columns[-1]
    yield Line((Box(table.corner, 0, 3, 3), Box(table.band, 3, 1, len(columns))))
    yield Line(
        (
            Box(names[first.key], 3, 2),
            Box(grouped[0].group, 4, 1, len(grouped)),
            Box(names[last.key], 4 + len(grouped), 2),
        )
    )
    yield Line(tuple(Box(names[c.key], 4 + i) for i, c in enumerate(grouped)))


def _labels(sample: Sample, table: Table, kept: list[Row], row: Row) -> Iterator[Box]:
    """The label of a row, and those of the groups that begin with it in the form."""
    for depth, group in enumerate(row.groups):
        here = row.groups[: depth + 1]
        members = [other for other in table.rows if other.groups[: depth + 1] == here]
        if members[0] == row:
            reach = sum(1 for other in members if other in kept)
            yield Box(sample.label(f"{table.key}/{group}", group), depth, reach)
    depth = len(row.groups)
    label = sample.label(f"{table.key}.{row.key}", row.label)
    yield Box(label, depth, colspan=3 - depth)


def _values(sample: Sample, table: Table, row: Row) -> Iterator[Box]:
    for at, column in enumerate(sample.columns_of(table, row)):
        yield Box(sample.printed[table.address(row, column)].text, 3 + at, is_value=True)


def _side_by_side(sample: Sample, table: Table) -> Iterator[Line]:
    alone = [row for row in table.rows if not row.groups]
    grouped = [row for row in table.rows if row.groups]
    wide = len(table.rows[0].columns)
    yield Line(
        (
            *(Box(row.label, i * wide, colspan=wide) for i, row in enumerate(alone)),
            Box(grouped[0].groups[0], len(alone) * wide, colspan=wide * len(grouped)),
        )
    )
    names = [sample.label(f"{table.key}.*.{c.key}", c.label) for c in table.rows[0].columns]
    yield Line(
        (
            *(Box(name, i, 2) for i, name in enumerate(names)),
            *(Box(row.label, wide * (1 + i), colspan=wide) for i, row in enumerate(grouped)),
        )
    )
    yield Line(tuple(Box(name, wide + i) for i, name in enumerate(names * len(grouped))))
    texts = [sample.printed[address].text for address in table.addresses]
    yield Line(tuple(Box(t, i, is_value=True) for i, t in enumerate(texts)), table.key)
