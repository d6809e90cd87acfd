"""A paper as Markdown."""

import re
from collections.abc import Iterator

from ogi.paper import Block, Grid, Heading, Line, Paper
from ogi.writing.characters import clean
from ogi.writing.pipes import flat_rows, lone, piped
from ogi.writing.placing import captioned, legend


def print_markdown(paper: Paper) -> bytes:
    """Print a paper as Markdown in UTF-8."""
    text = clean("\n".join(_lines(paper))).strip("\n")
    return (re.sub("\n{3,}", "\n\n", text) + "\n").encode()


def _lines(paper: Paper) -> Iterator[str]:
    if paper.title:
        yield f"# {lone(paper.title)}"
    for block, with_caption in captioned(paper.blocks):
        yield from ("", *_block(block, with_caption))
    yield from ("", legend(paper.blocks))
    for number, note in enumerate(paper.notes, 1):
        yield from ("", f"注{number}：{lone(note)}")


def _block(block: Block, with_caption: bool) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * min(block.level + 1, 6)} {lone(block.text)}"
    elif isinstance(block, Line):
        text = lone(block.text)
        yield f"**{text}**" if block.strong and text else text
    else:
        if with_caption:
            yield from (f"**{lone(block.caption)}**", "")
        yield from _table(block)


def _table(grid: Grid) -> Iterator[str]:
    """Yield the rows; the first is the head, which must be as wide as the table."""
    first, *rest = flat_rows(grid)
    width = max(len(row) for row in (first, *rest))
    yield piped([*first, *[""] * (width - len(first))])
    yield piped(["---"] * width)
    yield from map(piped, rest)
