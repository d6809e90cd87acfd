"""An annual report (年度报告) as read or as made: immutable."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import Enum

from ogi.place import Place


class State(Enum):
    """How a cell stands in the document.

    PRINTED     something is printed in it (a number, or a mark such as “/”)
    BLANK       the cell is there and empty; blank is not zero
    ABSENT      the cell is not in the document at all
    UNREADABLE  something is printed, and what stands in this cell cannot be said
    """

    PRINTED = "printed"
    BLANK = "blank"
    ABSENT = "absent"
    UNREADABLE = "unreadable"

    @property
    def label(self) -> str:
        """The word officials see."""
        return {"printed": "印有", "blank": "空白", "absent": "未见", "unreadable": "无法读取"}[
            self.value
        ]


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why the reading of a cell should be confirmed (存疑), and what else it may be.

    `says` is a Chinese sentence; `candidates` are the readings that stay possible, as
    they would be printed, the preferred one first. `settled` is true where relations
    of the form leave one reading only.
    """

    kind: str
    says: str
    candidates: tuple[str, ...] = ()
    settled: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as it stands: what it means, what is printed, and where.

    `value` is None when nothing is printed, what is printed is no number, or it could
    not be read. `note` is what the cell carried beside its number (其中修订16件, 元).
    """

    value: int | Decimal | None = None
    text: str = ""
    state: State = State.ABSENT
    place: Place | None = None
    note: str | None = None
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: str
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Heading:
    """A section heading as printed: `number` and `title` apart; `key` if recognised."""

    text: str
    number: str
    title: str
    key: str | None
    place: Place | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """The running text of a section; the key is that of the form's section."""

    key: str
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def text(self) -> str:
        """The paragraphs, one a line."""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Source:
    """What a report was read from: a name, the format, and the seconds it took."""

    name: str = ""
    format: str = ""
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Part:
    """A line of the document or a row of its tables, and where it went (去处).

    `kind` is title, heading, section, table, note (a page number) or left (left over);
    `key` is that of the section or the table.
    """

    kind: str
    key: str
    text: str
    place: Place | None = None


@dataclass(frozen=True)
class AnnualReport:
    """A report in the statutory form.

    editions   table → edition of the form whose rows it shows; organs mix them. A table
               that is not in the document is not in the mapping.
    cells      address → Cell, for every cell of the editions found
    extras     address → Cell, for columns outside the form (小计)
    labels     address of a row (`applications.granted`) or column header
               (`applications.*.company`) → the label as printed and its place
    sections   key → running text, also what stands in 二, 三, 四 beside the tables
    headings   the section headings in the order of the document
    stray      what belongs to no section or cell: filling instructions, remarks beside a table
    parts      every line and row of the document, in its order, and where it went: what is
               read is all there, once
    remarks    Chinese sentences about the reading (pages left out, changes accepted)
    """

    title: str | None = None
    organ: str | None = None
    year: int | None = None
    editions: Mapping[str, int] = field(default_factory=dict)
    cells: Mapping[str, Cell] = field(default_factory=dict)
    extras: Mapping[str, Cell] = field(default_factory=dict)
    labels: Mapping[str, Paragraph] = field(default_factory=dict)
    sections: Mapping[str, Section] = field(default_factory=dict)
    headings: tuple[Heading, ...] = ()
    stray: tuple[Paragraph, ...] = ()
    parts: tuple[Part, ...] = field(default=(), repr=False, compare=False)
    title_place: Place | None = None
    remarks: tuple[str, ...] = ()
    source: Source = field(default_factory=Source)

    def value(self, address: str) -> int | Decimal | None:
        """Return the value of a cell, None where it has none or is not in the report."""
        cell = self.cells.get(address) or self.extras.get(address)
        return cell.value if cell else None
