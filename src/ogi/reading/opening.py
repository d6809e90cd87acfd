"""Tables that hold more than cells: opened where text or further tables stand in them."""

from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from ogi.errors import DamagedError
from ogi.reading.document import Block, TextBlock
from ogi.reading.grid import Budget, Grid, long_rows, set_apart, table_block

DEEPEST = 50

Line = tuple[str, int]  # a line of text and its level as a heading
Node = TypeVar("Node")


def lines_of(items: Sequence[Line | Node]) -> list[str]:
    """Return the lines among lines and tables."""
    return [item[0] for item in items if isinstance(item, tuple)]


def blocks_of(
    items: Sequence[Line | Node], read_table: Callable[[Node], Iterator[Block]]
) -> Iterator[Block]:
    """Yield lines as blocks of text, and what is made of each table between them."""
    for item in items:
        if isinstance(item, tuple):
            yield TextBlock(item[0], None, item[1])
        else:
            yield from read_table(item)


def open_up(
    grid: Grid,
    opened: Sequence[Sequence[Line | Node] | None],
    budget: Budget,
    read_table: Callable[[Node], Iterator[Block]],
) -> Iterator[Block]:
    """Yield the rows of a table as tables; the long and the opened ones as text between.

    `opened` has, for each row that holds tables itself, all that it holds.
    """
    if budget.depth >= DEEPEST:
        raise DamagedError(f"表格嵌套超过{DEEPEST}层，无法读取。用原软件简化表格、另存后再读。")
    budget.depth += 1
    apart = [
        is_long or items is not None for is_long, items in zip(long_rows(grid), opened, strict=True)
    ]
    texts = {cell.row: cell.text for cell in grid.cells if cell.text}
    for part in set_apart(grid, apart):
        if isinstance(part, Grid):
            yield from _table(part, budget)
        elif (items := opened[part]) is not None:
            yield from blocks_of(items, read_table)
        else:
            yield from text_blocks(texts[part])
    budget.depth -= 1


def _table(grid: Grid, budget: Budget) -> Iterator[Block]:
    if not any(cell.text for cell in grid.cells):
        return
    if all(cell.colspan == grid.columns for cell in grid.cells):
        yield from text_blocks("\n".join(cell.text for cell in grid.cells))
        return
    budget.tables += 1
    yield table_block(grid, budget.tables)


def text_blocks(text: str) -> Iterator[Block]:
    """Yield the lines of a text."""
    return (TextBlock(line) for line in text.split("\n") if line)
