"""Parts (部分): figures of a sentence that divide another, or are told beside another."""

import re
from dataclasses import replace

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.vocabulary import columns_in, quantities
from ogi.checks.narrative.words import entry

_HEADS = ("received", "handled", "applied", "closed")
_DECISIONS = ("licensing", "penalties", "coercion")
_RESULTS = ("outcome", "detail")


def settle(passage: Passage) -> None:
    """Say of the claims of a sentence which are parts, and which are meant strictly."""
    _mark_partitions(passage)
    _mark_results(passage)
    _mark_of_a_kind(passage)
    _mark_strict(passage)
    _note_asides(passage)
    _mark_decisions(passage)
    _mark_published(passage)


def _mark_decisions(passage: Passage) -> None:
    """Take decisions of two kinds told side by side as all that were decided."""
    told = {
        at: claim
        for at, claim in passage.claims.items()
        if claim.quantity.key in _DECISIONS and not claim.scope and claim.joined == "one"
    }
    aside = entry("lists", "made_public").search(passage.text) or "其中" in passage.text
    if len({claim.quantity.key for claim in told.values()}) < 2 or len(told) > 3 or aside:
        return
    for at, claim in told.items():
        whole = quantities()[f"{claim.quantity.key}_told"]
        passage.claims[at] = replace(claim, quantities=(whole,), part=False)


def _mark_published(passage: Passage) -> None:
    """Mark decisions as parts where the sentence tells how many were made public."""
    for index, claim in passage.claims.items():
        if claim.quantity.family != "decisions" or not claim.figure.value:
            continue
        since = passage.text.rfind("；", 0, claim.figure.start) + 1
        if entry("lists", "made_public").search(passage.text, since, claim.figure.start):
            passage.claims[index] = replace(claim, part=True)


def _plain(passage: Passage, *keys: str) -> list[tuple[int, Claim]]:
    return [
        (index, claim)
        for index, claim in passage.claims.items()
        if claim.quantities[-1].key in keys and not claim.columns
    ]


def _head(passage: Passage, index: int) -> Claim | None:
    """Return the count of applications that a sentence gives before a figure."""
    heads = [claim for at, claim in _plain(passage, *_HEADS) if at < index and not claim.part]
    return heads[0] if heads else None


def _mark_partitions(passage: Passage) -> None:
    """Mark several counts of what was answered, or one told with its manner, as parts.

    “其中 11 件在 10 个工作日内办结，3 件延期办结” divides the count before it.
    """
    answered = _plain(passage, "closed", "handled")
    for index, claim in answered:
        head = _head(passage, index)
        if head is None or claim.figure.value >= head.figure.value:
            continue
        others = [
            other for at, other in answered if at != index and other is not head and not other.part
        ]
        window = passage.windows[index]
        manner = entry("lists", "manner").search(window.before + window.after)
        weak = entry("lists", "manner_weak").search(window.before + window.after)
        several = any(other.figure.value < head.figure.value for other in others)
        if several or manner or (weak and window.led):
            passage.claims[index] = replace(claim, part=True)


def _mark_results(passage: Passage) -> None:
    """Mark “答复 10 件” as a part where it is told as one result among others."""
    for index, claim in _plain(passage, "closed", "handled"):
        head = _head(passage, index)
        if head is None or claim.figure.value >= head.figure.value or claim.part:
            continue
        beside = [
            other
            for at, other in passage.claims.items()
            if at > index and other.quantity.family in _RESULTS and other.figure.value
        ]
        if not beside:
            continue
        gap = passage.text[claim.figure.end : beside[0].figure.start]
        inside = re.search(r"其中|包括|含|：|（", gap)
        added = claim.figure.value + sum(other.figure.value for other in beside)
        if not inside and (passage.windows[index].led or added <= head.figure.value):
            passage.claims[index] = replace(claim, part=True)


def _mark_of_a_kind(passage: Passage) -> None:
    """Mark results as parts where they are those of one kind of applicant told before them."""
    of_a_kind = False
    for index, window in enumerate(passage.windows):
        claim = passage.claims.get(index)
        if "；" in passage.text[window.previous : window.clause]:
            of_a_kind = False
        if claim and claim.quantity.family in _RESULTS and not claim.columns:
            if of_a_kind:
                passage.claims[index] = replace(claim, part=True)
        elif claim and claim.quantity.key in _HEADS and not claim.columns:
            of_a_kind = False
        elif columns_in(window.before) and window.figure.kind == "items":
            of_a_kind = "公开" not in window.before


def _mark_strict(passage: Passage) -> None:
    """Take “新收” beside “上年结转”, and “办结” beside “结转下年”, at their word."""
    for opening, *closing in (("received", "carried_in"), ("closed", "carried_out", "carried")):
        beside = [
            claim for index, claim in _plain(passage, *closing) if not _included(passage, index)
        ]
        for index, claim in _plain(passage, opening):
            told_new = "新" in passage.windows[index].before[-12:]
            exact = told_new and opening == "received"
            if (beside or exact) and not claim.part and claim.joined == "one":
                passage.claims[index] = replace(claim, strict=True)


def _included(passage: Passage, index: int) -> bool:
    """Say whether a figure is told within another: in brackets, or behind 其中 or 含."""
    window = passage.windows[index]
    before = passage.text[max(0, window.clause - 4) : window.figure.start]
    return window.led or bool(re.search(r"（|含|包括|其中", before))


def _note_asides(passage: Passage) -> None:
    """Note the figures that a sentence takes out of a count, or puts in."""
    for index, claim in _plain(passage, *_HEADS):
        beside = tuple(
            other.figure.value
            for at, other in enumerate(passage.windows)
            if at != index
            and other.figure.kind == "items"
            and entry("lists", "asides").search(passage.text, other.previous, other.end)
        )
        if beside and not claim.strict:
            passage.claims[index] = replace(claim, asides=beside)
