"""A paper as plain text: a line a paragraph, rows of tables between bars."""

import re
from collections.abc import Iterator

from ogi.paper import Align, Block, Heading, Line, Paper
from ogi.writing.characters import clean
from ogi.writing.pipes import flat_rows, lone, piped
from ogi.writing.placing import captioned, legend


def print_text(paper: Paper) -> bytes:
    """Print a paper as UTF-8 text."""
    text = clean("\n".join(_lines(paper))).strip("\n")
    return (re.sub("\n{3,}", "\n\n", text) + "\n").encode()


def _lines(paper: Paper) -> Iterator[str]:
    yield from (lone(paper.title), "")
    for block, with_caption in captioned(paper.blocks):
        yield from _block(block, with_caption)
    yield from ("", legend(paper.blocks))
    yield from (f"注{number}：{lone(note)}" for number, note in enumerate(paper.notes, 1))


def _block(block: Block, with_caption: bool) -> Iterator[str]:
    if isinstance(block, Heading):
        yield from ("", lone(block.text))
    elif isinstance(block, Line):
        yield _paragraph(block)
    else:
        yield from ("", lone(block.caption) if with_caption else "")
        yield from (*map(piped, flat_rows(block)), "")


def _paragraph(line: Line) -> str:
    text = lone(line.text)
    set_in = line.indent and line.align in (Align.BOTH, Align.LEFT)
    return f"　　{text}" if set_in and text else text
