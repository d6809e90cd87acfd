"""Rows that may stand in the wrong place, seen by the relations they break.

What is doubted here was read; the doubt says why it should be confirmed. A blank counts
nothing in a sum, so that a report whose blanks mean zero is not doubted.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ogi.form import Cell, Doubt, Equation, State
from ogi.reading.matching.cells import Laid
from ogi.reading.matching.doubts import doubt
from ogi.reading.matching.fused import Totals
from ogi.reading.matching.resolve import Number, adds_up

_FEWEST_ALIKE = 3
_CLEAR_LABEL = 0.6
_FAINT_LABEL = 0.2

Numbers = Mapping[str, Number]


def doubt_misplaced(
    laid: Sequence[Laid], cells: dict[str, Cell], equations: Sequence[Equation]
) -> None:
    """Add a doubt to the cells of every row that may be out of place."""
    numbers = _numbers(cells)
    patchy = [item for item in laid if _partly_blank(item.slot.addresses, cells)]
    if patchy:
        _doubt_blank_breaks(patchy, cells, numbers, equations)
        _doubt_blank_ends(patchy, laid, cells, numbers)
    for item in laid:
        if item.loose and not _balanced(item, numbers, equations):
            _add(cells, item.slot.addresses, doubt("loose"))
        if item.below:
            _add(cells, item.slot.addresses, doubt("below"))
    _doubt_unlabelled([i for i in laid if i.named < _CLEAR_LABEL], cells, numbers, equations)


def _numbers(cells: Mapping[str, Cell]) -> Numbers:
    """Return the number of every cell that is in the document; a blank is nothing added."""
    there = (State.PRINTED, State.BLANK)
    return {a: cell.value or 0 for a, cell in cells.items() if cell.state in there}


def _balanced(item: Laid, numbers: Numbers, equations: Sequence[Equation]) -> bool:
    """Tell whether every cell of a row was read and its sums hold.

    Where a column is lost and there is no sum along the row, those down the columns count.
    """
    addresses = item.slot.addresses
    if any(address not in numbers for address in addresses):
        return False
    if not item.totals:
        own = set(addresses)
        about = (e for e in equations if own & {*e.left, *e.right})
        return not any(_broken(equation, numbers) for equation in about)
    return adds_up([numbers[address] for address in addresses], item.totals)


def _doubt_blank_breaks(
    patchy: Iterable[Laid],
    cells: dict[str, Cell],
    numbers: Numbers,
    equations: Sequence[Equation],
) -> None:
    """Doubt a row with blank cells that breaks a relation: it may be out of place."""
    broken = [e for e in equations if _broken(e, numbers)]
    for item in patchy:
        own = set(item.slot.addresses)
        if any(_touches(equation, own, cells) for equation in broken):
            _add(cells, item.slot.addresses, doubt("blank_breaks"))


def _broken(equation: Equation, numbers: Numbers) -> bool:
    try:
        left = sum(numbers[address] for address in equation.left)
        return left != sum(numbers[address] for address in equation.right)
    except KeyError:
        return False


def _touches(equation: Equation, own: set[str], cells: Mapping[str, Cell]) -> bool:
    """Tell whether a broken equation may be broken by this row's being out of place."""
    sides = (*equation.left, *equation.right)
    mine = [address for address in sides if address in own]
    if len(mine) == len(sides):
        return not any(_blank(cells[address]) for address in equation.left)
    if any(_blank(cells[address]) for address in sides if address not in own):
        return False
    return not all(_blank(cells[address]) for address in mine)


def _doubt_blank_ends(
    patchy: Iterable[Laid], laid: Sequence[Laid], cells: dict[str, Cell], numbers: Numbers
) -> None:
    """Doubt a row that begins or ends with blanks, unless its sum or other rows say so too.

    A cell too many pushes the rest of a row to the right, one that is lost pulls it to the left.
    """
    patterns = Counter(_pattern(item, cells) for item in laid)
    for item in patchy:
        if patterns[_pattern(item, cells)] >= _FEWEST_ALIKE:
            continue
        addresses = item.slot.addresses
        for start, end in _rows(addresses):
            row = addresses[start:end]
            first, last = _blank(cells[row[0]]), _blank(cells[row[-1]])
            if not (first or last) or not _partly_blank(row, cells):
                continue
            if not _sum_confirms(range(start, end), addresses, item.totals, numbers):
                _add(cells, addresses, doubt("blank_first" if first else "blank_last"))
                break


def _rows(addresses: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each row of the form begins and ends among addresses laid out together."""
    starts = [
        position
        for position, address in enumerate(addresses)
        if not position or address.rpartition(".")[0] != addresses[position - 1].rpartition(".")[0]
    ]
    return list(zip(starts, [*starts[1:], len(addresses)], strict=True))


def _sum_confirms(row: range, addresses: Sequence[str], totals: Totals, numbers: Numbers) -> bool:
    """Tell whether a sum along the row holds and is not zero."""
    for position, parts in totals.items():
        if position in row:
            total = numbers.get(addresses[position], 0)
            return total != 0 and total == sum(numbers.get(addresses[p], 0) for p in parts)
    return False


def _pattern(item: Laid, cells: Mapping[str, Cell]) -> tuple[bool, ...]:
    return tuple(_blank(cells[address]) for address in item.slot.addresses)


def _partly_blank(addresses: Sequence[str], cells: Mapping[str, Cell]) -> bool:
    blank = [cells[address].state is State.BLANK for address in addresses]
    return any(blank) and not all(blank)


def _blank(cell: Cell) -> bool:
    return cell.state is State.BLANK


def _doubt_unlabelled(
    unnamed: Iterable[Laid],
    cells: dict[str, Cell],
    numbers: Numbers,
    equations: Sequence[Equation],
) -> None:
    """Doubt rows that were placed without a clear label."""
    for item in unnamed:
        if item.rival:
            continue
        own = set(item.slot.addresses)
        about = [e for e in equations if own & {*e.left, *e.right}]
        settled = bool(about) and not any(_broken(e, numbers) for e in about)
        settled = settled and all(numbers.keys() >= {*e.left, *e.right} for e in about)
        kind = "label" if item.named > _FAINT_LABEL else "unlabelled"
        _add(cells, item.slot.addresses, doubt(kind, settled=settled))


def _add(cells: dict[str, Cell], addresses: Iterable[str], unsure: Doubt) -> None:
    for address in addresses:
        cells[address] = replace(cells[address], doubts=(*cells[address].doubts, unsure))
