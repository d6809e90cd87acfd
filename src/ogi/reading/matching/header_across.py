"""The header of the table whose rows stand side by side (行政复议、行政诉讼)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from ogi.reading.document import TableCell
from ogi.reading.matching.lines import Line
from ogi.reading.matching.normal import normal
from ogi.reading.matching.order import Label
from ogi.reading.matching.spelling import spellings
from ogi.reading.matching.vocabulary import TableWords

Span = tuple[str, int, int]  # a row or a group of rows, and the columns above which it stands


def labels_across(above: Sequence[Line], vocabulary: TableWords) -> tuple[Label, ...]:
    """Return the labels of the columns, each with the row it belongs to (row.column).

    Where no row is named above the columns, the keys are those of the columns alone.
    """
    last = above[-1].block if above and above[-1].row >= 0 else None
    rows = [line for line in above if line.block == last]
    in_grid = _in_grid(rows, vocabulary) if last is not None else ()
    return in_grid or _in_sequence(above, vocabulary)


def _in_grid(lines: Sequence[Line], vocabulary: TableWords) -> tuple[Label, ...]:
    """Read the header by the columns of the grid; () where two labels share a column."""
    spelled, named = spellings(vocabulary), _row_words(vocabulary)
    leaves: dict[int, TableCell] = {}
    spans: list[Span] = []
    for line in lines:
        for cell, end in _ends(line):
            plain = normal(cell.text)
            if plain in named:
                spans.append((plain, cell.column, end))
            elif plain in spelled:
                if cell.column in leaves:
                    return ()
                leaves[cell.column] = cell
    found = []
    for column in sorted(leaves):
        over = [plain for plain, first, end in spans if first <= column < end]
        rows = [key for plain in over if (key := named[plain])]
        if spans and len(rows) != 1:
            return ()
        cell = leaves[column]
        key = spelled[normal(cell.text)].key
        found.append(
            Label(f"{rows[0]}.{key}" if spans else key, cell.text, column, place=cell.place)
        )
    return tuple(found)


def _ends(line: Line) -> Iterator[tuple[TableCell, int]]:
    """Yield the label cells of a row, each with the column before which it ends.

    In a table drawn in text a label reaches over the blanks behind it.
    """
    for number, cell in enumerate(line.labels):
        end = cell.column + cell.colspan
        if not line.exact and cell.colspan == 1:
            after = line.labels[number + 1 : number + 2]
            blanks = [token.column + 1 for token in line.tokens]
            end = after[0].column if after else max([end, *blanks])
        yield cell, end


def _row_words(vocabulary: TableWords) -> dict[str, str | None]:
    """Return the labels of rows with their keys, and those of groups of rows with None."""
    rows = vocabulary.table.rows
    groups = {normal(group): None for row in rows for group in row.groups}
    return {**groups, **{normal(row.label): row.key for row in rows}}


def _in_sequence(above: Sequence[Line], vocabulary: TableWords) -> tuple[Label, ...]:
    """Read the header by the order of its labels: three rows with the same columns."""
    keys, rows = _named(above, vocabulary)
    width = len(set(keys))
    if len(keys) == width and not rows:
        return tuple(Label(key, key) for key in keys)
    if sorted(rows) != sorted(row.key for row in vocabulary.table.rows):
        return ()
    blocks = [keys[at : at + width] for at in range(0, len(keys), width or 1)]
    if len(blocks) != len(rows) or any(set(block) != set(keys) for block in blocks):
        return ()
    if any(block != blocks[0] for block in blocks) and rows != [
        r.key for r in vocabulary.table.rows
    ]:
        return ()
    pairs = zip(rows, blocks, strict=True)
    return tuple(Label(f"{row}.{key}", f"{row}.{key}") for row, block in pairs for key in block)


def contradicts(above: Sequence[Line], vocabulary: TableWords) -> bool:
    """Tell whether what can be read of a header says another order than the form's."""
    keys, rows = _named(above, vocabulary)
    expected = [row.key for row in vocabulary.table.rows]
    places = [expected.index(row) for row in rows]
    if places != sorted(set(places)):
        return True
    order = [column.key for column in vocabulary.table.rows[0].columns]
    at = [order.index(key) for key in keys]
    ascending = 1 + sum(after <= before for before, after in pairwise(at))
    return len(at) >= len(order) and ascending > -(-len(at) // len(order))


def _named(above: Sequence[Line], vocabulary: TableWords) -> tuple[list[str], list[str]]:
    """Return the columns that a header names, and the rows, each in printed order."""
    spelled, named = spellings(vocabulary), _row_words(vocabulary)
    grouped = [row.key for row in vocabulary.table.rows if row.groups]
    plain = [normal(text) for line in above for text in _texts(line, {*spelled, *named})]
    keys = [spelled[text].key for text in plain if text in spelled]
    inner = [key for text in plain if (key := named.get(text)) in grouped]
    rows: list[str] = []
    for text in plain:
        if text in named and named[text] is None:
            rows += inner
        elif (key := named.get(text)) and key not in grouped:
            rows.append(key)
    return keys, rows + [key for key in inner if key not in rows]


def _texts(line: Line, known: set[str]) -> list[str]:
    if line.row >= 0:
        return [cell.text for cell in line.labels]
    return [line.label] if normal(line.label) in known else line.label.split()
