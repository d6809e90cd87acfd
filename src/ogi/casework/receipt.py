"""When an application counts as received (收到申请之日), by the channel it came through."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml

from ogi.casework.channels import Channel
from ogi.errors import DataFileError
from ogi.law import Citation, cite


@dataclass(frozen=True, slots=True)
class ReceiptRule:
    """Whether receipt is the day of confirmation or of arrival; `why` says so in Chinese.

    `reference` is the citation as data files write it; `platform` is the rule for a receipt
    that a system gives at once.
    """

    confirms: bool
    why: str
    reference: str
    platform: "ReceiptRule | None" = None

    @property
    def cites(self) -> Citation:
        """Where the law says so."""
        return cite(self.reference)


@cache
def _rules() -> dict[Channel, ReceiptRule]:
    text = (files("ogi.casework") / "data" / "channels.yaml").read_text(encoding="utf-8")
    data = yaml.safe_load(text)
    if odd := set(data) ^ {channel.value for channel in Channel}:
        raise DataFileError(f"channels.yaml and the channels differ in {sorted(odd)}")
    return {
        Channel(key): ReceiptRule(
            entry["confirms"], entry["why"], entry["cites"], _platform(entry.get("platform"))
        )
        for key, entry in data.items()
    }


def _platform(entry: Mapping[str, str] | None) -> ReceiptRule | None:
    return ReceiptRule(False, entry["why"], entry["cites"]) if entry else None


def receipt_rule(channel: Channel, *, by_platform: bool = False) -> ReceiptRule:
    """Return how the day of receipt is settled for a channel; `by_platform` where a receipt
    that its system gives at once confirms it.

    >>> receipt_rule(Channel.ONLINE).why
    '双方确认之日'
    """
    rule = _rules()[channel]
    return rule.platform if by_platform and rule.platform else rule
