"""Plain grids for papers: a head of columns, then rows of texts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from ogi.paper import Align, Grid, GridBox, Mark


@dataclass(frozen=True, slots=True)
class Entry:
    """What one box of a plain grid says."""

    text: str
    mark: Mark = Mark.NONE
    address: str = ""
    hint: str = ""
    align: Align | None = None


def plain_grid(
    heads: Sequence[str],
    rows: Iterable[Sequence[Entry | str]],
    *,
    caption: str = "",
    widths: Sequence[float] = (),
    figures_from: int = 1,
) -> Grid:
    """Return a grid; columns from `figures_from` on hold figures and stand to the right."""
    boxes = [GridBox(text, 0, column, scope="col") for column, text in enumerate(heads)]
    number = 0
    for number, row in enumerate(rows, 1):
        for column, given in enumerate(row):
            entry = Entry(given) if isinstance(given, str) else given
            align = Align.RIGHT if column >= figures_from else Align.LEFT
            box = GridBox(
                entry.text,
                number,
                column,
                align=entry.align or align,
                mark=entry.mark,
                address=entry.address,
                hint=entry.hint,
            )
            boxes.append(replace(box, scope="row") if column == 0 else box)
    return Grid(tuple(boxes), number + 1, len(heads), 1, caption, tuple(widths))
