"""What a sentence adds on a count it has told (补述): “结转 1 件，系企业提出”."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.scopes import ANOTHER
from ogi.checks.narrative.vocabulary import columns_in, found_in
from ogi.checks.narrative.words import entry

_COUNTED = ("flow", "outcome")


def added(passages: Iterable[Passage]) -> Iterator[Claim]:
    """Yield the claims of a kind, a ground or a row that words behind a count add to it."""
    for passage in passages:
        for match in entry("directions", "all_are").finditer(passage.text):
            head = _head(passage, match.start())
            if head is not None:
                yield from _of(head, match["what"], match.end())


def _head(passage: Passage, position: int) -> Claim | None:
    """Return the claim of the last figure before some words, where they are of its clause."""
    before = [at for at, figure in enumerate(passage.figures) if figure.end <= position]
    claim = passage.claims.get(before[-1]) if before else None
    if claim is None or claim.scope == ANOTHER or claim.part or not claim.figure.value:
        return None
    gap = passage.text[claim.figure.end : position]
    return claim if entry("directions", "all_gap").fullmatch(gap) else None


def _of(head: Claim, what: str, end: int) -> Iterator[Claim]:
    whole = replace(head, end=end, joined="one", borrowed=False)
    family = head.quantity.family
    kinds = [each for each in columns_in(what) if each.table == "applications"]
    handed_in = entry("directions", "handed_in").search(what)
    if len(kinds) == 1 and family in _COUNTED and not head.columns and handed_in:
        yield replace(whole, columns=tuple(kinds))
    grounds = [m.quantity for m in found_in(what, "before", "application")]
    grounds = [each for each in grounds if each.family == "detail"]
    if len(grounds) == 1 and grounds[0].group == head.quantity.key and not head.columns:
        yield replace(whole, quantities=(grounds[0],), part=grounds[0].parts)
    rows = [m.quantity for m in found_in(what, "before", "dispute")]
    if family == "dispute" and head.columns and rows:
        top = max(rows, key=lambda each: each.rank)
        if top.key != head.quantity.key:
            yield replace(whole, quantities=(top,))
