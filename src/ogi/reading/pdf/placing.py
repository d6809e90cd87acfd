"""Which lines are the label of which row: the placement that fits the lines best."""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from ogi.reading.pdf.measures import MODEL

_WORST = 1e9
_SHARES = ((0.5, 0.5), (1.0, 0.0), (0.0, 1.0))  # of the first line and the last

Run = tuple[int, int]  # the first line and the last, exclusive


def label_runs(
    lines: Sequence[float], numbered: Sequence[bool], anchors: Sequence[float], pitch: float
) -> list[tuple[Run, int | None]]:
    """Part the lines of labels among rows.

    Figures stand beside the middle of their labels, beside the first line, or the last.

    `lines` and `anchors` are middles, from top to bottom; `numbered` says which lines
    begin with a number. The result are runs of lines with the row they belong to, None
    for a row that has no figures. Lines before the first row may belong to nothing.

    >>> label_runs([4, 16, 30], [False] * 3, [10, 30], 15)
    [((0, 2), 0), ((2, 3), 1)]
    """
    if len(lines) + len(anchors) > MODEL.together:
        return _nearest_runs(lines, anchors)
    fits = [_placed(lines, numbered, anchors, pitch, share) for share in _SHARES]
    return min(fits, key=lambda fit: fit[0])[1]


def _nearest_runs(lines: Sequence[float], anchors: Sequence[float]) -> list[tuple[Run, int | None]]:
    """Give each line to the nearest row: good enough where there are too many to weigh."""
    runs: list[tuple[Run, int | None]] = []
    for index, line in enumerate(lines):
        after = bisect_left(anchors, line)
        row = min(
            (at for at in (after - 1, after) if 0 <= at < len(anchors)),
            key=lambda at: abs(anchors[at] - line),
        )
        if runs and runs[-1][1] == row:
            runs[-1] = ((runs[-1][0][0], index + 1), row)
        else:
            runs.append(((index, index + 1), row))
    return runs


def _placed(
    lines: Sequence[float],
    numbered: Sequence[bool],
    anchors: Sequence[float],
    pitch: float,
    share: tuple[float, float],
) -> tuple[float, list[tuple[Run, int | None]]]:
    """Place labels whose first and last line, weighed by `share`, meet the row."""
    count = len(lines)

    def cost(start: int, end: int) -> float:
        return MODEL.late * pitch * sum(numbered[start + 1 : end])

    @cache
    def best(line: int, row: int) -> tuple[float, tuple[tuple[Run, int | None], ...]]:
        if line == count:
            return MODEL.bare * pitch * (len(anchors) - row), ()
        options: list[tuple[float, tuple[tuple[Run, int | None], ...]]] = []
        ahead = anchors[row] - lines[line] if row < len(anchors) else _WORST
        if ahead <= MODEL.far * pitch:
            bare, rest = best(line, row + 1)
            options.append((bare + MODEL.bare * pitch, rest))
            if ahead < -MODEL.far * pitch:
                return options[0]
        if row == 0:
            skipped, rest = best(line + 1, 0)
            options.append((skipped + MODEL.orphan * pitch * numbered[line], rest))
        for end in range(line + 1, min(count, line + MODEL.label_length) + 1):
            within = cost(line, end)
            if ahead <= MODEL.far * pitch:
                at = share[0] * lines[line] + share[1] * lines[end - 1]
                more, rest = best(end, row + 1)
                off = abs(at - anchors[row])
                options.append((more + off + within, (((line, end), row), *rest)))
            more, rest = best(end, row)
            options.append((more + MODEL.orphan * pitch + within, (((line, end), None), *rest)))
        return min(options, key=lambda option: option[0])

    total, runs = best(0, 0)
    return total, list(runs)


def group_runs(middles: Sequence[float], rows: Sequence[tuple[float, float]]) -> list[int]:
    """Part consecutive rows among labels so that each stands in the middle of its rows.

    `rows` are tops and bottoms. The result begins with the number of rows before the
    first label, whose own label stands on an earlier page; then how many rows each has.

    >>> group_runs([15, 35], [(0, 10), (10, 20), (20, 30), (30, 40)])
    [0, 3, 1]
    """
    count = len(rows)
    if len(middles) >= count:
        return [0, *[1] * count]
    skipping = MODEL.of_row * (rows[-1][1] - rows[0][0]) / count

    @cache
    def best(label: int, start: int) -> tuple[float, tuple[int, ...]]:
        if label == len(middles):
            return (0.0 if start == count else _WORST), ()
        options: list[tuple[float, tuple[int, ...]]] = [(_WORST, ())]
        for end in range(start + 1, count - (len(middles) - label - 1) + 1):
            off = abs((rows[start][0] + rows[end - 1][1]) / 2 - middles[label])
            rest, spans = best(label + 1, end)
            options.append((off + rest, (end - start, *spans)))
        return min(options)

    starts = [
        (cost + (skipping if skip else 0.0), (skip, *spans))
        for skip in range(count - len(middles) + 1)
        for cost, spans in [best(0, skip)]
    ]
    return list(min(starts)[1])
