"""A paper (文稿): what is to be printed, before any format.

As `ogi.reading.document` is what every reader makes, a paper is what every writer takes:
headings, lines and grids in reading order. A comparison, a consolidation and a letter
each make a paper; `ogi.writing` prints it as DOCX, HTML, PDF, XLSX, Markdown or text.
"""

from dataclasses import dataclass, field
from enum import Enum


class Align(Enum):
    """How a line or a box stands between its borders."""

    BOTH = "both"
    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Mark(Enum):
    """What a box is marked with; the same marks as on the page of a check."""

    NONE = ""
    ERROR = "error"
    WARNING = "warning"
    DOUBT = "doubt"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; level 1 is a section of the paper, the title stands apart.

    `new_page` begins a page with it, such as that of a slip to be sent back.
    """

    text: str
    level: int = 1
    new_page: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph; `indent` sets its first line in by two characters."""

    text: str
    align: Align = Align.BOTH
    indent: bool = True
    strong: bool = False


@dataclass(frozen=True, slots=True)
class GridBox:
    """A box of a grid: its text and the part of the grid it covers (0-based).

    `scope` is that of HTML: col, colgroup, row, rowgroup, or "" for a value. `address`
    is the cell of the form that the box holds, where it holds one.
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    scope: str = ""
    align: Align = Align.CENTRE
    mark: Mark = Mark.NONE
    address: str = ""
    hint: str = ""


@dataclass(frozen=True)
class Grid:
    """A table. The first `head` rows are repeated on each page.

    `sums` is the column whose figures are the sums of those to its right, None where there
    is none; a workbook adds them up itself, and such a table can be filtered there.
    `widths` are relative widths of the columns, empty where the printer chooses.
    """

    boxes: tuple[GridBox, ...]
    rows: int
    columns: int
    head: int = 0
    caption: str = ""
    widths: tuple[float, ...] = ()
    sums: int | None = None


Block = Heading | Line | Grid


@dataclass(frozen=True)
class Paper:
    """A paper: a title, what stands under it, and how it is set.

    `landscape` turns the page; `official` sets it as 公文 (GB/T 9704: margins, 仿宋).
    """

    title: str
    blocks: tuple[Block, ...] = ()
    landscape: bool = False
    official: bool = False
    notes: tuple[str, ...] = field(default=())
