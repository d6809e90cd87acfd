"""Where the boxes of a grid stand, line by line, for printers that must name every slot."""

from collections.abc import Sequence
from dataclasses import dataclass

from ogi.errors import UsageError
from ogi.expression import expression
from ogi.findings import Severity
from ogi.paper import Block, Grid, GridBox, Heading, Line, Mark, Paper

SIGNS = {Mark.ERROR: "≠", Mark.WARNING: "！", Mark.DOUBT: "[?]", Mark.CHANGED: "△"}
UNREADABLE = "无法读取"
_SMALL_HEADING = 25
_TITLE_LETTERS = 20  # of 22 points, in 156 mm
_YEAR = expression("(?:19|20)[0-9]{2}年")
MEANINGS = {
    Mark.ERROR: Severity.ERROR.label,
    Mark.WARNING: Severity.WARNING.label,
    Mark.DOUBT: "存疑，待核对原件",
    Mark.CHANGED: "有变动",
}


@dataclass(frozen=True, slots=True)
class Slot:
    """The part of one line that a box covers; `begins` is false where it goes on from above."""

    box: GridBox
    begins: bool = True


def lines_of(grid: Grid) -> list[list[Slot]]:
    """Return the lines of a grid, each covered from left to right; gaps are empty boxes.

    Raises UsageError where two boxes cover the same slot or one stands outside.
    """
    covered: list[list[Slot | None]] = [[None] * grid.columns for _ in range(grid.rows)]
    for box in grid.boxes:
        for row in range(box.row, box.row + box.rowspan):
            for column in range(box.column, box.column + box.colspan):
                if row >= grid.rows or column >= grid.columns or covered[row][column]:
                    raise UsageError(f"box {box.text!r} overlaps or leaves the grid")
                covered[row][column] = Slot(box, row == box.row)
    return [_line(number, slots) for number, slots in enumerate(covered)]


def _line(row: int, slots: Sequence[Slot | None]) -> list[Slot]:
    line: list[Slot] = []
    for column, slot in enumerate(slots):
        if slot is None:
            line.append(Slot(GridBox("", row, column)))
        elif slot.box.column == column:
            line.append(slot)
    return line


def inner_heads(grid: Grid) -> frozenset[int]:
    """Return the rows below the head that hold heads only; each belongs to the row below it."""
    scopes: dict[int, set[str]] = {}
    for box in grid.boxes:
        for row in range(box.row, box.row + box.rowspan):
            scopes.setdefault(row, set()).add(box.scope)
    return frozenset(
        row
        for row, found in scopes.items()
        if grid.head <= row < grid.rows - 1 and found <= {"col", "colgroup", "rowgroup"}
    )


def shares(grid: Grid) -> tuple[float, ...]:
    """Return the share of each column in the width of a grid; together they are 1."""
    widths = grid.widths or tuple(_likely_widths(grid))
    return tuple(width / sum(widths) for width in widths)


def _likely_widths(grid: Grid) -> list[float]:
    """Guess a width for each column from its longest text, within reason."""
    widths = [4.0] * grid.columns
    for box in grid.boxes:
        if box.colspan == 1:
            longest = max(map(breadth, box.text.split("\n")), default=0)
            widths[box.column] = max(widths[box.column], min(longest, 16.0) + 1)
    return widths


def breadth(text: str) -> float:
    """Return the width of a text in Chinese characters; a Latin one is half as wide.

    >>> breadth("2026年1月")
    4.5
    """
    return sum(0.5 if letter < "\u2000" else 1.0 for letter in text)


def captioned(blocks: Sequence[Block]) -> list[tuple[Block, bool]]:
    """Return each block, and whether it is a grid whose caption is to be shown.

    A caption that repeats the heading above is for screen readers only.
    """
    above = ""
    shown: list[tuple[Block, bool]] = []
    for block in blocks:
        shown.append((block, isinstance(block, Grid) and block.caption not in ("", above)))
        if isinstance(block, Heading):
            above = block.text
    return shown


def marks_of(blocks: Sequence[Block]) -> list[Mark]:
    """Return the marks that boxes carry, each once, the gravest first."""
    boxes = (box for block in blocks if isinstance(block, Grid) for box in block.boxes)
    found = {box.mark for box in boxes}
    return [mark for mark in SIGNS if mark in found]


def legend(blocks: Sequence[Block]) -> str:
    """Say what the signs beside figures mean; nothing where there are none."""
    named = [f"{SIGNS[mark]} {MEANINGS[mark]}" for mark in marks_of(blocks)]
    return "　".join(named)


def sign(box: GridBox) -> str:
    """Return the sign beside the text of a marked box.

    What could not be read says so itself.
    """
    return "" if box.text == UNREADABLE else SIGNS.get(box.mark, "")


def leads_on(line: Line) -> bool:
    """Tell whether a line is a small heading, which never stands alone at the foot of a page."""
    return 0 < len(line.text) <= _SMALL_HEADING and line.text[-1] not in "。；：！？.;:!?”）)"


def title_lines(paper: Paper) -> str:
    r"""Return the title, broken before the year where it is too long for an official line.

    >>> title_lines(Paper("云岭县林业局2023年政府信息公开工作年度报告", official=True))
    '云岭县林业局\n2023年政府信息公开工作年度报告'
    """
    title, found = paper.title, _YEAR.search(paper.title)
    fits = not paper.official or breadth(title) <= _TITLE_LETTERS
    if fits or "\n" in title or not found or not found.start():
        return title
    return f"{title[: found.start()]}\n{title[found.start() :]}"
