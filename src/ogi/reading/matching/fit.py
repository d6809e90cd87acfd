"""The values of a row and the cells it should have: every way they can be laid out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from ogi.reading.matching.lines import Token, moved

Layout = tuple[Token | None, ...]
_MOST_LAYOUTS = 20_000
_MOST_MISSING = 4


@dataclass(frozen=True, slots=True)
class Fit:
    """The layouts of a row; more than one where the print alone does not decide.

    `kind` says why: "" (plain), missing (fewer values than cells), fused (digits of
    several cells run together), split (more values than cells), offset (blank cells
    whose column is not sure). None in a layout is a cell with nothing printed in it.
    """

    layouts: tuple[Layout, ...]
    kind: str = ""


def fit(tokens: Sequence[Token], width: int, *, exact: bool, offset: int | None) -> Fit:
    """Lay the tokens of a row into `width` cells.

    `offset` is how many blank cells stand before the first value cell in the complete
    rows of the same table; None where no row tells.
    """
    values = [token for token in tokens if not token.blank]
    if len(values) == width:
        return Fit((tuple(values),))
    if len(values) > width:
        return _merged(values, width)
    if not values:
        return Fit(((None,) * width,))
    if not exact and _glued(values, width):
        return Fit(_fused(values, width), "fused")
    positional = _positional(tokens, width, exact=exact, offset=offset)
    if positional:
        sure = exact or offset is not None or len(tokens) == width
        return Fit((positional,), "" if sure else "offset")
    return Fit((*_with_blanks(values, width), *_fused(values, width)), "missing")


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
        return tuple(None if token.blank else token for token in tokens)
    if len(tokens) < width:
        return None
    start = offset or 0
    inside = tokens[start : start + width]
    outside = [*tokens[:start], *tokens[start + width :]]
    if len(inside) < width or any(not token.blank for token in outside):
        return None
    return tuple(None if token.blank else token for token in inside)


def _with_blanks(values: Sequence[Token], width: int) -> Iterator[Layout]:
    """Yield the row with its missing cells at every place they may be."""
    missing = width - len(values)
    if missing > _MOST_MISSING and len(values) > 1:
        return
    for gaps in combinations(range(width), missing):
        rest = iter(values)
        yield tuple(None if place in gaps else next(rest) for place in range(width))


def _fused(values: Sequence[Token], width: int) -> tuple[Layout, ...]:
    """Return every way to cut digits that run together into `width` numbers.

    A number does not begin with 0 unless it is 0. White space stays a border.
    """
    found: list[Layout] = []

    def cut(rest: Sequence[Token], room: int) -> Iterator[tuple[Token, ...]]:
        if not rest:
            if room == 0:
                yield ()
            return
        for parts in _parts(rest[0], room - len(rest) + 1):
            for others in cut(rest[1:], room - len(parts)):
                yield (*parts, *others)

    for layout in cut(values, width):
        found.append(layout)
        if len(found) > _MOST_LAYOUTS:
            return ()
    return tuple(found)


def _parts(token: Token, most: int) -> Iterator[tuple[Token, ...]]:
    text = token.text
    digits = len(text) - len(text.lstrip("0123456789"))
    if digits <= 1 or (token.count is not None and most <= 1):
        yield (token,)
        return
    for pieces in _splits(text[:digits], text[digits:], most):
        parts = tuple(moved(token, piece) for piece in pieces)
        if all(part.count is not None for part in parts):
            yield parts


def _splits(digits: str, rest: str, most: int) -> Iterator[tuple[str, ...]]:
    """Yield the ways to cut digits into at most `most` numbers, `rest` on the last."""
    if most < 1:
        return
    if digits[0] != "0" or len(digits) == 1 or rest.startswith("."):
        yield (digits + rest,)
    if most == 1:
        return
    longest = 1 if digits[0] == "0" else len(digits) - 1
    for length in range(1, longest + 1):
        if length < len(digits):
            for others in _splits(digits[length:], rest, most - 1):
                yield (digits[:length], *others)


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
