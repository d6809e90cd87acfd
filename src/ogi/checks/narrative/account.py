"""What became of every number of the running text (交代): held, differs, or why neither."""

from collections.abc import Iterator
from dataclasses import dataclass

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.growth import comparisons, follows
from ogi.checks.narrative.holding import hold, readings
from ogi.checks.narrative.lists import Listing
from ogi.checks.narrative.reading import Narrative, narrative
from ogi.checks.narrative.scopes import ANOTHER, NARROWER, WIDER
from ogi.checks.narrative.shares import dealt_shares, printed_as, shares, told_shares, wholes
from ogi.checks.narrative.words import dictionary
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.form import AnnualReport

HELD, DIFFERS, APART = FATES = ("held", "differs", "not_compared")
NOT_A_QUANTITY = "日期、文号、编号或序数，不是数量"
_NUMBER = expression(r"\d+(?:[.,]\d+)*")


@dataclass(frozen=True, slots=True)
class ToldNumber:
    """A number of the running text and what became of it.

    fate       held, differs, or not_compared
    why        in Chinese: what it was held against, or why it was not
    section    the section, `paragraph` its number there, `start` to `end` its place in it
    """

    text: str
    fate: str
    why: str
    section: str
    paragraph: int
    start: int
    end: int
    cells: tuple[str, ...] = ()


def account(report: AnnualReport) -> tuple[ToldNumber, ...]:
    """Return every number of the running text, in its order, with what became of it."""
    witness = Witness(report)
    return tuple(_numbers(witness, narrative(witness)))


def _numbers(report: Witness, read: Narrative) -> Iterator[ToldNumber]:
    for passage in read.passages:
        fates = _fates(report, passage, read.listings)
        taken = [(figure.start, figure.end) for figure in passage.figures]
        spans = [(figure.start, figure.end, index) for index, figure in enumerate(passage.figures)]
        spans += [
            (*match.span(), -1)
            for match in _NUMBER.finditer(passage.sentence.text)
            if not any(start < match.end() and match.start() < end for start, end in taken)
        ]
        for start, end, index in sorted(spans):
            fate, why, cells = fates[index] if index >= 0 else (APART, NOT_A_QUANTITY, ())
            number, first, last = passage.sentence.printed_at(start, end)
            text = passage.sentence.quote(start, end)
            yield ToldNumber(text, fate, why, passage.sentence.section, number, first, last, cells)


_Fate = tuple[str, str, tuple[str, ...]]


def _apart(reason: str) -> _Fate:
    return APART, dictionary("reasons")[reason], ()


def _fates(report: Witness, passage: Passage, listings: tuple[Listing, ...]) -> list[_Fate]:
    fates = []
    for index in range(len(passage.figures)):
        claim = passage.claims.get(index)
        fate = _of_claim(report, claim) if claim else _apart(passage.vetoed.get(index, "no_cell"))
        fates.append(fate)
    for index, fate in _by_the_text(report, passage, listings):
        if fates[index][0] == APART:
            fates[index] = fate
    return fates


def _of_claim(report: Witness, claim: Claim) -> _Fate:
    if claim.figure.approximate:
        return _apart("approximate")
    if claim.scope in (ANOTHER, NARROWER, WIDER):
        return _apart("other_organ")
    with report.part():
        for each in readings(claim):
            holding = hold(report, each)
            if holding is None:
                return _apart("no_table" if claim.quantity.means else "not_in_form")
            if not holding.expected.printed:
                return _apart("blank")
            if not holding.kept and holding.base is None:
                if not claim.sure:
                    return _apart("dispute_unnamed")
                return (
                    DIFFERS,
                    f"表中{holding.says}是{holding.expected.value}",
                    holding.expected.cells,
                )
            if claim.part and holding.expected.value != claim.figure.value:
                return _apart("part")
            says = holding.base.says if holding.base else holding.says
            return HELD, f"与表中{says}相符", holding.expected.cells
    return _apart("no_table")


def _by_the_text(
    report: Witness, passage: Passage, listings: tuple[Listing, ...]
) -> Iterator[tuple[int, _Fate]]:
    """Yield what other figures of the text bear out: lists that add up, shares, changes."""
    for listing in listings:
        if listing.adds_up:
            if listing.passage is passage:
                yield from ((index, (HELD, "文中各项之和相符", ())) for index in listing.parts)
            if listing.heading is passage:
                yield listing.total, (HELD, "文中各项之和相符", ())
    positions = {figure.start: index for index, figure in enumerate(passage.figures)}
    for share in (*shares(passage), *dealt_shares(passage)):
        known = wholes(report, share)
        fits = [s for s, whole in known if printed_as(share.percent, share.part.value, whole)]
        fate = _share(fits, bool(known))
        yield positions[share.percent.start], fate
    for told in told_shares(passage):
        yield positions[told.percent.start], (HELD, "与表中的数相符", ())
    for each in comparisons(passage):
        if each.other and each.stated and each.rises is not None:
            kept = follows(each.now.value, each.other.value, each.stated, each.rises)
            fate = (HELD, "与文中两年的数相符", ()) if kept else (DIFFERS, "与文中两年的数不符", ())
            yield positions[each.stated.start], fate
            yield positions[each.other.start], fate


def _share(fits: list[str], known: bool) -> _Fate:
    if fits:
        return HELD, f"与{fits[0]}算得上", ()
    return (DIFFERS, "与文中、表中的总数都算不上", ()) if known else _apart("share_of_unknown")
