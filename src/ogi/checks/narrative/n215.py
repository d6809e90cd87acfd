"""N215: what the text says of processing fees."""

from collections.abc import Iterator
from decimal import Decimal

from ogi.checks.narrative.claim import Claim
from ogi.checks.narrative.reading import narrative
from ogi.checks.rule import Found, rule
from ogi.checks.witness import Witness
from ogi.findings import Severity


@rule("N215", Severity.WARNING, cites="fee-2020")
def fees_need_notices(report: Witness) -> Iterator[Found]:
    """信息处理费的说法应当一致：没有通知不收费，收取的不多于通知的。

    信息处理费凭收费通知收取。文中说没有发出收费通知，又说收取了信息处理费的，或者实际
    收取的多于收费通知总金额的，至少有一处不对。

    正例：“发出收费通知 2 件，收取信息处理费 300 元”。
    反例：“发出收费通知 0 件，收取信息处理费 300 元”。
    改法：对照收费台账，改正其中一处。
    """
    claims = narrative(report).claims
    notices = [claim for claim in claims if claim.quantity.key == "fee_notices"]
    charged = [claim for claim in claims if claim.quantity.key == "fee_collected"]
    asked = [claim for claim in claims if claim.quantity.key == "fee_asked"]
    report.weigh(bool((notices or asked) and charged) or len(charged) > 1)
    none = next((claim for claim in notices if not claim.figure.value), None)
    some = next((claim for claim in charged if claim.figure.value), None)
    if none and some and not any(claim.figure.value for claim in notices):
        yield _found(none, some)
        return
    free = next((claim for claim in charged if not claim.figure.value), None)
    if free and some and not (none or notices):
        yield _found(free, some, "两处说法相反")
    if len(asked) == 1 and len(charged) == 1 and _yuan(charged[0]) > _yuan(asked[0]):
        yield _found(asked[0], charged[0], "实际收取的多于应收的")


def _yuan(claim: Claim) -> Decimal:
    return Decimal(claim.figure.value) * (10_000 if claim.figure.unit == "万元" else 1)


def _found(none: Claim, some: Claim, why: str = "没有收费通知不应收费") -> Found:
    return Found(
        f"文中一处写“{none.quote}”，一处写“{some.quote}”，{why}",
        value=Decimal(some.figure.value),
        expected=Decimal(none.figure.value),
        cells=(),
        places=(none.place, some.place),
        advice="对照收费台账，改正收费通知件数或收费金额。",
    )
