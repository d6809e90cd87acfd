"""Laid-out rows as cells, with what must be doubted about them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from ogi.form import Cell, Doubt, Equation, State
from ogi.place import Place
from ogi.reading.matching.doubts import doubt
from ogi.reading.matching.fit import Layout
from ogi.reading.matching.likely import likely
from ogi.reading.matching.lines import Token
from ogi.reading.matching.resolve import Resolved, Slot, amount, holds, resolve

_FEWEST_ALIKE = 3
_CLEAR_LABEL = 0.6
_BLANK = "（空白）"


@dataclass(frozen=True, slots=True)
class Laid:
    """Cells that are laid out together, and how sure it is that they are these.

    `named` says how well labels name the row (1 to the letter, 0 by order alone);
    `rival` is another row it may be as well. `loose` is true where the values stood one a
    line, so that an empty cell leaves no trace.
    """

    slot: Slot
    columns: tuple[str, ...]
    printed: str
    named: float
    rival: str
    place: Place | None
    loose: bool = False


def cells_of(laid: Sequence[Laid], equations: Sequence[Equation]) -> dict[str, Cell]:
    """Turn layouts into cells; the relations choose where the print leaves a choice."""
    resolved = resolve([item.slot for item in laid], equations)
    cells: dict[str, Cell] = {}
    for item, outcome in zip(laid, resolved, strict=True):
        cells.update(_row_cells(item, outcome, equations))
    _doubt_misplaced(laid, cells, equations)
    _doubt_blank_first(laid, cells, equations)
    _doubt_loose(laid, cells, equations)
    _doubt_unlabelled(laid, cells, equations)
    return cells


def _row_cells(
    item: Laid, outcome: Resolved, equations: Sequence[Equation]
) -> Iterator[tuple[str, Cell]]:
    if item.rival:
        unsure = doubt("rival", item.rival, (item.printed,))
        yield from _unreadable(item, [unsure] * len(item.slot.addresses))
    elif not outcome.layouts:
        kind = item.slot.fit.kind or "split"
        yield from _unreadable(item, [doubt(kind, item.printed)] * len(item.slot.addresses))
    elif len(outcome.layouts) == 1:
        yield from _one_layout(item, outcome, equations)
    else:
        yield from _several_layouts(item, outcome)


def _one_layout(
    item: Laid, outcome: Resolved, equations: Sequence[Equation]
) -> Iterator[tuple[str, Cell]]:
    kind = item.slot.fit.kind
    certain = not kind or (kind == "fused" and _one_digit_each(item, outcome, equations))
    doubts = () if certain else (doubt(kind, item.printed, settled=outcome.settled),)
    for address, token in zip(item.slot.addresses, outcome.layouts[0], strict=True):
        yield address, _cell(token, item.place, doubts)


def _one_digit_each(item: Laid, outcome: Resolved, equations: Sequence[Equation]) -> bool:
    """Tell whether fused digits leave no choice: one for each cell, and in balance."""
    layout = outcome.layouts[0]
    if any(token is None or len(token.text) != 1 for token in layout):
        return False
    values = {address: amount(layout, i) for i, address in enumerate(item.slot.addresses)}
    inner = [e for e in equations if values.keys() >= {*e.left, *e.right}]
    return all(holds(e, values) for e in inner) if inner else not any(values.values())


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


def _unreadable(item: Laid, doubts: Iterable[Doubt]) -> Iterator[tuple[str, Cell]]:
    for address, unsure in zip(item.slot.addresses, doubts, strict=True):
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
    return Cell(token.count.value, token.text, State.PRINTED, where, token.count.note, doubts)


def _doubt_misplaced(
    laid: Sequence[Laid], cells: dict[str, Cell], equations: Sequence[Equation]
) -> None:
    """Doubt a row with blank cells that breaks a relation: it may be out of place.

    A blank counts nothing here, so that a report whose blanks mean zero is not doubted.
    """
    broken = [e for e in equations if _known(e, cells) and not holds(e, _amounts(e, cells))]
    if not broken:
        return
    for item in laid:
        row = item.slot.addresses
        if not _partly_blank([cells[a] for a in row]):
            continue
        own = set(row)
        if any(_touches(e, own, cells) for e in broken):
            for address in row:
                _add(cells, address, doubt("blank_breaks"))


def _doubt_blank_first(
    laid: Sequence[Laid], cells: dict[str, Cell], equations: Sequence[Equation]
) -> None:
    """Doubt a row that begins with blanks, unless its sum or the rows around it say so too."""
    patterns = Counter(_pattern(item.slot.addresses, cells) for item in laid)
    for item in laid:
        if patterns[_pattern(item.slot.addresses, cells)] >= _FEWEST_ALIKE:
            continue
        rows = [tuple(group) for _, group in groupby(item.slot.addresses, key=_row_of)]
        if any(_begins_blank(row, cells) and not _adds_up(row, cells, equations) for row in rows):
            for address in item.slot.addresses:
                _add(cells, address, doubt("blank_first"))


def _doubt_loose(
    laid: Sequence[Laid], cells: dict[str, Cell], equations: Sequence[Equation]
) -> None:
    """Doubt a row of values one a line that does not add up: a cell may have vanished."""
    for item in laid:
        own = set(item.slot.addresses)
        inner = [e for e in equations if own >= {*e.left, *e.right} and _known(e, cells)]
        if item.loose and not all(holds(e, _amounts(e, cells)) for e in inner):
            for address in item.slot.addresses:
                _add(cells, address, doubt("loose"))


def _row_of(address: str) -> str:
    return address.rpartition(".")[0]


def _pattern(addresses: Sequence[str], cells: Mapping[str, Cell]) -> tuple[bool, ...]:
    return tuple(cells[address].state is State.BLANK for address in addresses)


def _begins_blank(row: Sequence[str], cells: Mapping[str, Cell]) -> bool:
    return cells[row[0]].state is State.BLANK and _partly_blank([cells[a] for a in row])


def _adds_up(row: Sequence[str], cells: Mapping[str, Cell], equations: Sequence[Equation]) -> bool:
    """Tell whether a relation along the row holds, with a sum that is not zero."""
    own = set(row)
    inner = [e for e in equations if own >= {*e.left, *e.right} and _known(e, cells)]
    return bool(inner) and all(
        holds(e, (values := _amounts(e, cells))) and any(values[a] for a in e.left) for e in inner
    )


def _partly_blank(row: Sequence[Cell]) -> bool:
    blank = sum(cell.state is State.BLANK for cell in row)
    return 0 < blank < len(row)


def _touches(equation: Equation, own: set[str], cells: Mapping[str, Cell]) -> bool:
    """Tell whether a broken equation may be broken by this row's being out of place."""
    sides = (*equation.left, *equation.right)
    mine = [address for address in sides if address in own]
    if len(mine) == len(sides):
        return all(cells[a].state is not State.BLANK for a in equation.left)
    outside = [address for address in sides if address not in own]
    if any(cells[a].state is State.BLANK for a in outside):
        return False
    return any(cells[a].state is not State.BLANK for a in mine)


