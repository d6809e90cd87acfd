"""Which boxes of a grid head a value: what a screen reader says before it."""

from ogi.paper import Grid, GridBox

_ABOVE = ("col", "colgroup")
_BESIDE = ("row", "rowgroup")


def headers_of(grid: Grid) -> dict[GridBox, list[GridBox]]:
    """Return for each value the boxes that head it: those above, outermost first, then beside.

    Heads above another block of values do not head what stands below their own.
    """
    slots = {
        (row, column): box
        for box in grid.boxes
        for row in range(box.row, box.row + box.rowspan)
        for column in range(box.column, box.column + box.colspan)
    }
    return {
        box: list(dict.fromkeys((*_above(box, slots), *_beside(box, slots))))
        for box in grid.boxes
        if not box.scope
    }


def _above(box: GridBox, slots: dict[tuple[int, int], GridBox]) -> list[GridBox]:
    found: list[GridBox] = []
    for row in range(box.row - 1, -1, -1):
        other = slots.get((row, box.column))
        if other is None or (not other.scope and found):
            break
        if other.scope in _ABOVE:
            found.append(other)
    return found[::-1]


def _beside(box: GridBox, slots: dict[tuple[int, int], GridBox]) -> list[GridBox]:
    row = (slots.get((box.row, column)) for column in range(box.column))
    return [other for other in row if other is not None and other.scope in _BESIDE]
