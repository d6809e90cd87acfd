"""The periods that the public is told of (期限), from the law on file."""

from dataclasses import dataclass
from datetime import date

from ogi.law import Citation, provision


@dataclass(frozen=True, slots=True)
class Terms:
    """So many working days for a reply, for its extension, for notice of a correction."""

    reply: int
    extension: int
    correction: int
    cites: Citation


def terms(on: date) -> Terms:
    """Return the periods that hold on a day."""
    reply = provision("reply_period", on)
    return Terms(
        reply.number,
        provision("extension_period", on).number,
        provision("correction_notice_period", on).number,
        reply.cites,
    )
