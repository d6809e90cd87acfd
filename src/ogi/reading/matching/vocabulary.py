"""The form's labels, ready to be looked for in a document."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from ogi.data import from_data, load, some_from_data
from ogi.expression import expression
from ogi.form import Edition, Equation, Row, Table, editions
from ogi.reading.matching.normal import normal

_NUMBERING = expression(r"^(?:\([一二三四五六七八九十]\)|[一二三四五六七八九十]{1,2}[,.]|\d[.,])")
_UNIT = expression(
    r"[(:]?单位:?(?P<named>[^()]{1,3})\)?$|\((?P<bare>万元|亿元|千元|元|件|项|条)\)$"
)
_NOTES = expression(r"(?<=.)\([^()]*\)|[a-zà-öø-ÿāēīōūǎěǐǒǔǖǘǚǜ]+")
_SHORT = 2  # characters of a label without its number that may be a column's label, too
_HANZI = expression(r"[\u4e00-\u9fff]")


@some_from_data(20_000)
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

    `rows` maps every accepted spelling of a row's label to the row, the spelling of
    other editions included; `own` are the labels of this edition; `anchors` are the
    texts that show that this table is near; `furniture` are headers and group labels.
    """

    edition: Edition
    table: Table
    rows: Mapping[str, Row]
    own: frozenset[str]
    anchors: frozenset[str]
    furniture: frozenset[str]


def row_named(text: str, vocabulary: TableWords) -> Row | None:
    """Return the row with this label, to the letter after folding.

    Remarks in brackets and readings in Latin letters beside it are none of it.
    """
    rows = vocabulary.rows
    found = rows.get(normal(text)) or rows.get(bare(text))
    return found or rows.get(plain := _without_notes(normal(text))) or rows.get(bare(plain))


@lru_cache(maxsize=20_000)
def _without_notes(plain: str) -> str:
    return _NOTES.sub("", plain.lower())


@from_data
def words(year: int, table_key: str) -> TableWords:
    """Return the words of a table in the edition of that year."""
    found = next(candidate for candidate in editions() if candidate.year == year)
    table = found.tables[table_key]
    rows: dict[str, Row] = {}
    for spell in (normal, bare):
        claimed: dict[str, list[Row]] = {}
        for row in table.rows:
            if len(spell(row.label)) > _SHORT or spell is normal:
                claimed.setdefault(spell(row.label), []).append(row)
        for text, owners in claimed.items():
            if len(owners) == 1:
                rows.setdefault(text, owners[0])
    own = frozenset(rows)
    for label, row in _labels_elsewhere(found, table):
        rows.setdefault(normal(label), row)
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
        own=own,
        anchors=frozenset(_anchors(table, furniture)),
        furniture=frozenset(furniture),
    )


def _labels_elsewhere(found: Edition, table: Table) -> Iterator[tuple[str, Row]]:
    """Yield the labels that other editions give to the same rows."""
    rows = {row.key: row for row in table.rows}
    for other in editions():
        for row in other.tables[table.key].rows if other is not found else ():
            if row.key in rows:
                yield row.label, rows[row.key]


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


@from_data
def editions_known() -> tuple[int, ...]:
    """Return the years that name the editions, newest first."""
    return tuple(sorted((edition.year for edition in editions()), reverse=True))


def without_unit(plain: str) -> str:
    """Return a normalised label without the unit that some print behind it."""
    return _UNIT.sub("", plain)


def unit_of(label: str) -> str:
    """Return the unit that a label names: 本年收费金额（单位：万元） → 万元."""
    found = _UNIT.search(normal(label))
    return (found["named"] or found["bare"]) if found else ""


@some_from_data(20_000)
def is_foreign(label: str) -> bool:
    """Tell whether a label is one that organs add to the form: a subtotal, last year's figures."""
    text = normal(label)
    for group in _groups():
        text = text.removeprefix(group)
    return _foreign().fullmatch(text) is not None


@from_data
def _groups() -> tuple[str, ...]:
    rows = (row for one in editions() for table in one.tables.values() for row in table.rows)
    found = {normal(group) for row in rows for group in row.groups}
    return tuple(sorted(found, key=len, reverse=True))


@from_data
def _foreign() -> re.Pattern[str]:
    patterns = load("reading/matching/foreign.yaml", tuple[str, ...])
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns))


def equations_of(vocabulary: TableWords) -> tuple[Equation, ...]:
    """Return the relations of a table that every report must satisfy."""
    return _equations(vocabulary.edition.year, vocabulary.table.key)


@from_data
def _equations(year: int, key: str) -> tuple[Equation, ...]:
    return tuple(
        equation
        for relation in words(year, key).table.relations
        if not relation.optional
        for equation in relation.equations
    )


def totals_of(vocabulary: TableWords, addresses: tuple[str, ...]) -> Mapping[int, tuple[int, ...]]:
    """Return which positions among these cells are the sum of which others."""
    return _totals(vocabulary.edition.year, vocabulary.table.key, addresses)


@from_data
def _totals(year: int, key: str, addresses: tuple[str, ...]) -> dict[int, tuple[int, ...]]:
    place = {address: position for position, address in enumerate(addresses)}
    return {
        place[equation.left[0]]: tuple(place[address] for address in equation.right)
        for equation in _equations(year, key)
        if len(equation.left) == 1 and place.keys() >= {*equation.left, *equation.right}
    }


@from_data
def peculiar_labels(year: int, key: str) -> tuple[str, ...]:
    """Return the labels of a table that are no part of any label of another edition."""
    mine = words(year, key)
    others = [words(other, key) for other in editions_known() if other != year]
    foreign = [label for other in others for label in (*other.own, *other.furniture)]
    return tuple(
        label
        for label in sorted(mine.own | mine.furniture)
        if len(label) >= 4 and not any(label in text for text in foreign)
    )


@from_data
def peculiar_rows(year: int, key: str) -> frozenset[str]:
    """Return the keys of the rows of a table that no other edition has."""
    others = (words(other, key).table.rows for other in editions_known() if other != year)
    return frozenset(row.key for row in words(year, key).table.rows) - {
        row.key for rows in others for row in rows
    }


@from_data
def header_characters(key: str) -> frozenset[str]:
    """Return every character that stands in the headers of a table, in any edition."""
    return frozenset(
        char
        for year in editions_known()
        for text in (*words(year, key).furniture, *_side_by_side(words(year, key)))
        for char in text
    )


@from_data
def label_characters() -> frozenset[str]:
    """Return every character of the form's labels and headings, in any edition."""
    rows = (
        row for year in editions_known() for key in TABLES for row in words(year, key).table.rows
    )
    labels = {char for row in rows for char in normal(row.label)}
    titles = {c for one in editions() for section in one.sections for c in normal(section.title)}
    return frozenset(labels | titles).union(*(header_characters(key) for key in TABLES))


def _side_by_side(vocabulary: TableWords) -> tuple[str, ...]:
    """Return the row labels that stand in the header, where rows stand side by side."""
    return tuple(vocabulary.own) if vocabulary.table.across else ()


TABLES = ("proactive", "applications", "disputes")
