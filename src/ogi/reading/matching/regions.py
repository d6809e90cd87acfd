"""Where in a document each table of the form stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ogi.data import some_from_data
from ogi.expression import expression
from ogi.reading.folding import folded
from ogi.reading.matching.headings import heads_a_section
from ogi.reading.matching.lines import Line, is_form_word
from ogi.reading.matching.normal import normal
from ogi.reading.matching.vocabulary import (
    TABLES,
    bare,
    editions_known,
    hanzi,
    header_characters,
    label_characters,
    words,
)

_WINDOW = 40
_NEAR = 8
_WORDY = 24
_LONG = 6
_ABOUT = 0.8
_FULL = 10  # values in a row of a table whose rows stand side by side
_SHORTEST_TEXT = 7
_FEWEST_ODD = 3  # characters that no label has
_FEW_MARKS = 2
_NEXT = 2
_SENTENCE = expression(r"[。；！？]")
_STATEMENT = expression(r"\d\s*[件条次个份篇起人元项宗家万]|20\d\d年")
_FEWEST_ROWS, _SAME_ROWS = 3, 0.6


@dataclass(frozen=True, slots=True)
class Region:
    """The lines `start` to `end` (exclusive) that hold one table of the form.

    `marks` counts the lines in it whose labels are that table's.
    """

    table: str
    start: int
    end: int
    marks: int = 0


def all_regions(lines: Sequence[Line]) -> dict[str, list[Region]]:
    """Return every region that may be a table of the form, by table and in order."""
    marks = [_table_of(line) for line in lines]
    found: dict[str, list[Region]] = {}
    for key in TABLES:
        at = [number for number, mark in enumerate(marks) if mark == key]
        clusters = _clusters(at, marks, key)
        kept = [_without_text(one, lines) for one in clusters]
        for cluster in (part for one in kept for part in _prints(one, lines, key)):
            start = _start(cluster[0], lines, marks, key)
            end = _end(cluster[-1], lines, marks, key)
            if len(cluster) <= _FEW_MARKS and _is_text_alone(lines[start:end]):
                continue
            found.setdefault(key, []).append(Region(key, start, end, len(cluster)))
    return found


def largest(found: Mapping[str, Sequence[Region]]) -> dict[str, Region]:
    """Return the region of each table: the largest, or the first that is about as large."""
    chosen = {}
    for key, regions in found.items():
        most = max(region.marks for region in regions)
        chosen[key] = next(one for one in regions if one.marks >= _ABOUT * most)
    return chosen


def is_running_text(line: Line) -> bool:
    """Tell whether a line is a sentence, a note or a caption, and no label of the form."""
    text = line.label
    if line.values or len(text) < _SHORTEST_TEXT or is_form_word(text):
        return False
    if _SENTENCE.search(text) or _STATEMENT.search(folded(text)):
        return True
    odd = [char for char in hanzi(text) if char not in label_characters()]
    return len(odd) >= _FEWEST_ODD


def _is_text_alone(lines: Sequence[Line]) -> bool:
    """Tell whether lines are all text, without a value: words of the form in a paragraph."""
    return not any(line.row >= 0 or line.tokens for line in lines)


def _without_text(cluster: list[int], lines: Sequence[Line]) -> list[int]:
    """Return the marks from the first to the last that have values near them.

    Marks parted from those by headings or running text are words of that text.
    """
    parts: list[list[int]] = [[cluster[0]]]
    for before, after in pairwise(cluster):
        between = lines[before + 1 : after]
        if any(is_running_text(line) or heads_a_section(line) for line in between):
            parts.append([])
        parts[-1].append(after)
    strong = [n for n, part in enumerate(parts) if _has_values(part, lines)]
    if not strong:
        return cluster
    return [number for part in parts[strong[0] : strong[-1] + 1] for number in part]


def _has_values(part: Sequence[int], lines: Sequence[Line]) -> bool:
    near = lines[part[0] : part[-1] + 1 + _NEXT]
    return any(line.values for line in near) or any(lines[number].row >= 0 for number in part)


def _table_of(line: Line) -> str | None:
    """Tell which table a line's labels belong to."""
    if not line.pieces or (line.row < 0 and len(line.label) > _WINDOW * 2):
        return None
    if line.row < 0 and is_running_text(line):
        return None
    texts = [normal(piece) for piece in line.pieces]
    if len(texts) > 1:
        texts.append(normal(line.label))
    elif line.row < 0 and " " in line.label:
        texts += _header_words(line.label)
    totals = [sum(score) for score in zip(*(_scores(text) for text in texts), strict=True)]
    most = max(totals)
    return TABLES[totals.index(most)] if most else None


