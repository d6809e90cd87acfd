"""The headers of a table: which printed column is which column of the form.

A header is read by its labels, in a grid by where they stand, in text by their order.
Where it prints the form's columns in the form's order, the order of the values is enough,
and nothing is asked of it. Where it has another order, a column more or one less, the
values are laid out as it says; where it cannot be read or contradicts itself, they are
doubted.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ogi.data import from_data
from ogi.form import Column, Paragraph
from ogi.place import Place
from ogi.reading.matching.header_across import contradicts, labels_across
from ogi.reading.matching.lines import Line
from ogi.reading.matching.normal import normal
from ogi.reading.matching.order import Header, Label
from ogi.reading.matching.spelling import columns_in, spellings
from ogi.reading.matching.vocabulary import (
    TableWords,
    is_foreign,
    without_unit,
    words,
)

_ALIKE = 75
_LONGEST_LABEL = 4  # words of a label that white space tore apart


def headers_of(lines: Sequence[Line], vocabulary: TableWords) -> list[Header]:
    """Return the headers of a table, each with the line below it."""
    found: list[Header] = []
    above: list[Line] = []
    for number, line in enumerate(lines):
        if line.values or _names_a_row(line, vocabulary):
            if labels := _labels(above, vocabulary):
                found.append(Header(number, labels))
            elif printed := _contradiction(above, vocabulary):
                found.append(Header(number, (), printed))
            above = []
        else:
            above.append(line)
    return found


def printed_labels(headers: Sequence[Header], table: str) -> dict[str, Paragraph]:
    """Return the labels of the columns as printed, by address, where they are sure."""
    found: dict[str, Paragraph] = {}
    for header in headers:
        for label in header.labels:
            if label.key and label.place and not label.near:
                found.setdefault(f"{table}.*.{label.key}", Paragraph(label.text, label.place))
    return found


def _names_a_row(line: Line, vocabulary: TableWords) -> bool:
    """Tell whether a line without values is a row of its own, and no part of a header."""
    if vocabulary.table.across or not line.pieces:
        return False
    plain = normal(line.pieces[-1])
    return plain in vocabulary.rows and plain not in vocabulary.furniture


def _labels(above: Sequence[Line], vocabulary: TableWords) -> tuple[Label, ...]:
    """Return the labels of the columns in some lines, in printed order."""
    if vocabulary.table.across:
        return labels_across(above, vocabulary)
    last = above[-1].block if above and above[-1].row >= 0 else None
    rows = [line for line in above if line.block == last]
    in_text = _in_sequence(_words_of(above), vocabulary)
    if last is None:
        return in_text
    in_grid = _in_grid(rows, vocabulary)
    columns = [label.column for label in in_grid if label.key]
    is_loose = not all(line.exact for line in rows)
    more = sum(label.key is not None for label in in_text) > len(columns)
    if len(set(columns)) < len(columns) or (is_loose and (more or _is_usual(in_text, vocabulary))):
        return in_text
    return in_grid


def _contradiction(above: Sequence[Line], vocabulary: TableWords) -> str:
    """Return what a header of rows side by side prints, where it contradicts the form."""
    if not vocabulary.table.across:
        return ""
    return " ".join(line.label for line in above) if contradicts(above, vocabulary) else ""


def _is_usual(labels: Sequence[Label], vocabulary: TableWords) -> bool:
    """Tell whether labels are just those of the form, in its order."""
    keys = tuple(label.key for label in labels)
    return any(keys == tuple(c.key for c in row.columns) for row in vocabulary.table.rows)


def _in_grid(lines: Sequence[Line], vocabulary: TableWords) -> tuple[Label, ...]:
    """Read a header by the columns of the grid: the lowest label of each column counts."""
    spelled = spellings(vocabulary)
    stacks: dict[int, list[tuple[str, Place | None]]] = {}
    for line in lines:
        for cell in line.labels:
            if normal(cell.text) in _upper(vocabulary):
                continue
            if cell.colspan == 1 or _known(cell.text, spelled):
                stacks.setdefault(cell.column, []).append((cell.text, cell.place))
    found = []
    for column in sorted(stacks):
        texts = [text for text, _ in stacks[column]]
        label = _known("".join(texts), spelled) or _known(texts[-1], spelled)
        label = label or Label(None, "".join(texts))
        found.append(replace(label, column=column, place=stacks[column][-1][1]))
    first = next((n for n, label in enumerate(found) if label.key), len(found))
    return tuple(found[first:])


@from_data
def _upper_of(year: int, key: str) -> frozenset[str]:
    table = words(year, key).table
    groups = {column.group for row in table.rows for column in row.columns}
    above = {group for row in table.rows for group in row.groups}
    return frozenset(normal(text) for text in {table.corner, table.band, *groups, *above} if text)


def _upper(vocabulary: TableWords) -> frozenset[str]:
    """Return what stands in a header beside the labels of columns: corner, band, groups."""
    return _upper_of(vocabulary.edition.year, vocabulary.table.key)


def _in_sequence(texts: Sequence[Sequence[str]], vocabulary: TableWords) -> tuple[Label, ...]:
    """Read a header by the order of its labels; those of a group stand where the group does."""
    spelled = spellings(vocabulary)
    groups = {normal(c.group): c.key for c in columns_in(vocabulary) if c.group}
    members = {c.key for c in columns_in(vocabulary) if c.group}
    tops: list[Label | None] = []
    below: list[Label] = []
    last: list[Label | None] = []  # what stands on lines without a column: it spans the header
    inner = False
    for line in _with_groups_placed(texts, set(groups)):
        labels = list(_joined(line, {**spelled, **dict.fromkeys(_upper(vocabulary))}))
        has_column = any(_known(text, spelled) or normal(text) in groups for text in labels)
        for text in labels:
            label = _known(text, spelled)
            if normal(text) in groups:
                tops.append(None)
                inner = False
            elif label is not None:
                inner = label.key in members
                (below if inner else tops).append(label)
            elif (has_column or is_foreign(text)) and normal(text) not in _upper(vocabulary):
                odd = Label(None, text)
                (last if not has_column else below if inner and below else tops).append(odd)
    tops += last
    if None not in tops:
        return tuple(label for label in (*tops, *below) if label) if not below or not tops else ()
    found: list[Label] = []
    for top in tops:
        found += [top] if top else below
        below = below if top else []
    return tuple(found)


def _with_groups_placed(texts: Sequence[Sequence[str]], groups: set[str]) -> list[Sequence[str]]:
    """Put a group that stands alone above a line of labels where the form has it: second.

    On a page a label that spans others is set higher than the labels beside it.
    """
    made = list(texts)
    for number, line in enumerate(made[:-1]):
        below = made[number + 1]
        if len(line) == 1 and normal(line[0]) in groups and len(below) > 1:
            made[number], made[number + 1] = (), (below[0], line[0], *below[1:])
    return made


def _joined(words_: Sequence[str], spelled: Mapping[str, object]) -> Iterator[str]:
    """Yield the labels of a line, those put together that white space tore apart."""
    at = 0
    while at < len(words_):
        length = next(
            (n for n in range(_LONGEST_LABEL, 1, -1) if _plain(words_[at : at + n]) in spelled), 1
        )
        yield "".join(words_[at : at + length])
        at += length


def _plain(some: Sequence[str]) -> str:
    return without_unit(normal("".join(some)))


def _words_of(lines: Sequence[Line]) -> list[list[str]]:
    """Return the words of each line that may be labels."""
    return [
        [cell.text for cell in line.labels] if line.row >= 0 else line.label.split()
        for line in lines
    ]


def _known(text: str, spelled: Mapping[str, Column]) -> Label | None:
    """Return the column that a text is the label of, or is like no other."""
    plain = without_unit(normal(text))
    if plain in spelled:
        return Label(spelled[plain].key, text)
    if len(plain) < 3 or is_foreign(text):
        return None
    from rapidfuzz import fuzz

    alike = {c.key for label, c in spelled.items() if fuzz.ratio(plain, label) >= _ALIKE}
    return Label(alike.pop(), text, near=True) if len(alike) == 1 else None
