"""What the data say that every ledger asks for: looked up once for a count, not for each."""

from collections.abc import Mapping
from dataclasses import dataclass

from ogi.casework import ApplicantClass, Channel
from ogi.casework.applicants import applicants
from ogi.casework.outcomes import outcomes
from ogi.casework.receipt import receipt_rule
from ogi.data import from_data


@dataclass(frozen=True, slots=True)
class Known:
    """Columns of applicants, results on file, and when what came through a channel is received.

    `no_application` are the results for what is no application. What came through one of
    `confirmed` is received when it is confirmed, which one of `at_once` does by itself.
    """

    columns: Mapping[ApplicantClass, str]
    codes: frozenset[str]
    no_application: frozenset[str]
    confirmed: tuple[Channel, ...]
    at_once: tuple[Channel, ...]


@from_data
def known() -> Known:
    """Return what is known from the data in use."""
    return Known(
        columns={kind: one.column for kind, one in applicants().items()},
        codes=frozenset(outcomes()),
        no_application=frozenset(key for key, one in outcomes().items() if not one.applies),
        confirmed=tuple(one for one in Channel if receipt_rule(one).confirms),
        at_once=tuple(one for one in Channel if not receipt_rule(one, by_platform=True).confirms),
    )
