"""N213: one quantity that the text states twice, differently."""

from collections.abc import Iterator

from ogi.checks.narrative.claim import Claim, Passage
from ogi.checks.narrative.holding import hold
from ogi.checks.narrative.lists import Listing
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.scopes import ANOTHER, NARROWER
from ogi.checks.narrative.words import entry
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity

_LABEL = 5  # a name shorter than this may mean many things
_ADVICE = "核实后用同一个数字；两处口径不同的，分别写明。"


@rule("N213", Severity.WARNING, cites="ogi-2019/50")
def one_quantity_has_one_figure(report: Witness) -> Iterator[Found]:
    """同一个数在文中写了两次的，应当一致。

    收到、答复、结转、复议、诉讼件数和主动公开信息总数，在文中不同地方写的应是同一个数；
    两处都与表格的某种口径相符的除外。列表中某一类信息的条数，与别处专写这一类时的总数
    不同的，作备注，因为两处的口径可能不同。

    正例：第一部分“主动公开信息 64 条”，第六部分也是 64 条。
    反例：第一部分“收到申请 34 件”，第五部分“全年收到申请 43 件”。
    改法：核实后用同一个数字；口径不同的，分别写明。
    """
    with report.part():  # what the cells say only explains; the rule rests on the text
        yield from _same_quantity(report)
    yield from _same_field(report)


def _same_quantity(report: Witness) -> Iterator[Found]:
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for claim in narrative(report).claims:
        if _comparable(claim):
            key = (claim.quantity.key, claim.columns, claim.scope, claim.figure.unit in ("元",))
            groups.setdefault(key, []).append(claim)
    for claims in groups.values():
        first = claims[0]
        report.weigh(len(claims) > 1)
        for other in claims[1:]:
            differs = other.figure.value != first.figure.value
            if differs and not (_explained(report, first) and _explained(report, other)):
                alike = ("累计" in first.quote) == ("累计" in other.quote)
                grave = first.sure and other.sure and alike and not _in_the_table(report, first)
                yield _found(first, other, Severity.WARNING if grave else Severity.NOTE)
                break


def _in_the_table(report: Witness, claim: Claim) -> bool:
    """Say whether the table prints the quantity: then other rules hold both against it."""
    holding = hold(report, claim)
    return holding is not None and holding.expected.printed


def _comparable(claim: Claim) -> bool:
    plain = claim.joined == "one" and not claim.part and not claim.borrowed
    return (
        plain
        and claim.scope not in (ANOTHER, NARROWER)
        and not claim.figure.approximate
        and claim.quantity.severity != "note"
        and claim.figure.kind in ("items", "money", "")
    )


def _explained(report: Witness, claim: Claim) -> bool:
    """Say whether the table has this figure, on one base or another."""
    holding = hold(report, claim)
    return holding is not None and (holding.kept or holding.base is not None)


def _found(first: Claim, other: Claim, severity: Severity) -> Found:
    return Found(
        f"文中一处写“{first.quote}”，一处写“{other.quote}”，两处的数不同",
        value=other.figure.value,
        expected=first.figure.value,
        cells=(),
        places=(first.place, other.place),
        severity=severity,
        advice=_ADVICE,
    )


def _same_field(report: Witness) -> Iterator[Found]:
    read = narrative(report)
    totals = [each for passage in read.passages for each in _field_totals(passage)]
    for listing in read.listings if totals else ():
        for part in listing.parts:
            label = listing.label(part)
            for telling, index in totals:
                other = telling is not listing.passage
                named = other and len(label) >= _LABEL and _named(telling, index, label)
                if report.weigh(named) and _differ(listing, part, telling, index):
                    yield _field_found(listing.passage, part, telling, index, label)


def _field_totals(passage: Passage) -> Iterator[tuple[Passage, int]]:
    """Yield the only total of what was published in a field that a passage speaks of."""
    units = [figure.unit for figure in passage.figures]
    for index, window in enumerate(passage.windows):
        alone = units.count(window.figure.unit) == 1 and window.figure.kind == "items"
        if alone and entry("lists", "field_total").search(window.before):
            yield passage, index


def _named(telling: Passage, index: int, label: str) -> bool:
    return label in telling.text[: telling.figures[index].start]


def _differ(listing: Listing, part: int, telling: Passage, index: int) -> bool:
    total, figure = telling.figures[index], listing.passage.figures[part]
    return total.unit == figure.unit and total.value != figure.value


def _field_found(listed: Passage, part: int, telling: Passage, index: int, label: str) -> Found:
    one, two = listed.figures[part], telling.figures[index]
    first = listed.sentence.quote(listed.windows[part].clause, one.end)
    second = telling.sentence.quote(telling.windows[index].clause, two.end)
    return Found(
        f"文中一处写“{first}”，一处写{label}“{second}”，两处的数不同",
        value=one.value,
        expected=two.value,
        cells=(),
        places=(listed.sentence.place(one.start), telling.sentence.place(two.start)),
        severity=Severity.NOTE,
        advice=_ADVICE,
    )
