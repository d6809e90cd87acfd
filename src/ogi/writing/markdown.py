"""A paper as Markdown."""

import re
from collections.abc import Iterator

from ogi.expression import expression
from ogi.paper import Block, Grid, Heading, Line, Paper
from ogi.writing.characters import clean
from ogi.writing.pipes import flat_rows, lone, piped
from ogi.writing.placing import captioned, legend

_SIGNS = expression(r"[\\`*_\[\]]")
_BEGINS = expression(r"[#>]|[-+](?=\s|$)|[-=]+$|\d+(?=[.)](?:\s|$))")
_CALLS = expression(r"&(?=#?\w+;)")


def print_markdown(paper: Paper) -> bytes:
    """Print a paper as Markdown in UTF-8."""
    text = clean("\n".join(_lines(paper))).strip("\n")
    return (re.sub("\n{3,}", "\n\n", text) + "\n").encode()


def _lines(paper: Paper) -> Iterator[str]:
    if paper.title:
        yield f"# {_words(paper.title)}"
    for block, with_caption in captioned(paper.blocks):
        yield from ("", *_block(block, with_caption))
    yield from ("", legend(paper.blocks))
    for number, note in enumerate(paper.notes, 1):
        yield from ("", f"注{number}：{_words(note)}")


def _block(block: Block, with_caption: bool) -> Iterator[str]:
    if isinstance(block, Heading):
        yield f"{'#' * min(block.level + 1, 6)} {_words(block.text)}"
    elif isinstance(block, Line):
        text = _words(block.text)
        yield f"**{text}**" if block.strong and text else _begun(text)
    else:
        if with_caption:
            yield from (f"**{_words(block.caption)}**", "")
        yield from _table(block)


def _table(grid: Grid) -> Iterator[str]:
    """Yield the rows; the first is the head, which must be as wide as the table."""
    first, *rest = ([_inert(box) for box in row] for row in flat_rows(grid))
    width = max(len(row) for row in (first, *rest))
    yield piped([*first, *[""] * (width - len(first))])
    yield piped(["---"] * width)
    yield from map(piped, rest)


def _words(text: str) -> str:
    """Return a text on one line, in which nothing is markup."""
    return _inert(lone(text))


def _inert(text: str) -> str:
    calm = _CALLS.sub("&amp;", _SIGNS.sub(r"\\\g<0>", text))
    return calm.replace("<", "&lt;").replace("~", "&#126;")


def _begun(text: str) -> str:
    """Return a line that does not begin as a heading, a list, a quotation or a rule does."""
    if not (begins := _BEGINS.match(text)):
        return text
    digits = begins[0] if begins[0].isdigit() else ""
    return f"{digits}\\{text[len(digits) :]}"
