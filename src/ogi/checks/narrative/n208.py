"""N208: what the text says a total is made of adds up to it."""

from collections.abc import Iterator
from decimal import Decimal

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.holding import BASES
from ogi.checks.narrative.lists import Listing
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import Number, amount
from ogi.checks.narrative.runs import Run, runs
from ogi.checks.narrative.spans import Span, spans
from ogi.checks.narrative.sums import (
    Sum,
    conversions,
    of_a_total_elsewhere,
    rests,
    sums,
    untotalled,
)
from ogi.checks.narrative.vocabulary import quantities
from ogi.checks.narrative.words import entry
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity

_PAIR = 10  # the same of two parts
_NEARLY = 6  # parts that lack less than one in this many were probably meant to be all


@rule("N208", Severity.ERROR, cites="ogi-2019/50")
def parts_add_up(report: Witness) -> Iterator[Found]:
    """文中一个总数后面列出的各项，加起来应等于总数。

    “分别为”“分为”列出的，或者最后一项是“其他”的，各项应当是全部，加起来不等于总数就是
    算错。“其中”列出的可以不全，但不应多于总数；各项可能有重叠，所以只作提示。按发布渠道
    列出的会有重叠，只作备注。没有“其中”一类词、只是并列的几个数，加起来与前面的总数相差不大，
    又不等于文中别的数的，也作提示。写明了起止年份的“几年”，应是那么多年。

    正例：“公开信息 64 条，其中公告 52 条、解读 6 条、其他 6 条”。
    反例：“公开信息 64 条，其中公告 52 条、解读 6 条、其他 16 条”，加起来是 74。
    改法：重新统计各项，改正其中一项或总数。
    """
    apart = _apart(report)
    told: set[tuple[int, int]] = set()
    for listing in narrative(report).listings:
        report.weigh(not _approximate(listing))
        if _of_what_was_told(report, listing):
            continue
        severity = _severity(listing) or _of_answers(report, listing)
        place = _place(listing.passage, listing.parts[0])
        if severity is not None and (severity is not Severity.NOTE or place not in apart):
            told.add(place)
            yield _found(listing, severity)
    yield from (_not_made(run) for place, run in apart.items() if place not in told)
    yield from _of_sums(report)
    for passage in narrative(report).passages:
        yield from (_not_so_many(span) for span in spans(passage, report.year) if not span.kept)


def _not_so_many(span: Span) -> Found:
    return Found(
        f"文中“{span.quote}”，{span.first}年到{span.last}年是{span.last - span.first + 1}年",
        value=span.many,
        expected=span.last - span.first + 1,
        cells=(),
        places=(span.passage.sentence.place(span.start),),
        severity=Severity.WARNING,
        advice="改正年数或起止的年份。",
    )


def _apart(report: Witness) -> dict[tuple[int, int], Run]:
    """Return the runs that make no total, by their place."""
    read, known = narrative(report), list[Number]()
    with report.part():
        bases = (amount(report, base) for base in BASES)
        known = [each.value for each in bases if each and each.printed]
    kept = {_place(each.passage, each.parts[0]) for each in read.listings if each.adds_up}
    found = {_place(run.passage, run.parts[0]): run for run in runs(read.passages, known)}
    return {place: run for place, run in found.items() if place not in kept}


def _of_sums(report: Witness) -> Iterator[Found]:
    """Yield the totals behind their parts, and what is left of a total, that are wrong."""
    read = narrative(report).passages
    known: list[Number] = []
    if any(of_a_total_elsewhere(passage) for passage in read):
        with report.part():
            bases = (amount(report, base) for base in BASES)
            known = [each.value for each in bases if each and each.printed]
    for index, passage in enumerate(read):
        if found := _of_applications(report, passage, read[max(0, index - 2) : index], known):
            yield found
        before = [p for p in read[:index] if p.sentence.section == passage.sentence.section]
        for told in (*sums(passage), *rests(passage, before, known), *conversions(passage)):
            if report.weigh(told) and not told.kept and not _is_carried_out(report, told):
                yield _not_the_sum(told)


def _is_carried_out(report: Witness, told: Sum) -> bool:
    """Tell whether what is said to be left is what the table carries over, last year's included."""
    base = quantities()["carried_out"].means
    if not told.rest or base is None:
        return False
    figure, found = told.passage.figures[told.told], None
    with report.part():
        found = amount(report, base)
    return found is not None and found.printed and found.value == figure.value


