"""When an application counts as received (收到申请之日), by the channel it came through."""

from msgspec import field

from ogi.casework.channels import Channel
from ogi.data import Struct, fault, from_data, load
from ogi.law import Citation, CitationText, cite

_FILE = "casework/channels.yaml"


class ReceiptRule(Struct):
    """Whether receipt is the day of confirmation or of arrival; `why` says so in Chinese.

    `reference` is the citation as data files write it; `platform` is the rule for a receipt
    that a system gives at once.
    """

    why: str
    reference: CitationText = field(name="cites")
    confirms: bool = False
    platform: "ReceiptRule | None" = None

    @property
    def cites(self) -> Citation:
        """Where the law says so."""
        return cite(self.reference)


@from_data
def _rules() -> dict[Channel, ReceiptRule]:
    rules = load(_FILE, dict[Channel, ReceiptRule])
    for channel in Channel:
        if channel not in rules:
            raise fault(_FILE, (), f"缺少渠道“{channel.value}”")
    return rules


def receipt_rule(channel: Channel, *, by_platform: bool = False) -> ReceiptRule:
    """Return how the day of receipt is settled for a channel; `by_platform` where a receipt
    that its system gives at once confirms it.

    >>> receipt_rule(Channel.ONLINE).why
    '双方确认之日'
    """
    rule = _rules()[channel]
    return rule.platform if by_platform and rule.platform else rule
