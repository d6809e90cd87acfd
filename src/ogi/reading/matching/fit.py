"""The values of a row and the cells it should have: every way they can be laid out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ogi.reading.matching.fused import Totals, cuts
from ogi.reading.matching.lines import Token, moved

Layout = tuple[Token | None, ...]
_MOST_MISSING = 4
_LONGEST_ALONE = 24  # digits that are cut without a sum: more have too many ways


@dataclass(frozen=True, slots=True)
class Fit:
    """The layouts of a row; more than one where the print alone does not decide.

    `kind` says why: "" (plain), missing (fewer values than cells), fused (digits of
    several cells run together), split (more values than cells), offset (blank cells
    whose column is not sure). In a layout a blank token, or
    None where not even a blank cell is in the document, is a cell with nothing printed in it.
    """

    layouts: tuple[Layout, ...]
    kind: str = ""


def fit(
    tokens: Sequence[Token], width: int, totals: Totals, *, exact: bool, offset: int | None
) -> Fit:
    """Lay the tokens of a row into `width` cells.

    `totals` says which positions are the sum of which others; `offset` is how many blank
    cells stand before the first value cell in the complete rows of the same table, None
    where no row tells.
    """
    values = [token for token in tokens if not token.blank]
    if len(values) == width:
        return Fit((tuple(values),), "blank_inside" if _blank_inside(tokens, totals) else "")
    if len(values) > width:
        return _merged(values, width)
    if not values:
        blanks: Layout = tuple(tokens[:width]) if len(tokens) >= width else (None,) * width
        return Fit((blanks,))
    if not exact and _glued(values, width):
        return Fit(_fused(values, width, totals), "fused")
    positional = _positional(tokens, width, exact=exact, offset=offset)
    if positional:
        sure = exact or offset is not None or len(tokens) == width
        return Fit((positional,), "" if sure else "offset")
    return Fit((*_with_blanks(values, width), *_fused(values, width, totals)), "missing")


def _blank_inside(tokens: Sequence[Token], totals: Totals) -> bool:
    """Tell whether a blank stands among as many values as there are cells, and no sum confirms."""
    blank = [token.blank for token in tokens]
    first, last = blank.index(False), len(blank) - blank[::-1].index(False)
    if not any(blank[first:last]):
        return False
    numbers = [token.count.value or 0 if token.count else 0 for token in tokens if not token.blank]
    sums = [(numbers[total], sum(numbers[p] for p in parts)) for total, parts in totals.items()]
    return not sums or not any(numbers) or any(total != parts for total, parts in sums)


def _glued(values: Sequence[Token], width: int) -> bool:
    """Tell whether digits of several cells evidently run together."""
    if any(token.column >= 0 for token in values):
        return False
    return len(values) <= width // 2 or any(_impossible(token) for token in values)


def _impossible(token: Token) -> bool:
    """Tell whether a token begins with 0 as no single number does."""
    return token.count is None and token.text[:2].isdecimal() and token.text[0] == "0"


def _positional(
    tokens: Sequence[Token], width: int, *, exact: bool, offset: int | None
) -> Layout | None:
    """Read the row by position, where blanks tell which cell is which."""
    if len(tokens) == width:
        return tuple(tokens)
    if len(tokens) < width:
        return None
    start = offset or 0
    inside = tokens[start : start + width]
    outside = [*tokens[:start], *tokens[start + width :]]
    if len(inside) < width or any(not token.blank for token in outside):
        return None
    return tuple(inside)


def _with_blanks(values: Sequence[Token], width: int) -> Iterator[Layout]:
    """Yield the row with its missing cells at every place they may be."""
    missing = width - len(values)
    if missing > _MOST_MISSING and len(values) > 1:
        return
    for gaps in combinations(range(width), missing):
        rest = iter(values)
        yield tuple(None if place in gaps else next(rest) for place in range(width))


def _fused(values: Sequence[Token], width: int, totals: Totals) -> tuple[Layout, ...]:
    """Return every way to cut digits that run together into `width` cells."""
    found = []
    texts = [token.text for token in values]
    for pieces in cuts(texts, width, totals) or _only_cut(texts, width):
        owners = _owners(pieces, values)
        found.append(tuple(moved(t, piece) for t, piece in zip(owners, pieces, strict=True)))
    return tuple(layout for layout in found if all(token.count for token in layout))


def _only_cut(texts: Sequence[str], width: int) -> list[tuple[str, ...]]:
    """Return the one way to cut texts where there is no other, whatever the sums say."""
    if sum(map(len, texts)) > _LONGEST_ALONE:
        return []
    ways = cuts(texts, width, {})
    return ways if len(ways) == 1 else []


def _owners(pieces: Sequence[str], values: Sequence[Token]) -> list[Token]:
    """Return the token that each piece was cut from."""
    owners: list[Token] = []
    at, used = 0, 0
    for piece in pieces:
        owners.append(values[at])
        used += len(piece)
        if used >= len(values[at].text):
            at, used = at + 1, 0
    return owners


def _merged(values: Sequence[Token], width: int) -> Fit:
    """Lay out a row with more values than cells: numbers torn apart, or a stray value."""
    extra = len(values) - width
    if extra > 2:
        return Fit((), "split")
    layouts: list[Layout] = []
    for joins in combinations(range(len(values) - 1), extra):
        row: list[Token] = []
        for place, token in enumerate(values):
            if place and place - 1 in joins:
                row[-1] = moved(row[-1], row[-1].text + token.text)
            else:
                row.append(token)
        if all(token.count is not None for token in row):
            layouts.append(tuple(row))
    layouts.extend(
        tuple(token for place, token in enumerate(values) if place not in dropped)
        for dropped in combinations(range(len(values)), extra)
    )
    return Fit(tuple(dict.fromkeys(layouts)), "split")
