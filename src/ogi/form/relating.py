"""Relations of a table (勾稽关系) and their equations, from what a file says."""

from collections.abc import Hashable, Iterator, Sequence

from ogi.data import fault
from ogi.form.declared import RelationEntry
from ogi.form.edition import Column, Equation, Relation, Row
from ogi.law import Citation

Where = tuple[str, tuple[Hashable, ...]]  # a file, and the keys that lead there


def relation(
    said: RelationEntry | Relation,
    table: str,
    rows: Sequence[Row],
    extra: Sequence[Column],
    instrument: Citation,
    where: Where,
) -> Relation:
    """Return a relation of these rows; raises DataFileError for terms that name nothing."""
    make = _down_the_columns if said.each == "column" else _along_the_rows
    columns = (*rows[0].columns, *extra)
    name, keys = where
    known = {row.key for row in rows} if said.each == "column" else {one.key for one in columns}
    for term in (*said.equal[0], *said.equal[1]):
        if not _matching(term, known):
            raise fault(name, keys, f"{said.code}写到的“{term}”，表里没有")
    return Relation(
        code=said.code,
        says=said.says,
        each=said.each,
        printed=said.printed,
        optional=said.optional,
        advice=said.advice,
        cites=instrument,
        equal=said.equal,
        equations=tuple(make(said, table, rows, columns)),
    )


def _down_the_columns(
    said: RelationEntry | Relation, table: str, rows: Sequence[Row], columns: Sequence[Column]
) -> Iterator[Equation]:
    keys = [row.key for row in rows]

    def cells(terms: Sequence[str], column: Column) -> tuple[str, ...]:
        found = (row for term in terms for row in _matching(term, keys))
        return tuple(f"{table}.{row}.{column.key}" for row in dict.fromkeys(found))

    for column in columns:
        yield Equation(
            said.code,
            f"{column.label}列",
            cells(said.equal[0], column),
            cells(said.equal[1], column),
        )


def _along_the_rows(
    said: RelationEntry | Relation, table: str, rows: Sequence[Row], columns: Sequence[Column]
) -> Iterator[Equation]:
    left, right = said.equal
    for row in rows:
        yield Equation(
            said.code,
            f"“{row.label}”行",
            tuple(f"{table}.{row.key}.{key}" for key in left),
            tuple(f"{table}.{row.key}.{key}" for key in right),
        )


def _matching(term: str, keys: Sequence[str] | set[str]) -> list[str]:
    """Return the keys that a term names: itself, or with `.*` all below.

    >>> _matching("refused.*", ["granted", "refused.state_secret"])
    ['refused.state_secret']
    """
    prefix = term.removesuffix("*")
    return [key for key in keys if key == term or (term.endswith("*") and key.startswith(prefix))]
