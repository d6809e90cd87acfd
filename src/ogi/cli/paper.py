"""A paper on the terminal, and in a file by its suffix."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from ogi.cli.folding import columns
from ogi.cli.output import write_out
from ogi.cli.screen import Screen
from ogi.paper import Align, Grid, GridBox, Heading, Line, Mark, Paper

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_STYLES = {
    Mark.NONE: "",
    Mark.ERROR: "bold red",
    Mark.WARNING: "yellow",
    Mark.DOUBT: "magenta",
    Mark.CHANGED: "bold",
}


def show_paper(paper: Paper, screen: Screen) -> None:
    """Print a paper; grids without boxes that cover several come out as tables."""
    screen.line(paper.title, "bold")
    for block in paper.blocks:
        if isinstance(block, Heading):
            screen.line()
            screen.line(block.text, "bold" if block.level == 1 else "underline")
        elif isinstance(block, Line):
            screen.line(block.text, "bold" if block.strong else "")
        else:
            if block.caption:
                screen.line(block.caption, "dim")
            screen.show(_table(block, screen))
    if paper.notes:
        screen.line()
    for note in paper.notes:
        screen.line(note, "dim")


def write_paper(paper: Paper, out: Path) -> None:
    """Write a paper to a file in the format of its suffix."""
    from ogi.writing import print_paper

    write_out(out, print_paper(paper, kind_of(out)))


def kind_of(out: Path) -> str:
    """Return the format a file name asks for; refuse one that no printer knows."""
    from ogi.writing import KINDS

    kind = out.suffix.lower().removeprefix(".")
    if kind not in KINDS:
        raise click.UsageError(f"{out.name}：后缀应当是 {'、'.join(KINDS)} 之一")
    return kind


def _table(grid: Grid, screen: Screen) -> "Table":
    from rich import box
    from rich.table import Table

    from ogi.cli.console import Folded

    look = box.SIMPLE_HEAD if screen.terminal else None
    table = Table(box=look, show_edge=False, padding=(0, 2, 0, 0))
    rows: list[list[GridBox | None]] = [[None] * grid.columns for _ in range(grid.rows)]
    for one in grid.boxes:
        rows[one.row][one.column] = one
    for column in range(grid.columns):
        head = rows[0][column] if grid.head else None
        below = rows[grid.head][column] if grid.rows > grid.head else None
        right = below is not None and below.align is Align.RIGHT
        texts = (each.text for row in rows if (each := row[column]) is not None)
        whole = max(map(columns, texts), default=1)
        table.add_column(
            Folded(head.text if head else ""),
            justify="right" if right else "left",
            overflow="fold",
            min_width=whole if right else None,  # a figure is never broken
        )
    for row in rows[grid.head :]:
        table.add_row(*(_text(one) for one in row))
    return table


def _text(one: GridBox | None) -> "Text":
    from ogi.cli.console import Folded

    return Folded(one.text, style=_STYLES[one.mark]) if one else Folded("")
