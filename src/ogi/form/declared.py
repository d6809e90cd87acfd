"""What an edition's file says: the first in full, each later one as changes of its predecessor."""

from collections.abc import Iterator
from typing import Literal

import msgspec

from ogi.data import Fault, Struct
from ogi.law import Citation

Asked = Literal["five_aspects", "length", "processing_fees"]  # what rules know to look for
Terms = tuple[tuple[str, ...], tuple[str, ...]]


class SectionForm(Struct, frozen=True):
    """A section the form prescribes (栏目): its number, its title, text or table.

    `asks` names what must be told in it, such as processing_fees.
    """

    key: str
    number: str
    title: str
    content: Literal["text", "table"]
    asks: tuple[Asked, ...] = ()

    @property
    def heading(self) -> str:
        """Its number and title: 一、总体情况."""
        return f"{self.number}、{self.title}"


class ColumnEntry(Struct, frozen=True):
    """A column; `caution` says why its figures are not to be added to those of before."""

    label: str
    group: str = ""
    unit: str = ""
    kind: Literal["count", "change", "amount"] = "count"
    caution: str = ""


Columns = dict[str, ColumnEntry]


class Block(Struct, frozen=True):
    """Rows under a heading of their own, with columns of their own."""

    heading: str
    cites: Citation
    columns: Columns
    rows: dict[str, str]


class Subgroup(Struct, frozen=True):
    """Rows under a label, inside a group."""

    group: str
    rows: dict[str, str]
    transparent: bool = False


class Group(Struct, frozen=True):
    """Rows under a common label; a transparent group is no part of their addresses."""

    group: str
    rows: dict[str, str | Subgroup]
    transparent: bool = False


class RelationEntry(Struct, frozen=True):
    """A relation: `equal` names rows, or columns, of its two sides; `refused.*` is all below."""

    code: str
    says: str
    each: Literal["column", "row"]
    equal: Terms
    advice: str
    printed: bool = False
    optional: bool = False


class TableEntry(Struct, frozen=True):
    """A table in full."""

    key: str
    title: str
    corner: str = ""
    band: str = ""
    unit: str = ""
    across: bool = False
    grid: int = 0
    columns: Columns = {}  # noqa: RUF012 - msgspec copies an empty default
    extra_columns: Columns = {}  # noqa: RUF012
    rows: dict[str, str | Group] = {}  # noqa: RUF012
    blocks: tuple[Block, ...] = ()
    relations: tuple[RelationEntry, ...] = ()


class Split(Struct, frozen=True):
    """A row that becomes several: `rest` is the part for what nothing tells apart.

    With `group` the parts stand under a label; without, in the place of the whole row. The
    whole row's key may be the key of a part.
    """

    rows: dict[str, str]
    rest: str
    group: str = ""

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong: a part takes the rest."""
        if self.rest not in self.rows:
            yield ("rest",), f"“{self.rest}”不是分出来的一行"


class Added(Struct, frozen=True):
    """A row that was not there: it stands after another, with its groups and columns."""

    after: str
    label: str


class NewColumns(Struct, frozen=True):
    """The columns of some rows, or of every row, in place of those they had."""

    columns: Columns
    rows: tuple[str, ...] = ()


class TableChange(Struct, frozen=True):
    """How a table differs from the edition before."""

    title: str | None = None
    corner: str | None = None
    grid: int | None = None
    drop: tuple[str, ...] = ()
    relabel: dict[str, str] = {}  # noqa: RUF012
    columns: tuple[NewColumns, ...] = ()
    split: dict[str, Split] = {}  # noqa: RUF012
    add: dict[str, Added] = {}  # noqa: RUF012
    relations: tuple[RelationEntry, ...] = ()
    drop_relations: tuple[str, ...] = ()

    def column(self, row: str, key: str) -> ColumnEntry | None:
        """Return a column of a row where this change declares it."""
        for new in self.columns:
            if key in new.columns and (not new.rows or row in new.rows):
                return new.columns[key]
        return None


class SectionChange(Struct, frozen=True):
    """How a section differs: a new title, and what is asked in it besides."""

    title: str | None = None
    asks: tuple[Asked, ...] = ()


class Years(Struct, frozen=True):
    """The report years of an edition: until the next one, unless the last is named."""

    first_year: int
    last_year: int | None = None


class Changes(Struct, frozen=True):
    """What an edition changes of its predecessor."""

    tables: dict[str, TableChange] = {}  # noqa: RUF012
    sections: dict[str, SectionChange] = {}  # noqa: RUF012


class EditionFile(Struct, frozen=True):
    """A file: `sections` and `tables` in full, or `follows` and `changes`."""

    edition: int
    instrument: Citation
    applies_to: Years
    sections: tuple[SectionForm, ...] = ()
    tables: tuple[TableEntry, ...] = ()
    follows: int | None = None
    changes: Changes = msgspec.field(default_factory=Changes)

    def faults(self) -> Iterator[Fault]:
        """Yield what is wrong: an edition is declared in one of the two ways."""
        if self.follows is None and not (self.sections and self.tables):
            yield ("edition",), "第一版要写全sections和tables；后来的版本写follows和changes"
        if self.follows is not None and (self.sections or self.tables):
            yield ("follows",), "写了follows的版本只写changes，不再写sections和tables"


NO_CHANGE = TableChange()
