"""Y150: what the text says of last year, against last year's report."""

from collections.abc import Iterator

from ogi.checks.narrative.growth import Comparison, by, comparisons, follows
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import amount, end_judgement
from ogi.checks.rule import CannotSay, Found, Scope, rule
from ogi.checks.witness import Witness
from ogi.checks.years.pair import unlike
from ogi.findings import Severity


@rule(
    "Y150",
    Severity.WARNING,
    cites=("form-2021", "ogi-2019/50"),
    advice="对照上年年报，改正增减的方向、件数或百分比。",
    scope=Scope.YEAR_PAIR,
)
def growth_follows_from_last_year(
    report: Witness, previous: Witness
) -> Iterator[Found | CannotSay]:
    """文中说比上年增加或减少的，应与上年年报的数相符。

    文中的数用本年的表，上年的数用上年年报同一格：方向应当一致；写了件数或百分比的，也应当算得上。

    正例：上年收到 20 件，本年收到 8 件，写“比上年减少12件”。
    反例：上年收到 20 件，本年收到 8 件，写“比上年有所增加”。
    改法：对照上年年报改正。
    """
    if why := unlike(report, previous):
        yield why
        return
    for passage in narrative(report).passages:
        for each in comparisons(passage):
            with report.part():
                if found := _judge(report, previous, each):
                    yield found


def _judge(report: Witness, previous: Witness, each: Comparison) -> Found | None:
    claim = each.claim
    base = claim.quantity.means if claim and claim.joined == "one" and not claim.part else None
    if base is None or claim is None or claim.scope or each.rises is None:
        return None
    now, before = amount(report, base, claim.columns), amount(previous, base, claim.columns)
    if now is None or before is None or not before.printed:
        return None
    if not now.printed:
        end_judgement(report, now.cells)
    if now.value != each.now.value or (each.stated and each.stated.approximate):
        return None
    if each.stated is None:
        kept = now.value != before.value and (now.value > before.value) == each.rises
    else:
        kept = follows(now.value, before.value, each.stated, each.rises)
    if kept:
        return None
    says = by(now.value, before.value, each.stated or each.now)[1]
    quote = passage_quote(each)
    return Found(
        f"文中“{quote}”，上年年报“{base.says}”是{before.value}，本年{now.value}，{says}",
        value=each.stated.value if each.stated else now.value,
        expected=before.value,
        places=(each.passage.sentence.place(each.now.start),),
    )


def passage_quote(each: Comparison) -> str:
    """Return the words of a comparison as printed."""
    return each.passage.sentence.quote(each.start, each.end)
