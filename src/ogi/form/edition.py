"""An edition of the form (版本), as its YAML file declares it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ogi.law import Citation


@dataclass(frozen=True, slots=True)
class Column:
    """A column of values; `group` is the label printed above several columns.

    kind: count (件, a whole number), change (signed), amount (decimals allowed).
    """

    key: str
    label: str
    group: str = ""
    unit: str = ""
    kind: str = "count"


@dataclass(frozen=True, slots=True)
class Row:
    """A row of values. `groups` are the group labels to its left, outermost first."""

    key: str
    label: str
    groups: tuple[str, ...]
    columns: tuple[Column, ...]
    cites: Citation | None = None


@dataclass(frozen=True, slots=True)
class Equation:
    """One instance of a relation (勾稽关系): the sums of two sets of cells are equal.

    `where` says in Chinese which column or row of the table it speaks of.
    """

    code: str
    where: str
    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of a table and its equations, one for each column or each row."""

    code: str
    says: str
    each: str
    printed: bool
    optional: bool
    advice: str
    cites: Citation
    equations: tuple[Equation, ...]


@dataclass(frozen=True)
class Table:
    """A table of the form: its rows, their columns, and the relations between cells.

    `across` means that the rows stand side by side on one printed line.
    """

    key: str
    title: str
    corner: str
    band: str
    across: bool
    grid: int
    rows: tuple[Row, ...]
    extra_columns: tuple[Column, ...]
    relations: tuple[Relation, ...]

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The address of every cell, in the order of the form."""
        return tuple(self.address(row, column) for row in self.rows for column in row.columns)

    def address(self, row: Row, column: Column) -> str:
        """Return the address of the cell where a row and a column meet."""
        return f"{self.key}.{row.key}.{column.key}"


@dataclass(frozen=True, slots=True)
class SectionForm:
    """A section the form prescribes (栏目): its number, its title, text or table.

    `asks` names what must be told in it, such as processing_fees.
    """

    key: str
    number: str
    title: str
    content: str
    asks: tuple[str, ...] = ()


@dataclass(frozen=True)
class Edition:
    """An edition of the form, with the first and the last report year it applies to."""

    year: int
    instrument: Citation
    first_year: int
    last_year: int | None
    sections: tuple[SectionForm, ...]
    tables: dict[str, Table] = field(hash=False)

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The address of every cell of the three tables."""
        return tuple(a for table in self.tables.values() for a in table.addresses)

    @cached_property
    def labels(self) -> dict[str, str]:
        """What to call each cell in Chinese, by address, such as （一）予以公开/自然人."""
        return {
            table.address(row, column): f"{row.label}/{column.label}"
            for table in self.tables.values()
            for row in table.rows
            for column in (*row.columns, *table.extra_columns)
        }

    def asks(self, section: str, what: str) -> bool:
        """Say whether a section must tell of something."""
        return any(what in each.asks for each in self.sections if each.key == section)

    def relations(self) -> Iterator[Relation]:
        """Yield the relations of every table."""
        for table in self.tables.values():
            yield from table.relations
