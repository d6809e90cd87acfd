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
    """没有发出收费通知的，不应收取信息处理费。

    信息处理费凭收费通知收取。文中说没有发出收费通知，又说收取了信息处理费的，至少有一处
    不对。

    正例：“发出收费通知 2 件，收取信息处理费 300 元”。
    反例：“发出收费通知 0 件，收取信息处理费 300 元”。
    改法：对照收费台账，改正其中一处。
    """
    claims = narrative(report).claims
    notices = [claim for claim in claims if claim.quantity.key == "fee_notices"]
    charged = [claim for claim in claims if claim.quantity.key == "fee_collected"]
    report.weigh(bool(notices and charged))
    none = next((claim for claim in notices if not claim.figure.value), None)
    some = next((claim for claim in charged if claim.figure.value), None)
    if none and some and not any(claim.figure.value for claim in notices):
        yield _found(none, some)


def _found(none: Claim, some: Claim) -> Found:
    return Found(
        f"文中一处写“{none.quote}”，一处写“{some.quote}”，没有收费通知不应收费",
        value=Decimal(some.figure.value),
        expected=0,
        cells=(),
        places=(none.place, some.place),
        advice="对照收费台账，改正收费通知件数或收费金额。",
    )
