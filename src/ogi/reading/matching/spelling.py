"""Every spelling of the labels of a table's columns, those of other editions included."""

from collections.abc import Iterator, Mapping

from ogi.data import from_data
from ogi.form import Column
from ogi.reading.matching.normal import normal
from ogi.reading.matching.vocabulary import TableWords, editions_known, without_unit, words


def spellings(vocabulary: TableWords) -> Mapping[str, Column]:
    """Return the columns of a table by every spelling of their labels."""
    return _spellings(vocabulary.edition.year, vocabulary.table.key)


def columns_in(vocabulary: TableWords) -> Iterator[Column]:
    """Yield the columns of a table, those that an edition leaves to the organ included."""
    table = vocabulary.table
    yield from (column for row in table.rows for column in row.columns)
    yield from table.extra_columns


@from_data
def _spellings(year: int, key: str) -> dict[str, Column]:
    mine = words(year, key)
    keys = {column.key for column in columns_in(mine)}
    found: dict[str, Column] = {}
    for vocabulary in (mine, *(words(other, key) for other in editions_known())):
        for column in columns_in(vocabulary):
            for above in ("", column.group, vocabulary.table.band + column.group):
                if column.key in keys:
                    found.setdefault(without_unit(normal(above + column.label)), column)
    return found
