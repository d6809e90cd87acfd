"""The form's labels, ready to be looked for in a document."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from ogi.form import Edition, Row, Table, editions
from ogi.reading.matching.normal import normal

_NUMBERING = re.compile(r"^(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]{1,2}[,.]|\d[.,])")
_HANZI = re.compile(r"[\u4e00-\u9fff]")


def bare(label: str) -> str:
    """Return a normalised label without its numbering and bracketed remarks."""
    text = _NUMBERING.sub("", normal(label))
    return re.sub(r"\([^()]{6,}\)", "", text)


def hanzi(text: str) -> str:
    """Return only the Chinese characters of a text, in the spelling of `normal`."""
    return "".join(_HANZI.findall(normal(text)))


@dataclass(frozen=True)
class TableWords:
    """The words of one table of one edition.

    `rows` maps every accepted spelling of a row's label to the row; `keys` holds what
    rows are compared with when no spelling fits exactly; `anchors` are the texts that
    show that this table is near; `furniture` are headers and group labels.
    """

    edition: Edition
    table: Table
    rows: Mapping[str, Row]
    keys: tuple[str, ...]
    anchors: frozenset[str]
    furniture: frozenset[str]


@cache
def words(year: int, table_key: str) -> TableWords:
    """Return the words of a table in the edition of that year."""
    found = next(candidate for candidate in editions() if candidate.year == year)
    table = found.tables[table_key]
    rows: dict[str, Row] = {}
    for spell in (normal, bare):
        claimed: dict[str, list[Row]] = {}
        for row in table.rows:
            claimed.setdefault(spell(row.label), []).append(row)
        for text, owners in claimed.items():
            if len(owners) == 1:
                rows.setdefault(text, owners[0])
    furniture = {normal(text) for text in (table.corner, table.band) if text}
    for row in table.rows:
        furniture.update(normal(group) for group in row.groups)
        furniture.update(bare(group) for group in row.groups)
        for column in (*row.columns, *table.extra_columns):
            furniture.add(normal(column.label))
            if column.group:
                furniture.add(normal(column.group))
    return TableWords(
        edition=found,
        table=table,
        rows=rows,
        keys=tuple(hanzi(row.label) for row in table.rows),
        anchors=frozenset(_anchors(table, furniture)),
        furniture=frozenset(furniture),
    )


def _anchors(table: Table, furniture: set[str]) -> set[str]:
    """Return the texts that stand in this table and hardly anywhere else."""
    if table.across:
        return {normal(c.label) for c in table.rows[0].columns[:-1]} | {
            normal(row.label) for row in table.rows if row.groups
        }
    labels = {normal(row.label) for row in table.rows}
    strong = {text for text in labels if len(text) >= 4}
    strong |= {text for text in furniture if len(text) >= 5}
    return strong


@cache
def editions_known() -> tuple[int, ...]:
    """Return the years that name the editions, newest first."""
    return tuple(sorted((edition.year for edition in editions()), reverse=True))


TABLES = ("proactive", "applications", "disputes")
