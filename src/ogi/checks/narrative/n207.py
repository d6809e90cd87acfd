"""N207: percentages in the text."""

from collections.abc import Iterator
from decimal import Decimal

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.directions import Direction, directions
from ogi.checks.narrative.figures import Figure, Number
from ogi.checks.narrative.growth import Change, changes, multiples, unplaced
from ogi.checks.narrative.holding import BASES
from ogi.checks.narrative.means import Mean, means
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import amount, end_judgement
from ogi.checks.narrative.shares import (
    Share,
    Told,
    dealt_shares,
    printed_as,
    rates,
    shares,
    stem_rates,
    told_shares,
    wholes,
)
from ogi.checks.narrative.topics import speaks_of
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N207", Severity.WARNING, cites="ogi-2019/50")
def percentages_agree(report: Witness) -> Iterator[Found]:
    """文中的百分比，应与所说的件数算得上。

    “若干件，占百分之几”用文中列出的总数，或者表中的办理结果总计、本年新收、新收与上年
    结转之和去算，有一种算得上即可；四舍五入和截尾都算对。“办结率”是办理结果总计与收到、
    结转之和的比；“按时办结率”不在此列。平均数（日均、月均、件均、场均）应与前面的总数算得上；
    “逐年上升”“较上年的若干件减少”“多于”“持平”和几个百分点，应与所说的几个数相符。

    正例：“予以公开 12 件，占 60%”，办理结果总计 20。
    反例：“予以公开 12 件，占 66%”，办理结果总计 20。
    改法：重新计算，改正百分比或件数。
    """
    known = {f.value for each in narrative(report).passages for f in each.figures}
    known |= {c.value for c in report.as_read.cells.values() if isinstance(c.value, int | Decimal)}
    for passage in narrative(report).passages:
        for change in unplaced(passage, known):
            yield _change(change)
        for share in (*shares(passage), *dealt_shares(passage)):
            if found := _share(report, share):
                yield found
        for told in told_shares(passage):
            with report.part():
                if found := _told(report, told):
                    yield found
        for change in (*changes(passage), *multiples(passage)):
            yield _change(change)
        for mean in means(passage):
            yield _mean(mean)
        for direction in directions(passage):
            yield _direction(direction)
        for rate, parts, totals in stem_rates(passage):
            if report.weigh(totals) and (found := _stem_rate(passage, rate, parts, totals)):
                yield found
        for rate in rates(passage):
            with report.part():
                if found := _rate(report, passage, rate):
                    yield found


def _share(report: Witness, share: Share) -> Found | None:
    if share.part.approximate:
        return None
    known = report.weigh(wholes(report, share))
    if not known or any(printed_as(share.percent, share.part.value, each) for _, each in known):
        return None
    says, whole = known[0]
    if not whole:
        return None
    expected = _percent(share.part.value, whole, share.percent.decimals)
    quote = share.passage.sentence.quote(share.start, share.percent.end)
    return Found(
        f"文中“{quote}”算不上：以{says}{whole}计是{expected}%",
        value=Decimal(share.percent.value),
        expected=expected,
        cells=(),
        places=(share.passage.sentence.place(share.percent.start),),
        advice="重新计算，改正百分比或件数，并写明占什么的百分比。",
    )


def _told(report: Witness, told: Told) -> Found | None:
    base = told.quantities[0].means
    part = amount(report, base, told.columns) if base else None
    known = [each for base in BASES if (each := amount(report, base)) and each.printed]
    if part is None or not part.printed or not known or not known[0].value:
        return None
    if any(printed_as(told.percent, part.value, each.value) for each in known):
        return None
    expected = _percent(part.value, known[0].value, max(told.percent.decimals, 1))
    quote = told.passage.sentence.quote(told.start, told.percent.end)
    return Found(
        f"文中“{quote}”算不上：表中是{part.value}件，以{BASES[0].says}{known[0].value}计是{expected}%",
        value=Decimal(told.percent.value),
        expected=expected,
        cells=tuple(dict.fromkeys((*part.cells, *known[0].cells))),
        places=(told.passage.sentence.place(told.percent.start),),
        advice="重新计算，改正百分比或表中的件数，并写明占什么的百分比。",
    )


def _change(change: Change) -> Found:
    quote = change.passage.sentence.quote(change.start, change.end)
    return Found(
        f"文中“{quote}”算不上：由{change.before}到{change.now}，是{change.says}",
        value=Decimal(change.stated.value),
        expected=change.expected,
        cells=(),
        places=(change.passage.sentence.place(change.stated.start),),
        advice="重新计算增减的件数或百分比，或改正两年的数。",
    )


def _mean(mean: Mean) -> Found:
    quote = mean.passage.sentence.quote(mean.start, mean.stated.end)
    return Found(
        f"文中“{quote}”与前面的{mean.total.value}{mean.total.unit}算不上",
        value=Decimal(mean.stated.value),
        cells=(),
        places=(mean.passage.sentence.place(mean.stated.start),),
        advice="重新计算平均数，并写明是什么的平均。",
    )


def _direction(each: Direction) -> Found:
    quote = each.passage.sentence.quote(each.start, each.end)
    told = "、".join(f"{figure.value}{figure.unit}" for figure in each.figures)
    return Found(
        f"文中“{quote}”，“{each.words}”与{told}不符",
        value=each.words,
        cells=(),
        places=(each.passage.sentence.place(each.start),),
        advice="核对几个数的大小和先后，改正其中一个数或升降的说法。",
    )


def _rate(report: Witness, passage: Passage, rate: Figure) -> Found | None:
    topics = list(passage.topics)
    if not speaks_of("application", topics, rate.start, rate.end, passage.setting):
        return None
    closed, received, both = (amount(report, base) for base in BASES)
    if closed is None or received is None or both is None:
        return None
    for found in (closed, received, both):
        if not found.printed:
            end_judgement(report, found.cells)
    if any(printed_as(rate, closed.value, each.value) for each in (both, received)):
        return None
    if not both.value:
        return None
    expected = _percent(closed.value, both.value, max(rate.decimals, 1))
    quote = passage.sentence.quote(max(0, rate.start - 4), rate.end)
    return Found(
        f"文中“{quote}”算不上：表中办理结果总计{closed.value}，新收与上年结转之和{both.value}，"
        f"是{expected}%",
        value=Decimal(rate.value),
        expected=expected,
        cells=tuple(dict.fromkeys((*closed.cells, *both.cells))),
        places=(passage.sentence.place(rate.start),),
        severity=Severity.WARNING,
        advice="重新计算办结率；只算到期的，写“按时办结率”。",
    )


def _stem_rate(
    passage: Passage, rate: Figure, parts: list[Figure], totals: list[Figure]
) -> Found | None:
    figures = (rate, *parts, *totals)
    loose = rate.approximate or any(figure.approximate for figure in figures)
    pairs = [(part.value, total.value) for part in parts for total in totals]
    if loose or any(printed_as(rate, part, total) for part, total in pairs):
        return None
    part, total = pairs[-1]
    expected = _percent(part, total, max(rate.decimals, 1))
    quote = passage.sentence.quote(parts[-1].start, rate.end)
    return Found(
        f"文中“{quote}”算不上：{part}在{total}中是{expected}%",
        value=Decimal(rate.value),
        expected=expected,
        cells=(),
        places=(passage.sentence.place(rate.start),),
        severity=Severity.WARNING,
        advice="重新计算，改正比率或件数，并写明是什么的比率。",
    )


def _percent(part: Number, whole: Number, decimals: int) -> Decimal:
    return round(Decimal(part) * 100 / Decimal(whole), max(decimals, 0))
