"""Which row of the form each run of values is.

A run with a row's own label is that row. Where labels are lost, cut or interleaved with
numbers, the order of the form decides: the runs are aligned with the rows so that the
labels around them fit best, and a run that fits two rows as well is said to have rivals.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from ogi.data import some_from_data
from ogi.expression import expression
from ogi.form import Row
from ogi.reading.matching.normal import normal
from ogi.reading.matching.runs import Run
from ogi.reading.matching.vocabulary import TableWords, hanzi, is_foreign, row_named

_EXACT = 4.0
_NEAR = 3.5
_BY_NUMBER = 3.0
_SIMILAR = 2.5
_OTHER_ROW = -2.0
_FOREIGN_ROW = -9.0
_SKIP_FULL_RUN = 5.0
_SKIP_FOREIGN = 0.5
_SKIP_RUN = 0.2
_FOREIGN = -1.5
_OWN_LEAST = 0.8
_SKIP_ROW = 0.3
_RIVAL_MARGIN = 0.4
_LEAST = 0.55
_WINDOW = 60
_TELLING = 4  # characters of a shortened label that name a row without its group
_OUTSIDE = 0.5  # a label above the table may belong to another row
_NEVER = -1e9
_SHORT_LABEL = expression(r"(?<!\d)(?P<number>\d[.,])(?P<words>[\u4e00-\u9fff]{2,})$")
_SPOILED = expression(r"\d{2,}[^\d\u4e00-\u9fff]+\d*")
_SIGNS = expression(r"[^\u4e00-\u9fff0-9]")


@dataclass(frozen=True, slots=True)
class Placed:
    """A run on its row.

    `fit` is how well its labels name the row, from 0 (placed by order alone) to 1.
    """

    row: Row
    run: Run
    fit: float
    rivals: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Placement:
    """Every run of a table on a row, or left over; `score` compares editions."""

    placed: tuple[Placed, ...]
    left: tuple[Run, ...]
    score: float


def place_named(runs: Sequence[Run], vocabulary: TableWords) -> Placement | None:
    """Put each run on the row that its own label names; None unless every run has one."""
    worth = [run for run in runs if run.values or _named_blank(run, vocabulary)]
    named = [own_row(run, vocabulary) for run in worth]
    keys = {row.key for row in named if row}
    if len(keys) < len(worth):
        return None
    placed = [Placed(row, run, 1.0) for row, run in zip(named, worth, strict=True) if row]
    full = sum(_fullness(item.run, len(item.row.columns)) for item in placed)
    return Placement(tuple(placed), (), _EXACT * len(placed) + full)


def place_runs(runs: Sequence[Run], vocabulary: TableWords, *, ordered: bool) -> Placement:
    """Put each run on a row; `ordered` is true where the form's order may be relied on."""
    return _by_order(runs, vocabulary) if ordered else _by_label(runs, vocabulary)


def _named_blank(run: Run, vocabulary: TableWords) -> bool:
    """Tell whether a run of blanks is a row of the form, and not a part of the header."""
    if not run.head or normal(run.head[-1]) in vocabulary.furniture:
        return False
    return row_named(run.head[-1], vocabulary) is not None


def own_row(run: Run, vocabulary: TableWords) -> Row | None:
    """Return the row that the run's own label names to the letter."""
    return row_named(run.own[-1], vocabulary) if run.own else None


def _by_label(runs: Sequence[Run], vocabulary: TableWords) -> Placement:
    """Place each run by its label alone; what has none is left over."""
    scores = [
        [_similarity(run, None, row, vocabulary) for row in vocabulary.table.rows] for run in runs
    ]
    taken: dict[str, Placed] = {}
    left: list[Run] = []
    order = sorted(range(len(runs)), key=lambda number: -max(scores[number], default=0.0))
    for number in order:
        best = max(range(len(scores[number])), key=scores[number].__getitem__)
        row, score = vocabulary.table.rows[best], scores[number][best]
        if score < _SIMILAR * 0.5 or row.key in taken:
            left.append(runs[number])
        else:
            taken[row.key] = Placed(row, runs[number], _fitness(score))
    placed = tuple(taken[row.key] for row in vocabulary.table.rows if row.key in taken)
    return Placement(placed, tuple(left), sum(_EXACT * item.fit for item in placed))


