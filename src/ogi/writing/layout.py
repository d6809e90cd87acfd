"""The printed layout of a table of the form: which box stands where, and what heads it.

A box of the head carries a label; a box of the body carries the address of a cell.
Every writer of tables begins here, so that all of them print the same form.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import lcm

from ogi.form import Column, Row, Table


@dataclass(frozen=True, slots=True)
class Box:
    """A box of a printed table.

    `scope` is that of HTML: col, colgroup, row, rowgroup, or "" for an empty corner;
    a box with an `address` is a cell and has no scope. `headers` are the keys of the
    boxes that head a cell.
    """

    text: str = ""
    scope: str = ""
    rowspan: int = 1
    colspan: int = 1
    key: str = ""
    address: str = ""
    headers: tuple[str, ...] = ()
    look: str = ""


Line = tuple[Box, ...]


@dataclass(frozen=True)
class Layout:
    """A table as printed: the lines of its head, and groups of lines of its body."""

    table: Table
    head: tuple[Line, ...]
    body: tuple[tuple[Line, ...], ...]
    width: int
    labels: int


def lay_out(table: Table, extras: Sequence[Column] = ()) -> Layout:
    """Lay out a table; `extras` are columns outside the form that a report has (小计)."""
    if table.across:
        return _across(table)
    if table.grid:
        return _blocks(table)
    return _rows(table, extras)


def _blocks(table: Table) -> Layout:
    blocks = [(group, tuple(rows)) for group, rows in groupby(table.rows, lambda row: row.groups)]
    width = lcm(*(len(rows[0].columns) for _, rows in blocks))
    body = tuple(
        tuple(_block(table, number, group[-1], rows, width))
        for number, (group, rows) in enumerate(blocks)
    )
    return Layout(table, (), body, width + 1, 1)


def _block(
    table: Table, number: int, heading: str, rows: Sequence[Row], width: int
) -> Iterator[Line]:
    band, columns = f"b{number}", rows[0].columns
    span = width // len(columns)
    yield (Box(heading, "colgroup", colspan=width + 1, key=band, look="band"),)
    yield (
        Box(table.corner, "col", look="corner"),
        *(Box(one.label, "col", colspan=span, key=f"{band}.{one.key}") for one in columns),
    )
    for row in rows:
        cells = (
            Box(
                address=table.address(row, one),
                colspan=span,
                headers=(band, f"{band}.{one.key}", f"r.{row.key}"),
            )
            for one in columns
        )
        yield (Box(row.label, "row", key=f"r.{row.key}"), *cells)


def _rows(table: Table, extras: Sequence[Column]) -> Layout:
    columns = _with_extras(table.rows[0].columns, extras)
    labels = max(len(row.groups) for row in table.rows) + 1
    head = tuple(_column_heads(table, columns, labels))
    open_groups: tuple[str, ...] = ()
    lines = []
    for row in table.rows:
        opened = list(_opened(table, row, open_groups))
        open_groups = row.groups
        heads = _row_heads(row)
        label = Box(
            row.label,
            "row",
            colspan=labels - len(row.groups),
            key=f"r.{row.key}",
            look=f"l{len(row.groups) + 1}",
        )
        cells = (
            Box(
                address=table.address(row, one),
                headers=(*_column_keys(one), *heads),
                look="tot" if one.key == "total" else "",
            )
            for one in columns
        )
        lines.append((*opened, label, *cells))
    return Layout(table, head, (tuple(lines),), labels + len(columns), labels)


def _with_extras(columns: Sequence[Column], extras: Sequence[Column]) -> tuple[Column, ...]:
    laid = list(columns)
    for extra in extras:
        after = [number for number, one in enumerate(laid) if one.group == extra.group]
        laid.insert(after[-1] + 1 if after else len(laid), extra)
    return tuple(laid)


def _column_heads(table: Table, columns: Sequence[Column], labels: int) -> Iterator[Line]:
    depth = 2 + bool(table.band)
    corner = Box(table.corner, rowspan=depth, colspan=labels, look="corner")
    band = (Box(table.band, "colgroup", colspan=len(columns), key="band"),) if table.band else ()
    upper: list[Box] = []
    for group, run in groupby(columns, lambda one: one.group):
        if group:
            upper.append(Box(group, "colgroup", colspan=len(list(run)), key=f"g.{group}"))
            continue
        upper += (Box(one.label, "col", rowspan=2, key=f"c.{one.key}") for one in run)
    lower = tuple(Box(one.label, "col", key=f"c.{one.key}") for one in columns if one.group)
    lines = [band, tuple(upper), lower] if band else [tuple(upper), lower]
    yield (corner, *lines[0])
    yield from lines[1:]


def _opened(table: Table, row: Row, open_groups: tuple[str, ...]) -> Iterator[Box]:
    """Yield the group labels that begin at a row, each over all the rows of its group."""
    for depth, group in enumerate(row.groups, 1):
        path = row.groups[:depth]
        if open_groups[:depth] != path:
            span = sum(other.groups[:depth] == path for other in table.rows)
            look = "vert" if depth == 1 else "group"
            yield Box(group, "rowgroup", rowspan=span, key=_group_key(path), look=look)


def _row_heads(row: Row) -> tuple[str, ...]:
    groups = (_group_key(row.groups[:depth]) for depth in range(1, len(row.groups) + 1))
    return (*groups, f"r.{row.key}")


def _group_key(path: tuple[str, ...]) -> str:
    return "g." + ".".join(path)


def _column_keys(column: Column) -> tuple[str, ...]:
    return (*((f"g.{column.group}",) if column.group else ()), f"c.{column.key}")


def _across(table: Table) -> Layout:
    columns = table.rows[0].columns
    depth = max(len(row.groups) for row in table.rows) + 1
    lines: list[list[Box]] = [[] for _ in range(depth)]
    for groups, run in groupby(table.rows, lambda row: row.groups):
        rows = list(run)
        for level, group in enumerate(groups):
            key = _group_key(groups[: level + 1])
            lines[level].append(Box(group, "colgroup", colspan=len(columns) * len(rows), key=key))
        lines[len(groups)] += (
            Box(
                row.label,
                "colgroup",
                rowspan=depth - len(groups),
                colspan=len(columns),
                key=f"r.{row.key}",
            )
            for row in rows
        )
    last = tuple(
        Box(one.label, "col", key=f"c.{row.key}.{one.key}") for row in table.rows for one in columns
    )
    cells = tuple(
        Box(
            address=table.address(row, one),
            headers=(*_row_heads(row), f"c.{row.key}.{one.key}"),
            look="tot" if one.key == "total" else "",
        )
        for row in table.rows
        for one in columns
    )
    head = (*(tuple(line) for line in lines), last)
    return Layout(table, head, ((cells,),), len(cells), 0)
