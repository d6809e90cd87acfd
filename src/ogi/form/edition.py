"""An edition of the form (版本), as its YAML file declares it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from ogi.form.declared import NO_CHANGE, SectionForm, TableChange, Terms
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
    equal: Terms
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

    def row(self, key: str) -> Row | None:
        """Return a row, None where the table has none of that key."""
        return next((row for row in self.rows if row.key == key), None)

    def rows_with(self, *columns: str) -> tuple[Row, ...]:
        """Return the rows that have all of these columns."""
        return tuple(row for row in self.rows if {*columns} <= {one.key for one in row.columns})

    @cached_property
    def addresses(self) -> tuple[str, ...]:
        """The address of every cell, in the order of the form."""
        return tuple(self.address(row, column) for row in self.rows for column in row.columns)

    def address(self, row: Row, column: Column) -> str:
        """Return the address of the cell where a row and a column meet."""
        return f"{self.key}.{row.key}.{column.key}"


@dataclass(frozen=True)
class Edition:
    """An edition of the form, with the first and the last report year it applies to.

    `follows` is the edition that it changes, `changes` what it changes, by table.
    """

    year: int
    instrument: Citation
    first_year: int
    last_year: int | None
    sections: tuple[SectionForm, ...]
    tables: dict[str, Table] = field(hash=False)
    follows: "Edition | None" = field(default=None, hash=False, compare=False, repr=False)
    changes: dict[str, TableChange] = field(default_factory=dict, hash=False, repr=False)

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

    @property
    def name(self) -> str:
        """What officials call it: 2021年版."""
        return f"{self.year}年版"

    def has(self, address: str) -> bool:
        """Say whether the form has a cell, such as proactive.charges.amount."""
        return address in self._known

    def change(self, table: str) -> TableChange:
        """Return how a table differs from the edition before."""
        return self.changes.get(table, NO_CHANGE)

    @cached_property
    def _known(self) -> frozenset[str]:
        return frozenset(self.addresses)

    def asks(self, section: str, what: str) -> bool:
        """Say whether a section must tell of something."""
        return any(what in each.asks for each in self.sections if each.key == section)

    def relations(self) -> Iterator[Relation]:
        """Yield the relations of every table."""
        for table in self.tables.values():
            yield from table.relations
