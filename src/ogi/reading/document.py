"""The neutral document: what every format reader makes and every matcher reads.

A document is a sequence of blocks in reading order. A block is a line of text or a
table. A table is a grid: each cell says where it begins and how far it spans, so that
a matcher never sees a format again.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from ogi.place import Place


@dataclass(frozen=True, slots=True)
class Recognised:
    """How sure character recognition (文字识别) is of a text.

    `confidence` is 0–1; `others` are the readings it holds possible beside the text,
    the likeliest first.
    """

    confidence: float
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TextBlock:
    """A line or paragraph of text outside tables, as printed.

    `level` is 1–6 where the format marks it as a heading, else 0. `recognised` is None
    where the characters come from the format itself.
    """

    text: str
    place: Place | None = None
    level: int = 0
    recognised: Recognised | None = None


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell of a table: its text and the part of the grid it covers (0-based)."""

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    place: Place | None = None
    recognised: Recognised | None = None


@dataclass(frozen=True)
class TableBlock:
    """A table.

    `exact` is true where rows, columns and spans come from the format itself or from
    ruling lines (HTML, DOCX, XLSX, ruled PDF), false where they were guessed from
    separators or white space (tabs, pipes, unruled PDF).
    """

    cells: tuple[TableCell, ...]
    rows: int
    columns: int
    exact: bool = True
    place: Place | None = None

    def by_row(self) -> list[list[TableCell]]:
        """Return the cells that begin in each row, left to right."""
        lines: list[list[TableCell]] = [[] for _ in range(self.rows)]
        for cell in self.cells:
            lines[cell.row].append(cell)
        for line in lines:
            line.sort(key=lambda cell: cell.column)
        return lines


Block = TextBlock | TableBlock


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a paged document: its size in points and its rotation in degrees."""

    number: int
    width: float
    height: float
    rotation: int = 0


@dataclass(frozen=True)
class Document:
    """A document: its blocks in reading order, and its pages where it has pages.

    `titles` are titles that the format carries outside the text (HTML <title>, DOCX
    core properties); they are candidates, not text. `remarks` are Chinese sentences
    for the reader's owner (pages left out, tracked changes accepted …).
    """

    format: str
    blocks: tuple[Block, ...]
    pages: tuple[Page, ...] = ()
    titles: tuple[str, ...] = ()
    remarks: tuple[str, ...] = field(default=())

    def tables(self) -> Iterator[TableBlock]:
        """Yield the tables, in reading order."""
        return (block for block in self.blocks if isinstance(block, TableBlock))
