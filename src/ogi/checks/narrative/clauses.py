"""The words around a figure: its clause, and what it may borrow from the clauses before."""

import re
from dataclasses import dataclass

from ogi.checks.narrative.figures import Figure
from ogi.checks.narrative.words import dictionary, entry
from ogi.expression import expression

_HARD = expression(r"[，,；：。！？（）()\n]|其中|另有|另外|此外")
_PAUSE = expression(r"[、]|以及|及(?=\d)|和(?=\d)")
_REACH = 60  # characters a figure may borrow from the clauses before its own


@dataclass(frozen=True, slots=True)
class Window:
    """The words that belong to a figure.

    before   from the start of its clause to the figure
    after    from the figure to the end of the clause or the next figure
    earlier  the clauses before, back to the previous figure, where the words before are
             light (“共”, “合计为”), else empty
    start    where `earlier` and `before` begin together; `clause` where `before` does
    led      “其中” opens the clause
    previous where the figure before ends
    """

    figure: Figure
    before: str
    after: str
    earlier: str
    start: int
    clause: int
    end: int
    led: bool
    previous: int

    def led_by(self, text: str) -> str:
        """Return the clause before that has no figure: “因不掌握，” before “无法提供 9 件”."""
        clause = text[max(self.previous, self.clause - _REACH) : self.clause]
        return clause.rpartition("；")[2]


def windows(text: str, found: list[Figure]) -> tuple[Window, ...]:
    """Return the window of each figure of a sentence."""
    hard = [match.span() for match in _HARD.finditer(text)] if found else []
    return tuple(_window(text, found, index, hard) for index in range(len(found)))


def _window(text: str, found: list[Figure], index: int, hard: list[tuple[int, int]]) -> Window:
    figure = found[index]
    previous = found[index - 1].end if index else 0
    following = found[index + 1].start if index + 1 < len(found) else len(text)
    mark = max((end for start, end in hard if end <= figure.start), default=0)
    clause = max(mark, previous)
    if index and previous >= mark:  # another figure stands in this clause: a pause divides
        pauses = [m.end() for m in _PAUSE.finditer(text, previous, figure.start)]
        clause = pauses[0] if pauses and pauses[0] <= previous + 8 else previous
    if index and _comes_from(text, found[index - 1], figure):
        clause = max((at for _, at in hard if at <= found[index - 1].start), default=0)
    end = min((start for start, _ in hard if start >= figure.end), default=len(text))
    end = min(end, following)
    if following == end and (pause := _PAUSE.search(text, figure.end, end)):
        end = pause.start()
    before = text[clause : figure.start]
    start = clause
    light = _light().fullmatch(before)
    if end == following and index + 1 < len(found) and not light:
        end = figure.end  # what stands between two figures belongs to the second
    if light:
        stop = text.rfind("；", 0, clause) + 1
        start = max(previous, stop, clause - _REACH)
    return Window(
        figure=figure,
        before=before,
        after=text[figure.end : end],
        earlier=text[start:clause],
        start=start,
        clause=clause,
        end=end,
        led=text[max(0, clause - 3) : clause].startswith("其中")
        or text[:clause].endswith("其中")
        or before.startswith("中"),
        previous=previous,
    )


def _comes_from(text: str, before: Figure, figure: Figure) -> bool:
    """Say whether a figure is what another rose or fell to: “由 31 件减为 28 件”."""
    moved = text[max(0, before.start - 8) : before.start].rpartition("，")[2]
    return bool(
        entry("times", "origin").search(moved)
        and entry("growth", "to").fullmatch(text[before.end : figure.start])
    )


def _light() -> re.Pattern[str]:
    return expression(dictionary("topics")["light"])