def _by_order(runs: Sequence[Run], vocabulary: TableWords) -> Placement:
    """Align runs and rows so that the sum of their likenesses is greatest."""
    rows = vocabulary.table.rows
    tails = [_tail(run, after, vocabulary) for run, after in zip_longest(runs, runs[1:])]
    numbered = _numbered(runs, vocabulary)
    likeness = [
        [_BY_NUMBER if row is one else _similarity(run, tail, row, vocabulary) for row in rows]
        for run, tail, one in zip(runs, tails, numbered, strict=True)
    ]
    foreign = [
        bool(run.own) and (max(line) < _OWN_LEAST or is_foreign(run.own[-1]))
        for run, line in zip(runs, likeness, strict=True)
    ]
    gain = [
        [like + _fullness(run, len(rows[0].columns)) + (_FOREIGN if odd else 0) for like in line]
        for run, line, odd in zip(runs, likeness, foreign, strict=True)
    ]
    skip = [
        _skip_cost(run, len(rows[0].columns), odd) for run, odd in zip(runs, foreign, strict=True)
    ]
    before = _prefix(gain, skip, len(rows))
    after = _suffix(gain, skip, len(rows))
    total = before[len(runs)][len(rows)]
    placed: list[Placed] = []
    left: list[Run] = []
    for number, run in enumerate(runs):
        through = [
            before[number][r] + gain[number][r] + after[number + 1][r + 1] for r in range(len(rows))
        ]
        best = max(range(len(rows)), key=through.__getitem__)
        if through[best] < total - 1e-6:
            left.append(run)
            continue
        rivals = tuple(
            rows[r] for r in range(len(rows)) if r != best and through[r] > total - _RIVAL_MARGIN
        )
        named = _fitness(likeness[number][best])
        if run.unnamed or _below_other_words(run, rows[best], vocabulary):
            named = min(named, _OUTSIDE)
        placed.append(Placed(rows[best], run, named, rivals))
    return Placement(_distinct(placed), tuple(left), total)


def _below_other_words(run: Run, row: Row, vocabulary: TableWords) -> bool:
    """Tell whether other words stand between a row's label and a run: it may be of another row.

    So may it where values that cannot be read do.
    """
    if run.own or not run.head:
        return False
    last = run.head[-1]
    words = hanzi(last)
    if not words:
        return any(map(str.isdecimal, last))
    return words not in hanzi(row.label) and normal(last) not in vocabulary.furniture


def _numbered(runs: Sequence[Run], vocabulary: TableWords) -> list[Row | None]:
    """Return the row that a shortened label names by its number within its group.

    「1.逾期不补正」 under 「（六）其他处理」 is the first row of that group. Where the group's
    label stands in pieces beside the rows, the words must be those of no other row so numbered.
    """
    groups = {normal(row.groups[-1]): row.groups for row in vocabulary.table.rows if row.groups}
    inside: tuple[str, ...] = ()
    found: list[Row | None] = []
    for run in runs:
        for piece in run.head:
            inside = groups.get(normal(piece), inside)
        named = own_row(run, vocabulary)
        inside = named.groups if named else inside
        fitting = [] if named else _shortened(run, vocabulary)
        within = [row for row in fitting if row.groups == inside]
        telling = len(hanzi(run.own[-1])) >= _TELLING if run.own else False
        one = within or (fitting if telling else [])
        found.append(one[0] if len(one) == 1 else None)
    return found


def _shortened(run: Run, vocabulary: TableWords) -> list[Row]:
    """Return the rows that a label may be short for: with its number, in their own characters."""
    short = _SHORT_LABEL.search(normal(run.own[-1])) if run.own else None
    if short is None:
        return []
    return [
        row
        for row in vocabulary.table.rows
        if normal(row.label).startswith(short["number"])
        and set(hanzi(short["words"])) <= set(hanzi(row.label))
    ]


