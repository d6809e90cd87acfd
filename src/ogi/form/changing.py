"""A table and the sections of an edition, made of those before and what changes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ogi.data import fault
from ogi.form.declared import SectionChange, SectionForm, TableChange
from ogi.form.edition import Relation, Row, Table
from ogi.form.relating import Where, relation
from ogi.form.tables import columns
from ogi.law import Citation


def changed_sections(
    before: Sequence[SectionForm], changes: Mapping[str, SectionChange]
) -> tuple[SectionForm, ...]:
    """Return the sections with their new titles and what is asked besides."""
    return tuple(_section(one, changes.get(one.key, SectionChange())) for one in before)


def _section(before: SectionForm, change: SectionChange) -> SectionForm:
    title, asks = change.title or before.title, (*before.asks, *change.asks)
    return SectionForm(before.key, before.number, title, before.content, asks)


def changed_table(
    before: Table, change: TableChange | None, instrument: Citation, where: Where
) -> Table:
    """Return a table of a later edition; raises DataFileError for what there is nothing of."""
    change = change or TableChange()
    _must_be_there(before, change, where)
    rows = tuple(_rows(before, change))
    grid = before.grid if change.grid is None else change.grid
    table = replace(before, title=change.title or before.title, grid=grid, rows=rows)
    if change.corner is not None:
        table = replace(table, corner=change.corner)
    relations = tuple(
        relation(one, table.key, rows, table.extra_columns, instrument, where)
        for one in _relations(before, change)
    )
    if len(set(table.addresses)) != len(table.addresses):
        raise fault(*where, "改动以后有一格出现两次")
    return replace(table, relations=relations)


def _must_be_there(before: Table, change: TableChange, where: Where) -> None:
    name, keys = where
    named = [
        *((("drop",), one) for one in change.drop),
        *((("relabel", one), one) for one in change.relabel),
        *((("split", one), one) for one in change.split),
        *((("add", key), one.after) for key, one in change.add.items()),
        *((("columns",), row) for one in change.columns for row in one.rows),
    ]
    parts = {row for split in change.split.values() for row in split.rows}
    for path, row in named:
        if before.row(row) is None and row not in parts | {*change.add}:
            raise fault(name, (*keys, *path), f"前一版的表没有“{row}”一行")
    codes = {one.code for one in before.relations}
    for code in change.drop_relations:
        if code not in codes:
            raise fault(name, (*keys, "drop_relations"), f"前一版的表没有{code}")


def _rows(before: Table, change: TableChange) -> Iterator[Row]:
    for row in before.rows:
        if row.key in change.drop:
            continue
        for part in _parts(row, change):
            yield _with_columns(part, change)
            yield from _after(part, change)


def _parts(row: Row, change: TableChange) -> Iterator[Row]:
    split = change.split.get(row.key)
    if split is None:
        yield replace(row, label=change.relabel.get(row.key, row.label))
        return
    groups = (*row.groups, split.group) if split.group else row.groups
    for key, label in split.rows.items():
        yield replace(row, key=key, label=label, groups=groups)


def _after(row: Row, change: TableChange) -> Iterator[Row]:
    for key, added in change.add.items():
        if added.after == row.key:
            new = replace(row, key=key, label=added.label)
            yield _with_columns(new, change)
            yield from _after(new, change)


def _with_columns(row: Row, change: TableChange) -> Row:
    for new in change.columns:
        if not new.rows or row.key in new.rows:
            unit = row.columns[0].unit if not new.rows else ""
            return replace(row, columns=columns(new.columns, unit))
    return row


def _relations(before: Table, change: TableChange) -> Iterator[Relation]:
    """Yield the relations: a split row stands for its parts, a dropped one for nothing."""
    new = {one.code: one for one in change.relations}
    for one in before.relations:
        if one.code in change.drop_relations or one.code in new:
            continue
        if one.each == "row":
            yield one
            continue
        left, right = (tuple(_terms(side, change)) for side in one.equal)
        yield replace(one, equal=(left, right))
    yield from new.values()  # type: ignore[misc]  # both kinds say the same of themselves


def _terms(side: Sequence[str], change: TableChange) -> Iterator[str]:
    for term in side:
        if term in change.drop:
            continue
        if term not in change.split:
            yield term
            continue
        yield from change.split[term].rows
