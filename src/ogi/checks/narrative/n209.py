"""N209: the results listed in the text add up to the applications answered."""

from collections.abc import Iterator, Sequence

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.holding import BASES
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import Number, amount, end_judgement
from ogi.checks.narrative.scopes import ANOTHER
from ogi.checks.narrative.vocabulary import quantities
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity

_ALL = ("granted", "partly_granted", "refused", "unavailable", "declined", "otherwise")
_REACH = 3  # sentences back in which the total may be said


@rule("N209", Severity.ERROR, cites=("form", "ogi-2019/36"))
def results_add_up_to_answered(report: Witness) -> Iterator[Found]:
    """文中列出的各类办理结果，加起来应等于答复的总数。

    文中把答复的申请分成予以公开、部分公开、不予公开、无法提供、不予处理、其他处理的，
    各类之和应等于文中的答复总数；文中没有总数的，与表中（七）总计对照。没有提到的类别，
    按表中该类的数补上；加起来多于总数的，一定有一处不对。

    正例：“答复 20 件：予以公开 12 件，不予公开 3 件，无法提供 4 件，其他处理 1 件”。
    反例：“答复 20 件：予以公开 12 件，不予公开 3 件，无法提供 4 件，其他处理 6 件”。
    改法：按表中各行改正文中的各类件数或总数。
    """
    read = narrative(report).passages
    for index, passage in enumerate(read):
        listed = _listed(passage)
        if len(listed) < 3:
            continue
        before = read[max(0, index - _REACH) : index]
        with report.part():
            if found := _judge(report, passage, listed, _stated(passage, before)):
                yield found


def _listed(passage: Passage) -> list[Claim]:
    """Return the first run of results in a passage, each named once."""
    listed: list[Claim] = []
    named: set[str] = set()
    for claim in passage.claims.values():
        keys = {quantity.key for quantity in claim.quantities}
        if (
            claim.quantity.family != "outcome"
            or claim.columns
            or claim.part
            or claim.scope == ANOTHER
        ):
            continue
        if keys & named or claim.figure.approximate or claim.joined in ("any", "each"):
            break
        named |= keys
        listed.append(claim)
    return listed


def _stated(passage: Passage, before: Sequence[Passage]) -> Claim | None:
    """Return the claim of how many were answered, or else received, nearest to the list."""
    near = [
        claim
        for each in (passage, *reversed(before))
        if each.sentence.section == passage.sentence.section
        for claim in reversed(each.claims.values())
        if not (claim.columns or claim.part or claim.figure.approximate)
    ]
    answered = [claim for claim in near if claim.quantities[-1].key in ("closed", "handled")]
    received = [claim for claim in near if claim.quantity.key == "received"]
    return next(iter(answered + received), None)


def _judge(
    report: Witness, passage: Passage, listed: list[Claim], stated: Claim | None
) -> Found | None:
    added: Number = sum(claim.figure.value for claim in listed)
    named = {quantity.key for claim in listed for quantity in claim.quantities}
    rest = _rest(report, named)
    totals = _totals(report, stated)
    if not totals:
        end_judgement(report, ("applications.closed.total",))
    if rest is None:
        return None
    total, says = totals[0]
    if any(added <= known <= added + rest for known, _ in totals):
        return None
    certain = rest == 0 and stated is not None and _answered_here(stated)
    terms = "+".join(str(claim.figure.value) for claim in listed)
    left = f"（文中没有列出的各类，表中共{rest}）" if rest else ""
    start, end = listed[0].start, listed[-1].end
    return Found(
        f"文中列出的各类办理结果是{terms}，之和是{added}{left}，{says}是{total}",
        value=added,
        expected=total,
        cells=() if stated else ("applications.closed.total",),
        places=(passage.sentence.place(start), passage.sentence.place(end)),
        severity=Severity.ERROR if certain else Severity.WARNING,
        advice="按表中各行逐类核对，改正文中的各类件数或总数。",
    )


def _answered_here(stated: Claim) -> bool:
    return stated.sure and not stated.scope and stated.quantity.key != "received"


def _rest(report: Witness, named: set[str]) -> Number | None:
    """Return what the table has in the results that the text does not name."""
    rest: Number = 0
    for key in _ALL:
        base = quantities()[key].means
        if key in named or base is None:
            continue
        found = amount(report, base)
        if found is None or not found.printed:
            return None
        rest += found.value
    return rest


def _totals(report: Witness, stated: Claim | None) -> list[tuple[Number, str]]:
    """Return what the results may add up to, the likeliest first."""
    totals: list[tuple[Number, str]] = []
    if stated is not None:
        totals.append((stated.figure.value, f"文中“{stated.quote}”"))
    for base in BASES:
        found = amount(report, base)
        if found is not None and found.printed:
            totals.append((found.value, f"表中{base.says}"))
    return totals
