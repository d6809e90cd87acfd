"""One table of the form, read from the lines of its region."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from ogi.form import Cell, Paragraph, Row, State
from ogi.reading.matching.across import place_across
from ogi.reading.matching.blank_lines import set_apart, with_blank_lines
from ogi.reading.matching.cells import Laid, cells_of
from ogi.reading.matching.doubts import doubt
from ogi.reading.matching.header import headers_of, printed_labels
from ogi.reading.matching.laying import Cells, is_rest, lay
from ogi.reading.matching.lines import Line, Token, is_form_word
from ogi.reading.matching.misplaced import doubt_misplaced
from ogi.reading.matching.normal import normal
from ogi.reading.matching.order import Header, order_of
from ogi.reading.matching.rows import Placed, Placement, own_row, place_named, place_runs
from ogi.reading.matching.runs import Run, runs_of
from ogi.reading.matching.vocabulary import (
    TableWords,
    editions_known,
    equations_of,
    hanzi,
    label_characters,
    peculiar_labels,
    peculiar_rows,
    row_named,
    words,
)

_HINT = 1.5
_PECULIAR = 2.0
_MISSING = 1.5
_LACKING = 0.01  # decides only where editions fit alike
_LONGEST_WORDS = 12  # words that stand in a cell where a number belongs


@dataclass(frozen=True, slots=True)
class TableReading:
    """A table as read in one edition.

    `left` are values that fit on no row, `beside` what stands in columns or cells that the
    form has not.
    """

    year: int
    cells: Mapping[str, Cell]
    extras: Mapping[str, Cell]
    labels: Mapping[str, Paragraph]
    left: tuple[Run, ...]
    beside: tuple[Paragraph, ...] = ()


def read_table(key: str, lines: Sequence[Line], hint: int | None) -> TableReading:
    """Read a table in the edition that fits it best; `hint` decides between equals."""
    runs = runs_of(lines)
    _, vocabulary, placement = _ranked(key, lines, runs, hint)[0]
    return _assemble(lines, runs, vocabulary, placement)


def told_by(key: str, lines: Sequence[Line]) -> tuple[float, int]:
    """Return by how much an edition fits a table better than any other, and which it is."""
    best, *others = _ranked(key, lines, runs_of(lines), None)
    return best[0] - max((score for score, _, _ in others), default=0), best[1].edition.year


def _ranked(
    key: str, lines: Sequence[Line], runs: Sequence[Run], hint: int | None
) -> list[tuple[float, TableWords, Placement]]:
    """Return the editions with how well a table fits them, the best first."""
    printed = "".join(normal(piece) for line in lines for piece in line.pieces)
    readings = []
    for vocabulary, placement in _placements(key, runs, hint):
        year = vocabulary.edition.year
        score = placement.score + _PECULIAR * _peculiar(printed, year, key)
        score -= _MISSING * _missing_beside(placement, vocabulary)
        score -= _LACKING * _lacking(placement, vocabulary)
        readings.append((score + (_HINT if year == hint else 0), vocabulary, placement))
    return sorted(readings, key=lambda reading: -reading[0])


def _placements(
    key: str, runs: Sequence[Run], hint: int | None
) -> list[tuple[TableWords, Placement]]:
    """Place the runs in the editions that name every row and in the expected one.

    Where none names every row, they are placed in all.
    """
    known = [words(year, key) for year in editions_known()]
    if known[0].table.across:
        return [(vocabulary, Placement((), (), 0.0)) for vocabulary in known]
    named = [(vocabulary, place_named(runs, vocabulary)) for vocabulary in known]
    sure = [(vocabulary, placement) for vocabulary, placement in named if placement]
    expected = {vocabulary.edition.year for vocabulary in known} & {hint}
    if sure and expected <= {vocabulary.edition.year for vocabulary, _ in sure}:
        return sure
    ordered = len({len(row.columns) for row in known[0].table.rows}) == 1
    wanted = [v for v in known if v.edition.year in expected] if sure else known
    return sure + [(v, place_runs(runs, v, ordered=ordered)) for v in wanted]


def _peculiar(printed: str, year: int, key: str) -> int:
    """Count the labels of this edition that are printed and that no other edition has."""
    return sum(label in printed for label in peculiar_labels(year, key))


def _missing_beside(placement: Placement, vocabulary: TableWords) -> int:
    """Count the rows that only this edition has and that are missing beside others of them."""
    there = {item.row.key for item in placement.placed}
    only = peculiar_rows(vocabulary.edition.year, vocabulary.table.key)
    return len(only - there) if only & there else 0


def _lacking(placement: Placement, vocabulary: TableWords) -> int:
    """Count the rows of an edition that a table lacks: of editions that fit alike, the one that
    it has whole.
    """
    there = {item.row.key for item in placement.placed}
    return sum(row.key not in there for row in vocabulary.table.rows) if there else 0


def _assemble(
    lines: Sequence[Line], runs: Sequence[Run], vocabulary: TableWords, placement: Placement
) -> TableReading:
    table = vocabulary.table
    headers = headers_of(lines, vocabulary)
    extras: dict[str, Cell] = {}
    beside = [Paragraph(cell.text, cell.place) for line in lines for cell in line.beside]
    if table.across:
        laid, left = place_across(runs, headers, vocabulary)
    else:
        rests = _rests(placement)
        placed = with_blank_lines(placement.placed, lines)
        laid = _laid(placed, headers, vocabulary, extras, beside, rests)
        laid = _with_gaps(laid, placed, lines)
        left = list(placement.left)
    cells = cells_of(laid, equations_of(vocabulary))
    doubt_misplaced(laid, cells, equations_of(vocabulary))
    _doubt_twice(left, cells, vocabulary)
    there = {item.row.key for item in placement.placed}
    for row, words_behind in _rows_named(lines, vocabulary):
        empty = _unread(words_behind) if words_behind else Cell(state=State.BLANK)
        for column in row.columns if row.key not in there else ():
            cells.setdefault(table.address(row, column), empty)
    return TableReading(
        year=vocabulary.edition.year,
        cells={address: cells.get(address, Cell()) for address in table.addresses},
        extras=extras,
        labels={
            **dict(_row_labels(placement.placed, vocabulary)),
            **printed_labels(headers, table.key),
        },
        left=tuple(left),
        beside=tuple(beside),
    )


def _laid(
    placed: Sequence[Placed],
    headers: Sequence[Header],
    vocabulary: TableWords,
    extras: dict[str, Cell],
    others: list[Paragraph],
    rests: Mapping[int, Sequence[Token]],
) -> list[Laid]:
    """Lay every row out; what stands in columns beside the form's goes to extras and others."""
    offset = _offset(placed)
    beside = any(_is_beside(item) for item in placed)
    found = []
    for item in placed:
        row, run, table = item.row, item.run, vocabulary.table
        columns = {column.key: column for column in row.columns}
        further = {column.key: table.address(row, column) for column in table.extra_columns}
        addresses = {c.key: table.address(row, c) for c in row.columns}
        cells = Cells(columns, {**further, **addresses})
        order = order_of(headers, run.line, [*columns])
        laid, extra = lay(run, order, cells, vocabulary, offset, rests.get(run.line, ()))
        for key, token in extra.items():
            extras.update(_extra(further[key], token) if key in further else ())
            if token.text and key not in further:
                others.append(Paragraph(token.text, token.place))
        found.append(
            replace(
                laid,
                named=item.fit,
                rival=item.rivals[0].label if item.rivals else "",
                below=len(row.columns) == 1
                and (_is_below(run, vocabulary) or (beside and _stands_alone(item))),
            )
        )
    return found


