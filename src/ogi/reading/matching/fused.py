"""Digits of several cells that run together: every way to cut them.

A number does not begin with 0 unless it is 0. White space and signs stay borders. Where the
form says that a cell is the sum of others, only a cut in which it is comes into
question; that also keeps the search small, because the sum is known before it is cut.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

Totals = Mapping[int, tuple[int, ...]]
_MOST_CUTS = 3000
_MOST_STEPS = 200_000
_SIGNED = re.compile(r"[+\-]?[^+\-]+")


@dataclass(frozen=True, slots=True)
class _Word:
    """Digits with no border inside, their sign, and what stands behind them."""

    sign: str
    digits: str
    rest: str


@dataclass(slots=True)
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


def cuts(texts: Sequence[str], width: int, totals: Totals) -> list[tuple[str, ...]]:
    """Return every way to cut texts into `width` numbers; [] when there are too many.

    >>> cuts(["230", "000023"], 7, {6: (0, 1, 2, 3, 4, 5)})
    [('23', '0', '0', '0', '0', '0', '23')]
    """
    words = [_word(part) for text in texts for part in _SIGNED.findall(text)]
    if not all(word.digits for word in words):
        return []
    search = _Search(words, width, totals)
    _walk(search, 0, 0, ())
    return [] if search.exhausted else search.found


def _word(text: str) -> _Word:
    """Split a text into its sign, its digits and what follows them (元, a decimal part)."""
    sign = text[:1] if text[:1] in "+-" else ""
    digits = text[len(sign) :]
    length = len(digits) - len(digits.lstrip("0123456789"))
    return _Word(sign, digits[:length], digits[length:])


def _walk(search: _Search, word: int, start: int, pieces: tuple[str, ...]) -> None:
    search.steps += 1
    if search.exhausted:
        return
    if word == len(search.words):
        if len(pieces) == search.width:
            search.found.append(pieces)
        return
    room = search.width - len(pieces)
    if room < len(search.words) - word or room > _digits_left(search, word, start):
        return
    current = search.words[word]
    sign = "" if start else current.sign
    for end in _ends(search, current.digits, start, pieces):
        piece = sign + current.digits[start:end]
        if end < len(current.digits):
            _walk(search, word, end, (*pieces, piece))
        else:
            _walk(search, word + 1, 0, (*pieces, piece + current.rest))


def _ends(search: _Search, digits: str, start: int, pieces: tuple[str, ...]) -> Iterator[int]:
    """Yield where the next number may end."""
    parts = search.totals.get(len(pieces))
    if parts is not None:
        total = str(sum(_number(pieces[i]) for i in parts))
        if digits.startswith(total, start):
            yield start + len(total)
    elif digits[start] == "0":
        yield start + 1
    else:
        yield from range(start + 1, len(digits) + 1)


def _digits_left(search: _Search, word: int, start: int) -> int:
    return sum(len(one.digits) for one in search.words[word:]) - start


def _number(piece: str) -> int:
    word = _word(piece)
    return int(word.sign + word.digits)
