"""Hold a claim against the table: it holds, it holds on another base, or it does not."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from ogi.checks.narrative.bases import Base
from ogi.checks.narrative.claim import Claim
from ogi.checks.narrative.reading import narrative
from ogi.checks.narrative.reckoning import (
    KINDS,
    Amount,
    Number,
    amount,
    end_judgement,
    row_sum,
)
from ogi.checks.narrative.scopes import ANOTHER, NARROWER, WIDER
from ogi.checks.narrative.vocabulary import Column, quantities
from ogi.checks.narrative.words import entry
from ogi.checks.rule import Found
from ogi.checks.witness import Witness
from ogi.expression import expression
from ogi.findings import Severity
from ogi.form import CellPattern

_SCOPES = {
    NARROWER: "文中所说像是一部分机关的数，表中可能是整个地区的数",
    WIDER: "文中所说像是整个地区或系统的数，表中可能只是本机关的数",
}
_ADVICE = "对照登记台账核实，改正正文或表格中填错的一处。"
_BASE_ADVICE = "在文中写明这一数字的口径（例如是否含上年结转），或改用表中相应的数字。"
_SCOPE_ADVICE = "在文中写明这一数字是谁的数；与表格同一口径的，改正填错的一处。"
_CLAUSE = expression(r"[^，。；]*")
_RECEIVED = CellPattern("applications.received.{column}")
_CARRIED = CellPattern("applications.carried_in.{column}")
_CLOSED = CellPattern("applications.closed.{column}")
# What results and shares of applications are counted on, the likeliest first.
BASES = (
    Base("办理结果总计", (_CLOSED,)),
    Base("本年新收总计", (_RECEIVED,)),
    Base("本年新收与上年结转之和", (_RECEIVED, _CARRIED)),
)


@dataclass(frozen=True, slots=True)
class Holding:
    """What came of holding a claim: the amount it should be, and the base it is on.

    `kept` says that it holds; `base` is another base on which it holds.
    """

    expected: Amount
    says: str
    kept: bool
    base: Base | None = None


def held(report: Witness, rule: str) -> Iterator[Found]:
    """Yield what does not hold of the claims that belong to a rule."""
    said: set[str] = set()
    claims = narrative(report).claims
    for claim in claims:
        if claim.rule != rule or claim.figure.approximate:
            continue
        if claim.scope == ANOTHER and not _of_a_body(claim, claims):
            continue
        for each in readings(claim):
            with report.part():
                found = _judge(report, each)
                if found and found.message not in said:
                    said.add(found.message)
                    yield found


def _of_a_body(claim: Claim, claims: tuple[Claim, ...]) -> bool:
    """Say whether decisions are told of one body of the organ, and of no other."""
    if claim.quantity.family != "decisions" or claim.part:
        return False
    alike = [each for each in claims if each.quantity.key == claim.quantity.key]
    return len(alike) == 1 and bool(entry("scopes", "body").search(claim.quote))


def readings(claim: Claim) -> list[Claim]:
    """Return the claims that one makes: of “各 1 件” one for each quantity and each column."""
    if claim.joined != "each":
        return [claim]
    columns: list[tuple[Column, ...]] = [(column,) for column in claim.columns] or [()]
    return [
        replace(claim, quantities=(quantity,), columns=each)
        for quantity in claim.quantities
        for each in columns
    ]


def _judge(report: Witness, claim: Claim) -> Found | None:
    holding = hold(report, claim)
    if holding is None or holding.kept:
        return None
    if not holding.expected.printed:
        end_judgement(report, holding.expected.cells)
    return _found(report, claim, holding)


def hold(report: Witness, claim: Claim) -> Holding | None:
    """Hold a claim against the cells; None where the form has none for it."""
    value = claim.value
    meant, others = _bases(claim)
    known = _amounts(report, meant, claim)
    if not known:
        return None
    for base, found in known:
        if found.printed and (_rounded(claim, found) or _printed_apart(report, found, value)):
            return Holding(found, base.says, kept=True)
    base, expected = known[0]
    if claim.part and expected.printed and value <= expected.value:
        return Holding(expected, base.says, kept=True)
    for other, found in _amounts(report, others, claim):
        if found.printed and found.value == value:
            kept = claim.borrowed or not expected.printed or _explained(claim)
            return Holding(expected, base.says, kept, other)
    told = _told_apart(claim, expected) or _manner_of_speaking(report, claim, base)
    return Holding(expected, base.says, kept=told)


def _told_apart(claim: Claim, expected: Amount) -> bool:
    """Say whether the sentence itself tells what makes the difference to the cell."""
    apart = abs(claim.figure.value - expected.value)
    return expected.printed and bool(apart) and apart in (*claim.asides, sum(claim.asides))


def _amounts(report: Witness, bases: tuple[Base, ...], claim: Claim) -> list[tuple[Base, Amount]]:
    """Return the sums of those bases that the form has."""
    found = ((base, amount(report, base, claim.columns)) for base in bases)
    return [(base, known) for base, known in found if known is not None]


def _rounded(claim: Claim, found: Amount) -> bool:
    """Say whether a figure is the sum; an amount of money may be rounded to its digits."""
    apart = abs(Decimal(claim.value) - Decimal(found.value))
    whole = claim.value == claim.figure.value
    unit = Decimal(1).scaleb(-claim.figure.decimals) if whole else Decimal("0.01")
    return not apart or (claim.figure.kind == "money" and apart < unit)


def _explained(claim: Claim) -> bool:
    """Say whether the words behind a figure name the base it is on."""
    following = claim.sentence.text[claim.figure.end : claim.figure.end + 8]
    return bool(entry("topics", "explained").search(following))


def _manner_of_speaking(report: Witness, claim: Claim, base: Base) -> bool:
    """“收到公民申请 20 件” may mean all of them."""
    behind = _CLAUSE.match(claim.sentence.text, claim.figure.end)
    if (
        not claim.columns
        or claim.borrowed
        or (behind and any(column.words.search(behind.group()) for column in claim.columns))
    ):
        return False
    total = amount(report, base)
    return total is not None and total.printed and total.value == claim.figure.value


def _bases(claim: Claim) -> tuple[tuple[Base, ...], tuple[Base, ...]]:
    known = [quantity for quantity in claim.quantities if quantity.means]
    means = tuple(quantity.means for quantity in known if quantity.means)
    if claim.joined == "sum" and len(means) > 1:
        cells = tuple(dict.fromkeys(cell for base in means for cell in base.cells))
        return (Base("与".join(base.says for base in means), cells),), ()
    if not claim.figure.value:
        return means, ()  # that there was none of something is not said of another base
    if claim.strict:
        return means, ()
    led = claim.sentence.text[max(0, claim.start - 3) : claim.start + 3].count("其中")
    if claim.quantity.family == "dispute" and claim.columns and claim.borrowed and not led:
        return means + _of_disputes(), ()
    return (
        means + tuple(base for quantity in known for base in quantity.same),
        tuple(base for quantity in known for base in quantity.others),
    )


def _of_disputes() -> tuple[Base, ...]:
    """Return what “尚未审结 3 件” may be of, where several kinds of disputes are told before it."""
    bases = [quantities()[key].means for key in ("review", "suits", "direct_suit")]
    known = [base for base in (*bases, quantities()["suit_after_review"].means) if base]
    every = tuple(cell for base in known[:2] for cell in base.cells)
    return (*known, Base("行政复议与行政诉讼", every))


def _printed_apart(report: Witness, found: Amount, value: Number) -> bool:
    """Say whether the text follows the row of a total that is printed wrong."""
    if len(found.cells) != 1:
        return False
    row = row_sum(report, found.cells[0])
    return row is not None and row.whole and row.value == value


def _found(report: Witness, claim: Claim, holding: Holding) -> Found:
    value, expected = claim.value, holding.expected
    kinds = "、".join(column.says for column in claim.columns)
    name = f"“{holding.says}”" + (f"{kinds}一栏" if kinds else "")
    blank = "" if expected.whole else "（表中有空白格，只计印出的数）"
    start = f"文中“{claim.quote}”"
    if holding.base is not None:
        return Found(
            f"{start}等于{holding.base.says}，{name}是{expected.value}{blank}",
            value=value,
            expected=expected.value,
            cells=expected.cells,
            places=(claim.place,),
            severity=Severity.NOTE,
            advice=_BASE_ADVICE,
        )
    apart = (
        f"多{value - expected.value}" if value > expected.value else f"少{expected.value - value}"
    )
    why = _SCOPES.get(claim.scope, "") or _like(report, claim, expected)
    return Found(
        f"{start}与表不符：{name}是{expected.value}{blank}，文中{apart}"
        + (f"；{why}" if why else ""),
        value=value,
        expected=expected.value,
        cells=expected.cells,
        places=(claim.place,),
        severity=_severity(claim, holding),
        advice=_SCOPE_ADVICE if claim.scope else _ADVICE,
    )


def _severity(claim: Claim, holding: Holding) -> Severity:
    """Say how grave a difference is: an error only where nothing can explain it."""
    declared = Severity(claim.quantity.severity)
    if claim.scope in (NARROWER, WIDER) or claim.part or declared is Severity.NOTE:
        return Severity.NOTE
    if claim.sentence.section == "problems" and claim.figure.value < holding.expected.value:
        return Severity.NOTE  # “2件答复不及时” tells of some of them
    if not claim.sure:
        return Severity.NOTE
    if claim.scope == ANOTHER:
        return Severity.WARNING
    blank_explains = not holding.expected.whole and claim.figure.value > holding.expected.value
    loose = claim.quantity.family in ("flow", "outcome", "detail") and not _of_applications(claim)
    if blank_explains or loose:
        return Severity.WARNING
    return declared


def _of_applications(claim: Claim) -> bool:
    return bool(entry("topics", "unit_of_application").fullmatch(claim.figure.unit))


def _like(report: Witness, claim: Claim, expected: Amount) -> str:
    """Name the cell, of those that should add up, which alone prints the figure."""
    if claim.columns or not claim.figure.value:
        return ""
    for cell in expected.cells:
        row, _, column = cell.rpartition(".")
        columns = ("total", *KINDS) if column == "total" and len(expected.cells) > 1 else KINDS
        for key in columns:
            if report.as_read.value(f"{row}.{key}") == claim.figure.value:
                return f"{claim.figure.value}恰是“{report.label(f'{row}.{key}')}”一格的数"
    return ""
