"""The header of a table: which grid column holds which column of the form."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ogi.form import Column, Paragraph
from ogi.reading.matching.lines import Line, Token
from ogi.reading.matching.normal import normal
from ogi.reading.matching.vocabulary import TableWords


@dataclass(frozen=True, slots=True)
class Header:
    """Grid columns by the key of the form's column, and the labels as printed.

    `decides` is true where the header must be heeded: it has columns that the form has
    not (小计), or another order. Elsewhere the order of the values is enough.
    """

    columns: Mapping[str, int] = field(default_factory=dict)
    extras: tuple[Column, ...] = ()
    labels: Mapping[str, Paragraph] = field(default_factory=dict)
    decides: bool = False


def header_of(lines: Sequence[Line], vocabulary: TableWords) -> Header:
    """Find the header of a table whose rows all have the same columns."""
    table = vocabulary.table
    form_columns = table.rows[0].columns
    if table.across or any(row.columns != form_columns for row in table.rows):
        return Header()
    spelled = {
        normal(above + column.label): column
        for column in (*form_columns, *table.extra_columns)
        for above in {"", column.group, table.band + column.group}
    }
    columns: dict[str, int] = {}
    labels: dict[str, Paragraph] = {}
    for line in lines:
        if line.values:
            break
        for cell in line.labels if line.row >= 0 else ():
            column = spelled.get(normal(cell.text))
            if column is not None and column.key not in columns:
                columns[column.key] = cell.column
                labels[f"{table.key}.*.{column.key}"] = Paragraph(cell.text, cell.place)
    if any(column.key not in columns for column in form_columns):
        return Header(labels=labels)
    extras = tuple(column for column in table.extra_columns if column.key in columns)
    order = [columns[column.key] for column in form_columns]
    distinct = len(set(columns.values())) == len(columns)
    return Header(columns, extras, labels, distinct and (bool(extras) or order != sorted(order)))


def under_header(
    tokens: Sequence[Token], header: Header, columns: Sequence[Column]
) -> tuple[Token, ...] | None:
    """Return the tokens that stand under the given columns; None if one of them is bare."""
    at = {token.column: token for token in tokens}
    found = tuple(at.get(header.columns[column.key]) for column in columns)
    return tuple(t for t in found if t is not None) if all(found) else None