def _doubt_unlabelled(
    laid: Sequence[Laid], cells: dict[str, Cell], equations: Sequence[Equation]
) -> None:
    """Doubt rows that were placed without a clear label."""
    for item in laid:
        if item.named >= _CLEAR_LABEL or item.rival:
            continue
        own = set(item.slot.addresses)
        about = [e for e in equations if own & {*e.left, *e.right}]
        settled = bool(about) and all(
            _known(e, cells) and holds(e, _amounts(e, cells)) for e in about
        )
        kind = "label" if item.named > 0.2 else "unlabelled"
        for address in item.slot.addresses:
            _add(cells, address, doubt(kind, settled=settled))


def _add(cells: dict[str, Cell], address: str, unsure: Doubt) -> None:
    cells[address] = replace(cells[address], doubts=(*cells[address].doubts, unsure))


def _known(equation: Equation, cells: Mapping[str, Cell]) -> bool:
    """Tell whether every cell of an equation is in the document."""
    return all(
        address in cells and cells[address].state in (State.PRINTED, State.BLANK)
        for address in (*equation.left, *equation.right)
    )


def _amounts(equation: Equation, cells: Mapping[str, Cell]) -> dict[str, int]:
    values = {a: cells[a].value for a in (*equation.left, *equation.right)}
    return {address: value or 0 for address, value in values.items()}  # type: ignore[misc]


def layout_text(layout: Layout) -> str:
    """Return a layout as it may be shown: 11｜1｜0."""
    return "｜".join(_print(token) for token in layout)
