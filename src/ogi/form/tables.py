"""Tables of the form as the first edition's file says them in full."""

from collections.abc import Iterator, Mapping, Sequence

from ogi.data import fault
from ogi.form.declared import Block, ColumnEntry, Group, Subgroup, TableEntry
from ogi.form.edition import Column, Row, Table
from ogi.form.relating import Where, relation
from ogi.law import Citation


def first_table(entry: TableEntry, instrument: Citation, where: Where) -> Table:
    """Return a table; raises DataFileError where a cell is declared twice."""
    given = columns(entry.columns, entry.unit)
    plain = _plain_rows(entry.rows, given, "", ())
    rows = tuple(_block_rows(entry.blocks)) if entry.blocks else tuple(plain)
    extra = columns(entry.extra_columns, entry.unit)
    name, keys = where
    table = Table(
        key=entry.key,
        title=entry.title,
        corner=entry.corner,
        band=entry.band,
        across=entry.across,
        grid=entry.grid,
        rows=rows,
        extra_columns=extra,
        relations=tuple(
            relation(one, entry.key, rows, extra, instrument, (name, (*keys, "relations", at)))
            for at, one in enumerate(entry.relations)
        ),
    )
    if len(set(table.addresses)) != len(table.addresses):
        raise fault(name, keys, "有一格写了两次")
    return table


def columns(given: Mapping[str, ColumnEntry], unit: str = "") -> tuple[Column, ...]:
    """Return columns; one that names no unit has that of the table."""
    return tuple(
        Column(key, one.label, one.group, one.unit or unit, one.kind) for key, one in given.items()
    )


def _block_rows(blocks: Sequence[Block]) -> Iterator[Row]:
    for block in blocks:
        given, cites = columns(block.columns), block.cites
        for key, label in block.rows.items():
            yield Row(key, label, (block.heading,), given, cites)


def _plain_rows(
    rows: Mapping[str, str | Group] | Mapping[str, str | Subgroup] | Mapping[str, str],
    given: tuple[Column, ...],
    prefix: str,
    groups: tuple[str, ...],
) -> Iterator[Row]:
    for key, entry in rows.items():
        if isinstance(entry, str):
            yield Row(prefix + key, entry, groups, given)
            continue
        inner = prefix if entry.transparent else f"{prefix}{key}."
        yield from _plain_rows(entry.rows, given, inner, (*groups, entry.group))
