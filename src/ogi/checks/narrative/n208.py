"""N208: what the text says a total is made of adds up to it."""

from collections.abc import Iterator

from ogi.checks.narrative.holding import BASES
from ogi.checks.narrative.lists import Listing
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import amount
from ogi.checks.narrative.words import entry
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity

_NEARLY = 10  # parts that lack less than one in this many were probably meant to be all


@rule("N208", Severity.ERROR, cites="ogi-2019/50")
def parts_add_up(report: Witness) -> Iterator[Found]:
    """文中一个总数后面列出的各项，加起来应等于总数。

    “分别为”“分为”列出的，或者最后一项是“其他”的，各项应当是全部，加起来不等于总数就是
    算错。“其中”列出的可以不全，但不应多于总数；各项可能有重叠，所以只作提示。按发布渠道
    列出的会有重叠，只作备注。

    正例：“公开信息 64 条，其中公告 52 条、解读 6 条、其他 6 条”。
    反例：“公开信息 64 条，其中公告 52 条、解读 6 条、其他 16 条”，加起来是 74。
    改法：重新统计各项，改正其中一项或总数。
    """
    for listing in narrative(report).listings:
        report.weigh(not _approximate(listing))
        severity = _severity(listing) or _of_answers(report, listing)
        if severity is not None:
            yield _found(listing, severity)


def _severity(listing: Listing) -> Severity | None:
    passage, total = listing.passage, listing.total_figure
    families = {passage.claims[n].quantity.family for n in listing.parts if n in passage.claims}
    if listing.adds_up or _approximate(listing):
        return None
    if families & {"flow", "outcome", "detail"} and not _kinds(listing):
        return None  # other rules hold them against each other
    added = sum(listing.values)
    if listing.nested or (len(listing.parts) == 1 and added <= total.value):
        return None
    if entry("lists", "channels").search(listing.words):
        return Severity.NOTE if listing.complete or added > total.value else None
    if listing.complete and len(listing.parts) > 2:
        return Severity.ERROR if _one_unit(listing) else Severity.WARNING
    if added > total.value:
        return Severity.WARNING
    if listing.complete:
        return Severity.WARNING
    nearly = len(listing.parts) > 2 and (total.value - added) * _NEARLY <= total.value
    return Severity.NOTE if nearly else None


def _of_answers(report: Witness, listing: Listing) -> Severity | None:
    """Say how grave it is that answers told by their manner add up to no total at all."""
    claims = [listing.passage.claims.get(index) for index in listing.parts]
    told = [claim for claim in claims if claim and claim.part and claim.quantity.key == "closed"]
    if len(told) < 2 or len(told) < len(claims) or listing.adds_up:
        return None
    added = sum(listing.values)
    with report.part():
        known = [amount(report, base) for base in BASES]
    if any(each is None or not each.printed or each.value == added for each in known):
        return None
    return Severity.WARNING


def _approximate(listing: Listing) -> bool:
    figures = (listing.passage.figures[index] for index in listing.parts)
    return any(figure.approximate for figure in (listing.total_figure, *figures))


def _kinds(listing: Listing) -> bool:
    claims = [listing.passage.claims.get(index) for index in listing.parts]
    return all(claim is not None and claim.columns for claim in claims)


def _one_unit(listing: Listing) -> bool:
    return listing.total_figure.unit == listing.passage.figures[listing.parts[0]].unit


def _found(listing: Listing, severity: Severity) -> Found:
    heading, total, added = listing.heading, listing.total_figure, sum(listing.values)
    start = heading.windows[listing.total].clause
    quote = heading.sentence.quote(start, total.end)
    terms = "+".join(str(value) for value in listing.values)
    apart = f"多{added - total.value}" if added > total.value else f"少{total.value - added}"
    count = f"列出的{len(listing.parts)}项" if len(listing.parts) > 1 else "其中一项"
    reckoned = f"{terms}，之和是{added}" if len(listing.parts) > 1 else terms
    return Found(
        f"文中“{quote}”，{count}是{reckoned}，比总数{apart}",
        value=total.value,
        expected=added,
        cells=(),
        places=(heading.sentence.place(total.start),),
        severity=severity,
        advice="重新统计各项，改正总数或其中一项；各项有重叠或没有列全的，在文中写明。",
    )