def _tail(run: Run, after: Run | None, vocabulary: TableWords) -> Sequence[str]:
    """Return the labels below a run that may be its own: those of the next run are not."""
    if after is None:
        return run.tail
    between = after.head[: len(after.head) - len(after.own)]
    return between if between or own_row(after, vocabulary) else run.tail


def _skip_cost(run: Run, width: int, foreign: bool) -> float:
    """Return what skipping costs: a complete row is hardly ever one too many.

    Only where its label is not one of the form's may it be skipped.
    """
    if foreign:
        return _SKIP_FOREIGN
    return _SKIP_FULL_RUN if run.values == width else _SKIP_RUN


def _distinct(placed: Sequence[Placed]) -> tuple[Placed, ...]:
    """Keep one run a row: two alignments that score the same may cross."""
    kept: dict[str, Placed] = {}
    for item in placed:
        kept.setdefault(item.row.key, item)
    return tuple(kept.values())


def _prefix(gain: Sequence[Sequence[float]], skip: Sequence[float], rows: int) -> list[list[float]]:
    """best[j][r]: the best sum for the first j runs on the first r rows."""
    best = [[_NEVER] * (rows + 1) for _ in range(len(gain) + 1)]
    best[0] = [-_SKIP_ROW * r for r in range(rows + 1)]
    for j in range(1, len(gain) + 1):
        best[j][0] = best[j - 1][0] - skip[j - 1]
        for r in range(1, rows + 1):
            best[j][r] = max(
                best[j - 1][r - 1] + gain[j - 1][r - 1],
                best[j - 1][r] - skip[j - 1],
                best[j][r - 1] - _SKIP_ROW,
            )
    return best


def _suffix(gain: Sequence[Sequence[float]], skip: Sequence[float], rows: int) -> list[list[float]]:
    """best[j][r]: the best sum for the runs from j on the rows from r."""
    mirrored = _prefix([list(reversed(line)) for line in reversed(gain)], skip[::-1], rows)
    count = len(gain)
    return [[mirrored[count - j][rows - r] for r in range(rows + 1)] for j in range(count + 1)]


def _fullness(run: Run, width: int) -> float:
    if run.values == width:
        return 1.0
    return 0.0 if run.own else -0.5


def _fitness(score: float) -> float:
    return max(0.0, min(1.0, score / _SIMILAR))


def _similarity(run: Run, tail: Sequence[str] | None, row: Row, vocabulary: TableWords) -> float:
    named = own_row(run, vocabulary)
    if named is not None:
        return _EXACT if named.key == row.key else _OTHER_ROW
    if run.own and is_foreign(run.own[-1]):
        return _FOREIGN_ROW
    if not run.own and run.head:
        above = row_named(run.head[-1], vocabulary)
        if above is not None:
            return _NEAR if above.key == row.key else _OTHER_ROW / 2
    head = _plain("".join(run.head))[-_WINDOW:]
    after = _plain("".join(tail or ()))[:_WINDOW]
    key = _plain(row.label)
    likeness = max(
        _likeness(key, head, ends=True), _likeness(key, head[-len(key) :] + after) * 0.95
    )
    weight = min(1.0, len(key) / 5)
    return _SIMILAR * weight * max(0.0, (likeness - _LEAST) / (1 - _LEAST))


@some_from_data(50_000)
def _likeness(key: str, text: str, *, ends: bool = False) -> float:
    """Compare a label with the stretch of a text that is most like it, 0 to 1."""
    from rapidfuzz import fuzz

    if not text:
        return 0.0
    if len(text) < len(key):
        return fuzz.ratio(key, text) / 100
    found = fuzz.partial_ratio_alignment(key, text)
    if found is None:
        return 0.0
    away = len(text) - found.dest_end if ends else 0
    return found.score / 100 - min(0.4, 0.02 * away)


@some_from_data(20_000)
def _plain(text: str) -> str:
    return _SIGNS.sub("", normal(text))
