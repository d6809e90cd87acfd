"""Lines of a table as runs: values that stand together, with the labels around them."""

from collections.abc import Sequence
from dataclasses import dataclass

from ogi.place import Place
from ogi.reading.matching.lines import Line, Token


@dataclass(frozen=True, slots=True)
class Run:
    """Values that stand together.

    `own` are the label pieces of the run's own row; `head` is every label text since the
    run before (the own label included), piece by piece; `tail` what follows up to the
    next run. `single` is true where the values stood one a line. `label_place` is where
    the label cell of the run's own row stands, `line` which line the run begins on.
    """

    tokens: tuple[Token, ...]
    own: tuple[str, ...]
    head: tuple[str, ...]
    tail: tuple[str, ...]
    exact: bool
    single: bool
    place: Place | None
    label_place: Place | None = None
    line: int = -1

    @property
    def glued(self) -> bool:
        """Tell whether the values stood on a line of text of their own, several together.

        Tables pasted as text have a label before their values, or one value a line; this
        is what is left of a line that lost its borders.
        """
        loose = not self.exact and not self.own and not self.single
        return loose and all(token.column < 0 for token in self.tokens)

    @property
    def unnamed(self) -> bool:
        """Tell whether this is a row of a table that has no label cell of its own."""
        return not self.own and not self.single and any(t.column >= 0 for t in self.tokens)

    @property
    def values(self) -> int:
        """How many tokens are not blank."""
        return len([1 for token in self.tokens if token.text])


@dataclass(slots=True)
class _Open:
    """A run that is still being collected."""

    tokens: list[Token]
    own: tuple[str, ...]
    head: list[str]
    exact: bool
    single: bool
    place: Place | None
    label_place: Place | None
    line: int


def runs_of(lines: Sequence[Line]) -> list[Run]:
    """Collect the runs of a region.

    A row of a table is a run. Lines with a single value and no label continue the run
    above them, because tables pasted as text stand one cell a line.
    """
    opened: list[_Open] = []
    tails: list[list[str]] = [[]]
    for number, line in enumerate(lines):
        if line.pieces:
            tails[-1].extend(line.pieces)
        if not line.tokens:
            continue
        if _continues(opened, line, tails[-1]):
            opened[-1].tokens.extend(line.tokens)
            continue
        if not line.values and not line.pieces and len(line.tokens) < 5:
            if opened and opened[-1].single and not tails[-1]:
                opened[-1].tokens.extend(line.tokens)
            elif tails[-1] and not line.exact and line.row >= 0:
                opened.append(_open(line, tails[-1], number))
                tails.append([])
            continue
        opened.append(_open(line, tails[-1], number))
        tails.append([])
    return [
        Run(
            tokens=tuple(run.tokens),
            own=run.own,
            head=tuple(run.head),
            tail=tuple(tail),
            exact=run.exact,
            single=run.single,
            place=run.place,
            label_place=run.label_place,
            line=run.line,
        )
        for run, tail in zip(opened, tails[1:], strict=True)
    ]


def _open(line: Line, head: Sequence[str], number: int) -> _Open:
    single = not line.exact and line.values <= 1
    label_place = line.labels[-1].place if line.labels else None
    return _Open(
        list(line.tokens),
        line.pieces,
        list(head),
        line.exact,
        single,
        line.place,
        label_place,
        number,
    )


def _continues(opened: Sequence[_Open], line: Line, labels: Sequence[str]) -> bool:
    """Tell whether a line goes on with the run above it."""
    return bool(
        opened
        and not labels
        and not line.pieces
        and opened[-1].single
        and not line.exact
        and line.values <= 1
    )
