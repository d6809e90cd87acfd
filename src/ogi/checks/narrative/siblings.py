"""Results that a sentence tells beside one another, though the form has one group for them."""

from dataclasses import replace

from ogi.checks.narrative.claim import Passage
from ogi.expression import expression

_INSIDE = expression(r"其中|包括|包含|（[^）]*$")


def mark_parts(passage: Passage) -> None:
    """Mark a group as a part where details of the group stand beside it, not within it.

    “无法提供 4 件，信息不存在 3 件” gives the group （四）无法提供 in two parts.
    """
    for index, claim in list(passage.claims.items()):
        group = claim.quantity.family == "outcome" and not claim.columns and not claim.part
        if group and (_has_sibling(passage, index) or _is_told_otherwise(passage, index)):
            passage.claims[index] = replace(claim, part=True)


def _has_sibling(passage: Passage, index: int) -> bool:
    key = passage.claims[index].quantity.key
    for number, other in passage.claims.items():
        if other.quantity.group == key and other.quantities[-1].key != key:
            between = passage.text[passage.figures[index].end : other.figure.start]
            if number < index or not _INSIDE.search(between):
                return True
    return False


def _is_told_otherwise(passage: Passage, index: int) -> bool:
    """Say whether other words for the same result have a figure of their own."""
    claim = passage.claims[index]
    if claim.quantity.besides is None:
        return False
    found = claim.quantity.besides.finditer(passage.text)
    return any(not claim.start <= match.start() < claim.end for match in found)
