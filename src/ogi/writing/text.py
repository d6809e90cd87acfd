"""A paper as plain text: a line a paragraph, a line a row of a table, boxes set off by tabs."""

import re
from collections.abc import Iterator

from ogi.paper import Align, Block, Grid, Heading, Line, Paper
from ogi.writing.placing import SIGNS, captioned, legend, lines_of


def print_text(paper: Paper) -> bytes:
    """Print a paper as UTF-8 text."""
    text = "\n".join(_lines(paper)).strip("\n")
    return (re.sub("\n{3,}", "\n\n", text) + "\n").encode("utf-8", "replace")


def _lines(paper: Paper) -> Iterator[str]:
    if paper.title:
        yield paper.title
        yield ""
    for block, with_caption in captioned(paper.blocks):
        yield from _block(block, with_caption)
    if said := legend(paper.blocks):
        yield from ("", said)
    for number, note in enumerate(paper.notes, 1):
        yield f"注{number}：{note}"


def _block(block: Block, with_caption: bool) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", block.text)
    elif isinstance(block, Line):
        yield _paragraph(block)
    else:
        if with_caption:
            yield from ("", block.caption)
        yield from ("", *_rows(block), "")


def _paragraph(line: Line) -> str:
    text = " ".join(line.text.split("\n"))
    if line.align in (Align.RIGHT, Align.CENTRE):
        return text
    return f"　　{text}" if line.indent and text else text


def _rows(grid: Grid) -> Iterator[str]:
    """Yield the rows; a box over several columns stands in the first, the others are empty."""
    for line in lines_of(grid):
        boxes = []
        for slot in line:
            text = " ".join(slot.box.text.split()) if slot.begins else ""
            boxes += [f"{text}{SIGNS.get(slot.box.mark, '') if slot.begins else ''}"]
            boxes += [""] * (slot.box.colspan - 1)
        yield "\t".join(boxes)