def _with_gaps(laid: Sequence[Laid], placed: Sequence[Placed], lines: Sequence[Line]) -> list[Laid]:
    """Mark the rows whose values stand apart from their label as no others do."""
    apart = set_apart(placed, lines)
    return [
        replace(one, below=one.below or item.run.line in apart)
        for one, item in zip(laid, placed, strict=True)
    ]


def _rests(placement: Placement) -> dict[int, Sequence[Token]]:
    """Return the digits that stand directly under a row and belong to none, by its line."""
    above = {item.run.line: item.run for item in placement.placed}
    return {
        run.line - 1: run.tokens
        for run in placement.left
        if run.line - 1 in above and is_rest(run, above[run.line - 1])
    }


def _extra(address: str, token: Token) -> Iterator[tuple[str, Cell]]:
    if token.count is not None:
        yield address, Cell(token.count.value, token.text, State.PRINTED, token.place)
    elif token.blank:
        yield address, Cell(None, "", State.BLANK, token.place)


def _is_below(run: Run, vocabulary: TableWords) -> bool:
    """Tell whether a value stands by itself under a label that is no row's to the letter."""
    named = bool(run.head) and row_named(run.head[-1], vocabulary) is not None
    return run.single and not run.own and not named


def _is_beside(item: Placed) -> bool:
    """Tell whether the one value of a row stands on the line of its label."""
    return len(item.row.columns) == 1 and bool(item.run.own)


