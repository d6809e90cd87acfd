"""Digits of several cells that run together: every way to cut them.

A number does not begin with 0 unless it is 0. White space and signs stay borders. Where the
form says that a cell is the sum of others, only a cut in which it is comes into
question; that also keeps the search small, because the sum is known before it is cut.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ogi.expression import expression

Totals = Mapping[int, tuple[int, ...]]
_MOST_CUTS = 3000
_MOST_STEPS = 60_000
_SIGNED = expression(r"[+\-]?[^+\-]+")


@dataclass(frozen=True, slots=True)
class _Word:
    """Digits with no border inside, their sign, and what stands behind them."""

    sign: str
    digits: str
    rest: str


_LONGEST = 200  # digits in a row: no line of figures has as many


@dataclass
class _Search:
    """The state of one search: what is cut, what was found, how long it took."""

    words: Sequence[_Word]
    width: int
    totals: Totals
    found: list[tuple[str, ...]] = field(default_factory=list)
    steps: int = 0

    @property
    def exhausted(self) -> bool:
        return self.steps > _MOST_STEPS or len(self.found) > _MOST_CUTS

    @cached_property
    def last_totals(self) -> list[tuple[int, int]]:
        """The numbers that may end the line, each with its length, if a sum ends it."""
        digits = self.words[-1].digits
        return [
            (length, int(digits[-length:]))
            for length in range(1, len(digits) + 1)
            if length == 1 or digits[-length] != "0"
        ]


def cuts(texts: Sequence[str], width: int, totals: Totals) -> list[tuple[str, ...]]:
    """Return every way to cut texts into `width` numbers; [] when there are too many.

    >>> cuts(["230", "000023"], 7, {6: (0, 1, 2, 3, 4, 5)})
    [('23', '0', '0', '0', '0', '0', '23')]
    """
    words = [_word(part) for text in texts for part in _SIGNED.findall(text)]
    if not all(0 < len(word.digits) <= _LONGEST for word in words):
        return []
    search = _Search(words, width, totals)
    _walk(search, 0, 0, (), ())
    return [] if search.exhausted else search.found


def _word(text: str) -> _Word:
    """Split a text into its sign, its digits and what follows them (元, a decimal part)."""
    sign = text[:1] if text[:1] in "+-" else ""
    digits = text[len(sign) :]
    length = len(digits) - len(digits.lstrip("0123456789"))
    return _Word(sign, digits[:length], digits[length:])


def _walk(
    search: _Search, word: int, start: int, pieces: tuple[str, ...], numbers: tuple[int, ...]
) -> None:
    search.steps += 1
    if search.exhausted:
        return
    if word == len(search.words):
        if len(pieces) == search.width:
            search.found.append(pieces)
        return
    if not _may_end_well(search, word, start, numbers):
        return
    current = search.words[word]
    sign = "" if start else current.sign
    for end in _ends(search, current.digits, start, numbers):
        piece = sign + current.digits[start:end]
        after = (*numbers, int(piece))
        if end < len(current.digits):
            _walk(search, word, end, (*pieces, piece), after)
        else:
            _walk(search, word + 1, 0, (*pieces, piece + current.rest), after)


def _ends(search: _Search, digits: str, start: int, numbers: tuple[int, ...]) -> Iterable[int]:
    """Return where the next number may end."""
    parts = search.totals.get(len(numbers))
    if parts is not None:
        total = str(sum(numbers[part] for part in parts))
        return (start + len(total),) if digits.startswith(total, start) else ()
    if digits[start] == "0":
        return (start + 1,)
    return range(start + 1, len(digits) + 1)


def _may_end_well(search: _Search, word: int, start: int, numbers: tuple[int, ...]) -> bool:
    """Tell whether the digits left can fill the cells left, and reach the sum at the end."""
    left = sum(len(one.digits) for one in search.words[word:]) - start
    room = search.width - len(numbers)
    if room < len(search.words) - word or room > left:
        return False
    parts = search.totals.get(search.width - 1)
    if parts is None or len(numbers) <= parts[0] or room == 1:
        return True
    partial = sum(numbers[part] for part in parts if part < len(numbers))
    return any(
        left - length >= room - 1
        and partial <= total <= partial + 10 ** (left - length - room + 2) + 9 * room
        for length, total in search.last_totals
    )
