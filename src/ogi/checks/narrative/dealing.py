"""Figures that several quantities share in their order (分别)."""

from dataclasses import replace

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.signs import Signed
from ogi.expression import expression

_BARE = expression(r"[、，,和及与以]*")


def dealt_out(passage: Passage, index: int, claim: Claim) -> dict[int, Claim]:
    """Give each of the quantities, or kinds, that “分别” joins its own figure.

    “行政复议、行政诉讼分别为 3 件、2 件” makes two claims.
    """
    window = passage.windows[index]
    words = passage.text[window.start : window.figure.start]
    many = max(len(claim.quantities), len(claim.columns))
    if many < 2 or "分别" not in words:
        return {index: claim}
    last = index
    while last + 1 < len(passage.windows) and _BARE.fullmatch(passage.windows[last + 1].before):
        last += 1
    if last - index + 1 < many:
        return {index: claim}
    dealt = {}
    columns = sorted(claim.columns, key=lambda column: _position(column.words, words))
    for number in range(many):
        at = passage.windows[index + number]
        dealt[index + number] = replace(
            claim,
            figure=at.figure,
            quantities=claim.quantities[number : number + 1] or claim.quantities[:1],
            columns=tuple(columns[number : number + 1]) if len(columns) > 1 else claim.columns,
            joined="one",
            end=at.figure.end,
        )
    return dealt


def _position(pattern: Signed, words: str) -> int:
    found = pattern.search(words)
    return found.start() if found else len(words)
