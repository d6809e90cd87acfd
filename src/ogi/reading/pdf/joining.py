"""Tables that run over pages: fragments joined into one."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ogi.expression import expression
from ogi.reading.pdf.cells import inset_of, is_full, text_of
from ogi.reading.pdf.fragments import Fragment
from ogi.reading.pdf.measures import MODEL
from ogi.reading.pdf.rules import positions
from ogi.reading.pdf.sheet import Box

_NUMBERED = expression(r"[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]")
_NUMERIC = expression(r"[\d.,，+\-−—/]+")


class Piece(NamedTuple):
    """A cell of a table that may run over pages; `box` is its part on `page`.

    `full` says that its last line has filled its width, so that a word may go on.
    """

    text: str
    row: int
    column: int
    rowspan: int
    colspan: int
    page: int
    box: Box
    full: bool = False

    @property
    def is_number(self) -> bool:
        """Only figures and marks are printed in it."""
        return bool(_NUMERIC.fullmatch("".join(self.text.split())))


@dataclass(frozen=True, slots=True)
class Table:
    """A whole table; `last_page` and `last_box` are where it ends so far."""

    columns: tuple[float, ...]
    rows: int
    pieces: tuple[Piece, ...]
    page: int
    last_page: int
    box: Box
    last_box: Box
    exact: bool = True
    values: tuple[float, ...] = ()


def table_of(fragment: Fragment) -> Table:
    """Return a fragment as a table of its own."""
    inset = inset_of(fragment.cells)
    pieces = tuple(
        Piece(
            text_of(cell, inset),
            *cell.span,
            fragment.page,
            cell.box,
            cell.span.row + cell.span.rowspan == fragment.rows and is_full(cell, inset),
        )
        for cell in fragment.cells
    )
    return Table(
        fragment.columns,
        fragment.rows,
        pieces,
        fragment.page,
        fragment.page,
        fragment.box,
        fragment.box,
        fragment.exact,
        fragment.values,
    )


def goes_on(table: Table, fragment: Fragment) -> bool:
    """Tell whether a fragment on the next page has the outline of the table.

    Pages may have their margins mirrored: only the widths have to agree.
    """
    next_page = fragment.page == table.last_page + 1
    if not (next_page or _is_next_column(table, fragment)) or fragment.exact != table.exact:
        return False
    if table.values and fragment.values:
        pairs = list(zip(table.values, fragment.values, strict=False))
        same = len(table.values) == len(fragment.values)
        return same and all(abs(a - b) <= MODEL.loose for a, b in pairs)
    width = table.columns[-1] - table.columns[0]
    return abs(fragment.columns[-1] - fragment.columns[0] - width) <= MODEL.steady


def _is_next_column(table: Table, fragment: Fragment) -> bool:
    """Tell whether a fragment stands above and right of the table: in the next column.

    Tables that begin side by side are two.
    """
    ended = table.last_box
    return (
        fragment.page == table.last_page
        and fragment.box.left >= ended.right
        and fragment.box.top < ended.top - MODEL.loose
    )


def joined(table: Table, fragment: Fragment) -> Table:
    """Return the table with a fragment from the next page below it."""
    shift = 0.0 if table.values else table.columns[0] - fragment.columns[0]
    below = table_of(fragment)
    added = [x + shift for x in below.columns]
    if not table.exact:
        added = [x for x in added if min(abs(x - one) for one in table.columns) > MODEL.loose]
    columns = positions([*table.columns, *added])
    upper = list(_placed(table.pieces, table.columns, 0, columns))
    lower = list(_placed(below.pieces, below.columns, shift, columns))
    if not table.exact:
        upper, lower = _with_rest_of_label(upper, lower, table.rows)
    rows = max((piece.row + piece.rowspan for piece in upper), default=0)
    upper, lower, offset = _across_the_break(upper, lower, rows)
    moved = [piece._replace(row=piece.row + offset) for piece in lower]
    return Table(
        tuple(columns),
        max(p.row + p.rowspan for p in (*upper, *moved)),
        (*upper, *moved),
        table.page,
        fragment.page,
        table.box,
        fragment.box,
        table.exact,
        table.values,
    )


def _placed(
    pieces: Iterable[Piece], old: Sequence[float], shift: float, new: Sequence[float]
) -> Iterator[Piece]:
    """Yield pieces with their columns counted on another grid.

    An empty piece that is too narrow for the new grid is left out.
    """
    places = [_nearest(new, x + shift) for x in old]
    for piece in pieces:
        start, end = places[piece.column], places[piece.column + piece.colspan]
        if start < end or piece.text:
            yield piece._replace(column=min(start, len(new) - 2), colspan=max(1, end - start))


def _nearest(values: Sequence[float], value: float) -> int:
    return min(range(len(values)), key=lambda index: abs(values[index] - value))


def _across_the_break(
    upper: list[Piece], lower: list[Piece], rows: int
) -> tuple[list[Piece], list[Piece], int]:
    """Join the cells cut by the page break.

    Return the pieces above and below that are left and the row at which those below
    begin: the last one above if the break cuts through a row.
    """
    ending = {(p.column, p.colspan): i for i, p in enumerate(upper) if p.row + p.rowspan == rows}
    pairs = [
        (ending[p.column, p.colspan], p)
        for p in lower
        if p.row == 0 and (p.column, p.colspan) in ending
    ]
    cut = _is_cut([(upper[i], p) for i, p in pairs], lower)
    taken: set[Piece] = set()
    for i, piece in pairs:
        above = upper[i]
        if cut or _is_one_label(above, piece, lower):
            rowspan = above.rowspan + piece.rowspan - cut
            upper[i] = above._replace(
                text=above.text + piece.text,
                rowspan=rowspan,
                full=piece.full,
                page=above.page if above.text or not piece.text else piece.page,
                box=above.box if above.text or not piece.text else piece.box,
            )
            taken.add(piece)
    return upper, [p for p in lower if p not in taken], rows - cut


def _with_rest_of_label(
    upper: list[Piece], lower: list[Piece], rows: int
) -> tuple[list[Piece], list[Piece]]:
    """Join a label cut by the page break where only one of its parts has the figures."""
    last = [piece for piece in upper if piece.row == rows - 1]
    first = [piece for piece in lower if piece.row == 0]
    begun, rest = _label(last), _label(first)
    if begun is None or rest is None or _NUMBERED.match(rest.text):
        return upper, lower
    whole = begun.text + rest.text
    if _NUMBERED.match(begun.text) and _stands_alone(first):
        upper = [p._replace(text=whole) if p is begun else p for p in upper]
        return upper, [p._replace(row=p.row - 1) for p in lower if p.row > 0]
    if _stands_alone(last) and not _stands_alone(first):
        lower = [p._replace(text=whole) if p is rest else p for p in lower]
        kept = [p for p in upper if p.row < rows - 1]
        return [p._replace(rowspan=min(p.rowspan, rows - 1 - p.row)) for p in kept], lower
    return upper, lower


def _label(row: Sequence[Piece]) -> Piece | None:
    """Return the label of a row: the last text before its figures."""
    texts = [p for p in row if p.text and not p.is_number]
    return texts[-1] if texts else None


def _stands_alone(row: Sequence[Piece]) -> bool:
    """Tell whether a row holds one text and no figures."""
    return sum(bool(p.text) for p in row) == 1 and all(p.rowspan == 1 for p in row)


def _is_cut(pairs: Sequence[tuple[Piece, Piece]], lower: Sequence[Piece]) -> bool:
    """Tell whether the break cuts through a row: none of its cells is complete twice."""
    if not pairs or len(pairs) != sum(piece.row == 0 for piece in lower):
        return False
    if all(above.rowspan > 1 for above, _ in pairs):
        return False
    return all(not above.text or not below.text or _is_rest(above, below) for above, below in pairs)


def _is_rest(above: Piece, below: Piece) -> bool:
    """Tell whether the text below is the rest of the words above."""
    if above.is_number or below.is_number or _NUMBERED.match(below.text):
        return False
    return above.full


def _is_one_label(above: Piece, below: Piece, lower: Sequence[Piece]) -> bool:
    """Tell whether a label of several rows goes on below the break."""
    if above.is_number or below.is_number:
        return False
    if above.text and below.text:
        several = above.rowspan > 1 or below.rowspan > 1
        numbered = _NUMBERED.match(above.text) and not _NUMBERED.match(below.text)
        return several and (bool(numbered) or _is_rest(above, below))
    if not above.text:
        return above.rowspan > 1
    beside = [p for p in lower if p.row == 0 and p.column == below.column + below.colspan]
    return below.rowspan > 1 or any(p.text and not p.is_number for p in beside)
