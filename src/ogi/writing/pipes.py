"""A grid as rows of text with one column of labels: what Markdown and plain text can hold.

They know no spans. The labels of a row stand together in its first box, and the heads of
a column in one box above it; values stand where they begin.
"""

from collections.abc import Sequence

from ogi.paper import Grid, GridBox
from ogi.writing.placing import Slot, lines_of, sign

_ROW_HEADS = ("row", "rowgroup")


def flat_rows(grid: Grid) -> list[list[str]]:
    """Return the rows of a grid, the heads of its columns in the first where it has any."""
    labels = max((b.column + b.colspan for b in grid.boxes if b.scope in _ROW_HEADS), default=0)
    lines = lines_of(grid)
    rows = [_row(line, labels) for line in lines[grid.head :]]
    return [_head(lines[: grid.head], labels, grid.columns), *rows] if grid.head else rows


def _head(lines: Sequence[Sequence[Slot]], labels: int, columns: int) -> list[str]:
    heads: list[list[str]] = [[] for _ in range(columns)]
    for line in lines:
        for slot in line:
            for column in range(slot.box.column, slot.box.column + slot.box.colspan):
                if slot.begins and (text := text_of(slot.box)):
                    heads[column].append(text)
    corner = dict.fromkeys(text for column in heads[:labels] for text in column)
    return [*([" ".join(corner)] if labels else []), *(" ".join(path) for path in heads[labels:])]


def _row(line: Sequence[Slot], labels: int) -> list[str]:
    beside = [text_of(slot.box) for slot in line if slot.box.column < labels]
    values = (slot for slot in line if slot.box.column >= labels)
    joined = [" ".join(filter(None, beside))] if labels else []
    return [*joined, *(text_of(slot.box) if slot.begins else "" for slot in values)]


def text_of(box: GridBox) -> str:
    """Return the text of a box on one line, with its sign."""
    return lone(box.text) + sign(box)


def piped(boxes: Sequence[str]) -> str:
    """Return a row between bars."""
    return f"| {' | '.join(boxes)} |"


def lone(text: str) -> str:
    """Return a text on one line, without what would make it a row."""
    return " ".join(text.split()).replace("|", "｜")
