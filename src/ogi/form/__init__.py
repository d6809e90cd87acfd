"""The statutory form (年度报告格式): its editions, its cells, and a report in it."""

from ogi.form.declared import SectionForm
from ogi.form.edition import Column, Edition, Equation, Relation, Row, Table
from ogi.form.lineage import Route, differences, routes, row_in, why_no_cell, why_no_row
from ogi.form.load import edition, edition_for, editions, newest
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
    Part,
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
    "Part",
    "Relation",
    "RelationCode",
    "Route",
    "Row",
    "RowAddress",
    "Section",
    "SectionForm",
    "SectionKey",
    "Source",
    "State",
    "Table",
    "TableKey",
    "differences",
    "edition",
    "edition_for",
    "editions",
    "newest",
    "routes",
    "row_in",
    "why_no_cell",
    "why_no_row",
]
