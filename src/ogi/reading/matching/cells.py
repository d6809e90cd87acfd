"""Laid-out rows as cells, with what must be doubted about them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from ogi.form import Cell, Doubt, Equation, State
from ogi.place import Place
from ogi.reading.matching.doubts import doubt
from ogi.reading.matching.fit import Layout
from ogi.reading.matching.fused import Totals
from ogi.reading.matching.likely import likely
from ogi.reading.matching.lines import Token
from ogi.reading.matching.resolve import Resolved, Slot, adds_up, amount, resolve

_BLANK = "（空白）"


@dataclass(frozen=True, slots=True)
class Laid:
    """Cells that are laid out together, and how sure it is that they are these.

    `named` says how well labels name the row (1 to the letter, 0 by order alone);
    `rival` is another row it may be as well; `totals` says which positions are sums.
    `loose` is true where the values stood one a line, so that an empty cell leaves no
    trace; `below` where a single value stood by itself under a label that is not the
    row's to the letter, or values stood apart unlike those of other rows: a page number?
    `doubts` are of the whole row; `unit` is one that the header names and the form has not.
    """

    slot: Slot
    columns: tuple[str, ...]
    printed: str
    named: float
    rival: str
    place: Place | None
    totals: Totals
    loose: bool = False
    below: bool = False
    doubts: tuple[Doubt, ...] = ()
    unit: str = ""


def cells_of(laid: Sequence[Laid], equations: Sequence[Equation]) -> dict[str, Cell]:
    """Turn layouts into cells; the relations choose where the print leaves a choice."""
    resolved = resolve([item.slot for item in laid], equations)
    cells: dict[str, Cell] = {}
    for item, outcome in zip(laid, resolved, strict=True):
        for address, cell in _row_cells(item, outcome):
            note = cell.note or (item.unit if cell.value is not None else "") or None
            cells[address] = replace(cell, note=note, doubts=(*cell.doubts, *item.doubts))
    return cells


def _row_cells(item: Laid, outcome: Resolved) -> Iterator[tuple[str, Cell]]:
    if item.rival:
        return _unreadable(item, doubt("rival", item.rival, (item.printed,)))
    if not outcome.layouts:
        return _unreadable(item, doubt(item.slot.fit.kind or "split", item.printed))
    if len(outcome.layouts) == 1:
        return _one_layout(item, outcome)
    return _several_layouts(item, outcome)


def _one_layout(item: Laid, outcome: Resolved) -> Iterator[tuple[str, Cell]]:
    kind = item.slot.fit.kind
    certain = not kind or (kind == "fused" and _one_digit_each(item, outcome.layouts[0]))
    doubts = () if certain else (doubt(kind, item.printed, settled=outcome.settled),)
    for address, token in zip(item.slot.addresses, outcome.layouts[0], strict=True):
        yield address, _cell(token, item.place, doubts)


def _one_digit_each(item: Laid, layout: Layout) -> bool:
    """Tell whether fused digits leave no choice: one for each cell, and in balance."""
    if any(token is None or len(token.text) != 1 for token in layout):
        return False
    numbers = [amount(layout, position) for position in range(len(layout))]
    return adds_up(numbers, item.totals) if item.totals else not any(numbers)


def _several_layouts(item: Laid, outcome: Resolved) -> Iterator[tuple[str, Cell]]:
    choice = likely(item.columns, outcome.layouts)
    columns = list(zip(*outcome.layouts, strict=True))
    readings = [[_print(token) for token in column] for column in columns]
    kind = item.slot.fit.kind
    for i, address in enumerate(item.slot.addresses):
        if choice is not None:
            layout, habit = choice
            first = _print(layout[i])
            unsure = doubt("habit", habit, (first, *readings[i]))
            yield address, _cell(layout[i], item.place, (unsure,))
        elif len(set(readings[i])) == 1:
            unsure = doubt(kind, item.printed, settled=True)
            yield address, _cell(columns[i][0], item.place, (unsure,))
        else:
            unsure = doubt(kind, item.printed, readings[i][:40])
            yield address, Cell(None, item.printed, State.UNREADABLE, item.place, None, (unsure,))


def _unreadable(item: Laid, unsure: Doubt) -> Iterator[tuple[str, Cell]]:
    for address in item.slot.addresses:
        yield address, Cell(None, item.printed, State.UNREADABLE, item.place, None, (unsure,))


def _print(token: Token | None) -> str:
    return _BLANK if token is None or token.blank else token.text


def _cell(token: Token | None, place: Place | None, doubts: tuple[Doubt, ...]) -> Cell:
    if token is None:
        return Cell(None, "", State.BLANK, place, None, doubts)
    where = token.place or place
    if token.blank:
        return Cell(None, "", State.BLANK, where, None, doubts)
    if token.count is None:
        noise = doubt("noise", token.text)
        return Cell(None, token.text, State.UNREADABLE, where, None, (*doubts, noise))
    if token.count.spaced:
        doubts = (*doubts, doubt("spaced", token.text))
    if token.count.worded:
        doubts = (*doubts, doubt("worded", token.text))
    return Cell(token.count.value, token.text, State.PRINTED, where, token.count.note, doubts)