def _header_words(text: str) -> list[str]:
    """Return the words of a line that is nothing but labels of a header side by side."""
    found = [normal(word) for word in text.split()]
    return found if all(any(_scores(word)) for word in found) else []


@some_from_data(50_000)
def _scores(text: str) -> tuple[int, ...]:
    """Say how much a text speaks for each table."""
    return tuple(max(_score(text, key, year) for year in editions_known()) for key in TABLES)


def _score(text: str, key: str, year: int) -> int:
    vocabulary = words(year, key)
    if text in vocabulary.anchors or (
        len(text) >= 3 and (text in vocabulary.rows or bare(text) in vocabulary.rows)
    ):
        return 2
    if len(text) >= _LONG and any(_part(text, anchor) for anchor in vocabulary.anchors):
        return 1
    return 1 if text in vocabulary.furniture and len(text) >= 4 else 0


def _part(text: str, anchor: str) -> bool:
    """Tell whether a text is a large part of an anchor, or the anchor of the text."""
    if len(anchor) < _LONG:
        return False
    if anchor in text:
        return len(text) <= 2 * len(anchor) + 12
    return text in anchor


def _clusters(at: Sequence[int], marks: Sequence[str | None], key: str) -> list[list[int]]:
    """Return the marks that stand together: between them no other table, no long gap."""
    clusters: list[list[int]] = []
    for number in at:
        between = marks[clusters[-1][-1] + 1 : number] if clusters else ()
        others = sum(mark is not None and mark != key for mark in between)
        if clusters and others <= 2 and number - clusters[-1][-1] <= _WINDOW:
            clusters[-1].append(number)
        else:
            clusters.append([number])
    return clusters


def _prints(cluster: list[int], lines: Sequence[Line], key: str) -> Iterator[list[int]]:
    """Yield the prints of a table in a cluster: one, or several directly after each other."""
    across = words(editions_known()[0], key).table.across
    at = _second_values(cluster, lines) if across else _second_rows(cluster, lines, key)
    if at:
        yield cluster[:at]
        yield from _prints(cluster[at:], lines, key)
    else:
        yield cluster


def _second_rows(cluster: Sequence[int], lines: Sequence[Line], key: str) -> int:
    """Return where in a cluster the rows of the table begin anew, 0 where they do not."""
    names = [_row_named(lines[number], key) for number in cluster]
    seen: set[str] = set()
    for at, name in enumerate(names):
        if name in seen:
            both = seen & set(names[at:])
            if len(both) < max(_FEWEST_ROWS, _SAME_ROWS * len(seen)):
                return 0
            while names[at - 1] is None:
                at -= 1
            return at
        if name:
            seen.add(name)
    return 0


def _row_named(line: Line, key: str) -> str | None:
    """Return the row that a line names to the letter."""
    for piece in reversed(line.pieces):
        for year in editions_known():
            if row := words(year, key).rows.get(normal(piece)):
                return row.key
    return None


def _second_values(cluster: Sequence[int], lines: Sequence[Line]) -> int:
    """Return where headers follow a row of values, and another such row follows them."""
    end = cluster[-1] + 2 * _FULL
    for at in range(1, len(cluster)):
        before, after = lines[cluster[0] : cluster[at]], lines[cluster[at] : end]
        if min(sum(line.values for line in some) for some in (before, after)) >= _FULL:
            return at
    return 0


def _start(first: int, lines: Sequence[Line], marks: Sequence[str | None], key: str) -> int:
    """Return where the pieces of a broken header begin."""
    start = first
    while start and marks[start - 1] is None and lines[start - 1].label:
        if lines[start - 1].tokens or not _fragment(lines[start - 1], key):
            break
        start -= 1
    return start


def _end(last: int, lines: Sequence[Line], marks: Sequence[str | None], key: str) -> int:
    """Return where the values after the last label end."""
    end = last + 1
    gap = 0
    kept = end
    while end < len(lines) and gap <= _NEAR:
        line = lines[end]
        fragment = not line.tokens and _fragment(line, key)
        foreign = marks[end] not in (None, key) or heads_a_section(line)
        if foreign or (len(line.label) > _WORDY and not line.tokens and not fragment):
            break
        if not fragment:
            gap = 0 if line.values > 2 or (line.tokens and not line.pieces) else gap + 1
        end += 1
        if not fragment and not gap:
            kept = end
    return kept


def _fragment(line: Line, key: str) -> bool:
    """Tell whether a line holds nothing but characters of this table's headers."""
    return header_characters(key).issuperset(hanzi(line.label))
