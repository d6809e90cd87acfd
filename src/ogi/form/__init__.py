"""The statutory form (年度报告格式): its editions, its cells, and a report in it."""

from ogi.form.edition import Column, Edition, Equation, Relation, Row, SectionForm, Table
from ogi.form.load import edition, edition_for, editions
from ogi.form.names import (
    CellPattern,
    ColumnKey,
    RelationCode,
    RowAddress,
    SectionKey,
    TableKey,
)
from ogi.form.report import (
    AnnualReport,
    Cell,
    Doubt,
    Heading,
    Paragraph,
    Section,
    Source,
    State,
)

__all__ = [
    "AnnualReport",
    "Cell",
    "CellPattern",
    "Column",
    "ColumnKey",
    "Doubt",
    "Edition",
    "Equation",
    "Heading",
    "Paragraph",
    "Relation",
    "RelationCode",
    "Row",
    "RowAddress",
    "Section",
    "SectionForm",
    "SectionKey",
    "Source",
    "State",
    "Table",
    "TableKey",
    "edition",
    "edition_for",
    "editions",
]
