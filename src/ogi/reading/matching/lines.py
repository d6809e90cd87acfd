"""A document as lines: what is label and what is value on each row or line of it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from ogi.data import some_from_data
from ogi.expression import expression
from ogi.place import Place
from ogi.reading.counts import Count, is_garbled, read_count
from ogi.reading.document import Block, TableBlock, TableCell, TextBlock
from ogi.reading.folding import folded
from ogi.reading.matching.normal import normal
from ogi.reading.matching.vocabulary import TABLES, editions_known, words

_LONGEST_NOISE = 6
_LONGEST_REMARK = 40
_FEWEST_AROUND_NOISE = 3
Words = tuple[tuple[str, Count | None], ...]
_LABEL_AND_NUMBER = expression(r"(?P<label>.*[^\d\s.,])\s*(?P<number>\d+)", re.DOTALL)
_ITEM = expression(r"\s*\d{1,2}\s*[.、．]\s*[\u4e00-\u9fff]")
_SPACE = expression(r"(?<!\d,)\s+|(?<=\d,)\s+(?!\d{3}(?![\d,.]))")  # none in 1, 234
_DIGITS = expression(r"[+\-]?[0-9]+(?:[+\-][0-9]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A cell or word that may be a value: blank, a number, a mark, or unreadable noise."""

    text: str
    place: Place | None = None
    count: Count | None = None
    column: int = -1

    @property
    def blank(self) -> bool:
        """Nothing is printed here."""
        return not self.text


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table or a line of text: its label pieces, then its tokens.

    `exact` is true where the format itself says what the cells are; `row` is the row in
    its table, -1 for text outside tables; `labels` are the cells of the label pieces;
    `printed` is a line of text as it is printed; `beside` are cells of a row that are
    neither a label nor a value.
    """

    pieces: tuple[str, ...]
    tokens: tuple[Token, ...]
    block: int
    row: int
    exact: bool
    place: Place | None
    labels: tuple[TableCell, ...] = ()
    printed: str = ""
    beside: tuple[TableCell, ...] = ()

    @property
    def whole(self) -> str:
        """All that the line or row prints."""
        words = (*self.pieces, *(token.text for token in self.tokens if token.text))
        return self.printed or " ".join((*words, *(cell.text for cell in self.beside)))

    @property
    def label(self) -> str:
        """The label pieces together."""
        return self.pieces[0] if len(self.pieces) == 1 else "".join(self.pieces)

    @property
    def values(self) -> int:
        """How many tokens are not blank."""
        return len([1 for token in self.tokens if token.text])


def lines_of(blocks: Sequence[Block]) -> list[Line]:
    """Return every row and text line of the blocks, in reading order."""
    found: list[Line] = []
    for number, block in enumerate(blocks):
        if isinstance(block, TextBlock):
            found.append(_text_line(block, number))
        else:
            found.extend(_table_lines(block, number))
    return found


def _table_lines(table: TableBlock, number: int) -> Iterator[Line]:
    for row, cells in enumerate(table.by_row()):
        labels, tokens = _split_row(cells)
        pieces = tuple(cell.text for cell in labels)
        place = cells[0].place if cells else table.place
        taken = {cell.column for cell in labels} | {token.column for token in tokens}
        beside = tuple(cell for cell in cells if cell.text and cell.column not in taken)
        yield Line(pieces, tokens, number, row, table.exact, place, labels, beside=beside)


def _split_row(
    cells: Sequence[TableCell],
) -> tuple[tuple[TableCell, ...], tuple[Token, ...]]:
    """Tell the label cells of a row from its value cells."""
    kinds = [_parsed(cell.text) for cell in cells]
    if (start := _behind_row_label(cells, kinds)) is not None:
        first, last = start
        return tuple(c for c in cells[:first] if c.text), _tokens(
            cells[first:last], kinds[first:last]
        )
    last_label = len(kinds) - 1
    while last_label >= 0 and (kinds[last_label] is not None or _noise(kinds, last_label, cells)):
        last_label -= 1
    labels = tuple(cells[i] for i in range(last_label + 1) if kinds[i] is None)
    tokens = _tokens(cells[last_label + 1 :], kinds[last_label + 1 :])
    if labels and not any(token.text for token in tokens):
        early = _tokens(cells[:last_label], [kind or () for kind in kinds[:last_label]])
        if sum(not token.blank for token in early) >= 2:
            return labels, early
    if not any(token.text for token in tokens):
        noise = _noise_alone(cells)
        if noise:
            return tuple(cells[: len(cells) - noise]), _tokens(cells[-noise:], [None] * noise)
    if labels and (torn := _number_behind(labels[-1])):
        label, token = torn
        return (*labels[:-1], label), (token, *tokens)
    return labels, tokens


def _behind_row_label(
    cells: Sequence[TableCell], kinds: Sequence[Words | None]
) -> tuple[int, int] | None:
    """Return where the values of a row begin and end that has words among or behind them.

    Behind the label of a row of the form there are as many cells as it has columns; words
    in them are values that cannot be read. More words behind those are a remark.
    """
    if all(kind is not None for kind in kinds[1:]):
        return None
    first = next((i for i in range(len(cells) - 1, 0, -1) if widths_of(cells[i - 1].text)), None)
    if first is None or any(len(cell.text) > _LONGEST_REMARK for cell in cells[first:]):
        return None
    if any(map(is_form_word, _texts(cells[first:]))) or _ITEM.match(cells[first].text):
        return None
    for width in sorted(widths_of(cells[first - 1].text), reverse=True):
        behind = (count for kind in kinds[first + width :] for _, count in kind or ())
        if len(cells) - first >= width and not any(behind):
            return (first, first + width) if any(_texts(cells[first : first + width])) else None
    return None


def _texts(cells: Sequence[TableCell]) -> Iterator[str]:
    return (cell.text for cell in cells)


def _noise_alone(cells: Sequence[TableCell]) -> int:
    """Return how many cells at the end of a row stand behind its label and say no number."""
    count = 0
    for cell in reversed(cells):
        if not 0 < len(cell.text) <= _LONGEST_NOISE or is_form_word(cell.text):
            break
        count += 1
    behind = cells[: len(cells) - count]
    labelled = any(is_form_word(cell.text) for cell in behind if cell.text)
    return count if count >= _FEWEST_AROUND_NOISE and labelled else 0


def _number_behind(cell: TableCell) -> tuple[TableCell, Token] | None:
    """Take a number from behind a label that reaches into the first column of values."""
    match = _LABEL_AND_NUMBER.fullmatch(cell.text)
    if match is None or is_form_word(cell.text) or not is_form_word(match["label"]):
        return None
    number = match["number"]
    token = Token(number, cell.place, _count(number), cell.column + 1)
    return replace(cell, text=match["label"]), token


def _noise(kinds: Sequence[Words | None], i: int, cells: Sequence[TableCell]) -> bool:
    """Tell whether a text cell between values is a value that cannot be read."""
    text = cells[i].text
    if len(text) > _LONGEST_NOISE or is_form_word(text):
        return False
    return sum(1 for kind in kinds if kind and kind[0][0]) >= _FEWEST_AROUND_NOISE


def _tokens(cells: Sequence[TableCell], kinds: Sequence[Words | None]) -> tuple[Token, ...]:
    return tuple(
        Token(word, cell.place, count, cell.column)
        for cell, kind in zip(cells, kinds, strict=True)
        for word, count in (((_tidy(cell.text), None),) if kind is None else kind)
    )


@some_from_data(50_000)
def _parsed(text: str) -> Words | None:
    """Return the words of a value cell, each with what it counts; None for a label.

    A blank cell is one empty word.
    """
    tidy = _tidy(text)
    if not tidy:
        return (("", None),)
    count = _count(tidy)
    if (count is not None and not count.spaced) or _is_digits(tidy):
        return ((tidy, count),)
    found = tidy.split()
    if len(found) >= 2 and all(_is_value(word, bare=False) for word in found):
        return tuple((word, _count(word)) for word in found)
    return ((tidy, count),) if count else None


def _text_line(block: TextBlock, number: int) -> Line:
    """Split a line of text at the numbers that end it."""
    text_words = _SPACE.split(folded(block.text).strip())
    first = _first_value(text_words)
    tokens = tuple(Token(word, block.place, _count(word)) for word in text_words[first:])
    pieces = (" ".join(text_words[:first]),) if first else ()
    return Line(
        pieces, tokens, number, -1, exact=False, place=block.place, printed=block.text.strip()
    )


def _first_value(words: Sequence[str]) -> int:
    """Return where the values begin that end a line of text.

    Marks that stand for no number (-, 不涉及) are values beside numbers, or behind a label.
    """
    first = len(words)
    while first and _is_value(words[first - 1], bare=False):
        first -= 1
    head = normal("".join(words[:first]))
    if not head or is_form_word(head) or any(map(_is_digits, words[first:])):
        return first
    first = len(words)
    while first and _is_value(words[first - 1], bare=True):
        first -= 1
    return first


def _is_value(word: str, *, bare: bool) -> bool:
    if _is_digits(word) or _garbled(word):
        return True
    return _count(word) is not None and (not bare or word[-1].isdecimal())


@some_from_data(20_000)
def _garbled(word: str) -> bool:
    return is_garbled(word)


def _is_digits(word: str) -> bool:
    """Tell whether a word is digits and signs only: one number, several, or noise."""
    return _DIGITS.fullmatch(word) is not None


@lru_cache(maxsize=20_000)
def _count(text: str) -> Count | None:
    return read_count(text)


def _tidy(text: str) -> str:
    return " ".join(folded(text).split())


@some_from_data(20_000)
def is_form_word(text: str) -> bool:
    """Tell whether a text is a label of the form, to the letter after folding."""
    plain = normal(text)
    return any(
        plain in vocabulary.rows or plain in vocabulary.furniture
        for key in TABLES
        for vocabulary in (words(year, key) for year in editions_known())
    )


@some_from_data(20_000)
def widths_of(text: str) -> frozenset[int]:
    """Return how many values stand behind a text that is the label of a row; none if it is not."""
    plain = normal(text)
    found: set[int] = set()
    for key in TABLES:
        for vocabulary in (words(year, key) for year in editions_known()):
            row = vocabulary.rows.get(plain)
            if row is not None and not vocabulary.table.across:
                width = len(row.columns)
                found |= {width, width + len(vocabulary.table.extra_columns)}
    return frozenset(found)


def moved(token: Token, text: str) -> Token:
    """Return a token for a part of another's text, at the same place."""
    return replace(token, text=text, count=read_count(text))
