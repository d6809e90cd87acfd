"""When an application counts as received (收到申请之日), by the channel it came through."""

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

    `same_day` says that it must be confirmed on the day of arrival; `reference` is the
    citation as data files write it.
    """

    confirms: bool
    why: str
    reference: str
    same_day: bool = False

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
            entry["confirms"], entry["why"], entry["cites"], entry.get("same_day", False)
        )
        for key, entry in data.items()
    }


def receipt_rule(channel: Channel) -> ReceiptRule:
    """Return how the day of receipt is settled for a channel.

    >>> receipt_rule(Channel.ONLINE).why
    '双方确认之日'
    """
    return _rules()[channel]
