"""The stock of documents over a year (存量): last year's, what was made, what was repealed."""

from collections.abc import Iterator
from dataclasses import dataclass

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.figures import Figure, Number
from ogi.checks.narrative.words import entry

_KEYS = ("documents_issued", "documents_repealed", "documents_in_force")


@dataclass(frozen=True, slots=True)
class Opening:
    """What a sentence on documents says was in force when the year began."""

    passage: Passage
    figure: Figure
    start: int


def openings(passage: Passage) -> Iterator[Opening]:
    """Yield the stock of last year that a sentence on normative documents tells."""
    if not _on_documents(passage) or entry("sums", "reworked").search(passage.text):
        return
    for index, window in enumerate(passage.windows):
        before = passage.text[max(0, window.figure.start - 14) : window.figure.start]
        told = entry("sums", "opening").search(before)
        if (
            told
            and window.figure.unit in ("件", "份", "部", "个")
            and not window.figure.approximate
        ):
            yield Opening(passage, passage.figures[index], window.clause)


def _on_documents(passage: Passage) -> bool:
    keys = {claim.quantity.key.removesuffix("_too") for claim in passage.claims.values()}
    return bool(keys & set(_KEYS)) and "规章" not in passage.text


def expected(issued: Number, repealed: Number, in_force: Number) -> Number:
    """Return what must have been in force when the year began.

    >>> expected(9, 4, 37)
    32
    """
    return in_force - issued + repealed