def _stands_alone(item: Placed) -> bool:
    """Tell whether the one value of a row stands on a line of its own."""
    return len(item.row.columns) == 1 and item.run.single and not item.run.own


def _doubt_twice(left: Sequence[Run], cells: dict[str, Cell], vocabulary: TableWords) -> None:
    """Doubt a row that is printed a second time with other numbers."""
    for run in left:
        row = own_row(run, vocabulary)
        if row is None:
            continue
        addresses = [vocabulary.table.address(row, column) for column in row.columns]
        first = [cells[a].text for a in addresses if a in cells and cells[a].text]
        second = [token.text for token in run.tokens if token.text]
        if first and first != second:
            unsure = doubt("twice", " ".join(second))
            for address in addresses:
                cells[address] = replace(cells[address], doubts=(*cells[address].doubts, unsure))


def _offset(placed: Sequence[Placed]) -> int | None:
    """Return how many blank cells stand before the values in the complete rows."""
    found = set()
    for item in placed:
        width = len(item.row.columns)
        if item.run.values == width and len(item.run.tokens) > 1 and width > 1:
            found.add(next(i for i, token in enumerate(item.run.tokens) if not token.blank))
    return found.pop() if len(found) == 1 else None


def _rows_named(lines: Sequence[Line], vocabulary: TableWords) -> Iterator[tuple[Row, Line | None]]:
    """Yield the rows whose label is printed, each with the words that stand in its cells.

    In text these are on the line below the label, where no label of the form is.
    """
    for line, below in zip_longest(lines, lines[1:]):
        for piece in line.pieces:
            row = row_named(piece, vocabulary)
            if row and normal(piece) not in vocabulary.furniture:
                yield row, below if below is not None and _are_words(below) else None


def _are_words(line: Line) -> bool:
    text = line.label
    if line.row >= 0 or line.tokens or not 1 < len(text) <= _LONGEST_WORDS or is_form_word(text):
        return False
    characters = set(hanzi(text))
    spoiled = not characters and any(map(str.isdecimal, text))
    return spoiled or not characters <= label_characters()


def _unread(line: Line) -> Cell:
    unsure = doubt("noise", line.label)
    return Cell(None, line.label, State.UNREADABLE, line.place, None, (unsure,))


def _row_labels(
    placed: Sequence[Placed], vocabulary: TableWords
) -> Iterator[tuple[str, Paragraph]]:
    """Yield the labels of the rows as printed, where a label cell is surely the row's own."""
    for item in placed:
        if item.run.label_place is None or not item.run.own:
            continue
        if item.run.exact or row_named(item.run.own[-1], vocabulary):
            address = f"{vocabulary.table.key}.{item.row.key}"
            yield address, Paragraph(item.run.own[-1], item.run.label_place)