def _of_applications(
    report: Witness, passage: Passage, before: tuple[Passage, ...], known: list[Number]
) -> Found | None:
    """Judge a list of applications by their way or their subject, whose total stands elsewhere."""
    run = untotalled(passage)
    if not run or not report.weigh(known):
        return None
    added = sum(passage.figures[at].value for at in run)
    told = [f.value for each in before for f in each.figures if f.kind == "items"]
    told += [f.value for f in passage.figures if f.end <= passage.figures[run[0]].start]
    near = [each for each in known if Decimal(each - added).copy_abs() * _NEARLY <= each]
    if not near or added in (*known, *told):
        return None
    first, last = passage.figures[run[0]], passage.figures[run[-1]]
    quote = passage.sentence.quote(passage.windows[run[0]].clause, last.end)
    terms = "+".join(str(passage.figures[at].value) for at in run)
    return Found(
        f"文中“{quote}”，{terms}，之和是{added}，与申请总数{near[0]}差{abs(near[0] - added)}",
        value=added,
        expected=near[0],
        cells=(),
        places=(passage.sentence.place(first.start),),
        severity=Severity.WARNING,
        advice="逐项核对；没有列全或者有重叠的，在文中写明。",
    )


def _place(passage: Passage, index: int) -> tuple[int, int]:
    return id(passage), passage.figures[index].start


def _not_made(run: Run) -> Found:
    passage, total = run.passage, run.heading.figures[run.total]
    last = passage.figures[run.parts[-1]]
    quote = passage.sentence.quote(passage.windows[run.parts[0]].clause, last.end)
    terms = "+".join(str(passage.figures[at].value) for at in run.parts)
    return Found(
        f"文中“{quote}”，{terms}，之和是{run.added}，前面写的是{total.value}{total.unit}",
        value=total.value,
        expected=run.added,
        cells=(),
        places=(passage.sentence.place(passage.figures[run.parts[0]].start),),
        severity=Severity.WARNING,
        advice="重新统计各项，改正总数或其中一项；各项有重叠或没有列全的，在文中写明。",
    )


def _not_the_sum(each: Sum) -> Found:
    passage, figure = each.passage, each.passage.figures[each.told]
    first, unit = each.parts[0], figure.unit
    quote = passage.sentence.quote(passage.windows[first].clause, figure.end)
    sign = "-" if each.rest else "+"
    values = sign.join(str(passage.figures[part].value) for part in each.parts)
    terms = f"{values}是" if len(each.parts) > 1 else ""
    return Found(
        f"文中“{quote}”算不上：{terms}{each.expected}{unit}，文中写{figure.value}{unit}",
        value=figure.value,
        expected=each.expected,
        cells=(),
        places=(passage.sentence.place(figure.start),),
        severity=Severity.WARNING,
        advice="重新计算，改正其中一个数；口径不同或者没有列全的，在文中写明。",
    )


def _of_what_was_told(report: Witness, listing: Listing) -> bool:
    """Say whether a list in a sentence of its own adds up to another figure told before it."""
    if listing.heading is listing.passage:
        return False
    read = narrative(report).passages
    at = read.index(listing.passage)
    told = [f.value for each in read[max(0, at - 3) : at] for f in each.figures]
    return sum(listing.values) in told


def _severity(listing: Listing) -> Severity | None:
    passage, total = listing.passage, listing.total_figure
    families = {passage.claims[n].quantity.family for n in listing.parts if n in passage.claims}
    if listing.adds_up or _approximate(listing):
        return None
    if families & {"flow", "outcome", "detail"} and not (_kinds(listing) or _by_manner(listing)):
        return None  # other rules hold them against each other
    added = sum(listing.values)
    if listing.nested or (len(listing.parts) == 1 and added <= total.value):
        return None
    if listing.bare:
        near = Decimal(total.value - added).copy_abs() * _NEARLY <= total.value
        return Severity.WARNING if near else None
    if entry("lists", "channels").search(listing.words):
        return Severity.NOTE if listing.complete or added > total.value else None
    if listing.complete and len(listing.parts) > 2:
        return Severity.ERROR if _one_unit(listing) else Severity.WARNING
    if added > total.value:
        return Severity.WARNING
    if listing.complete:
        return Severity.WARNING
    nearly = (total.value - added) * (_NEARLY if len(listing.parts) > 2 else _PAIR) <= total.value
    if not nearly or len(listing.parts) < 2:
        return None
    partial = entry("lists", "partial").search(listing.words)
    return Severity.NOTE if partial else Severity.WARNING


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


def _by_manner(listing: Listing) -> bool:
    """Say whether applications are listed by the way they came, or by who answered them."""
    claims = [listing.passage.claims.get(index) for index in listing.parts]
    return all(claim is None or claim.part or claim.scope for claim in claims)


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
