"""What a check answers: verdicts and findings."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum

import msgspec

from ogi.place import Place


class Severity(Enum):
    """How grave a finding is.

    ERROR    the report contradicts itself or the form: a figure or a sentence is wrong
    WARNING  something departs from the form or is implausible; it may have a reason
    NOTE     worth knowing; nothing need be wrong
    """

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"

    @property
    def label(self) -> str:
        """The word officials see."""
        return {"error": "错误", "warning": "提示", "note": "备注"}[self.value]


class Outcome(Enum):
    """The four verdicts (四种判断) of a rule on a report.

    KEPT            something was compared, and it holds
    BROKEN          something was compared, and it does not hold
    UNJUDGED        what had to be compared has no value or cannot be told
    NOT_APPLICABLE  the report has nothing that the rule speaks of
    """

    KEPT = "kept"
    BROKEN = "broken"
    UNJUDGED = "unjudged"
    NOT_APPLICABLE = "not_applicable"

    @property
    def label(self) -> str:
        """The word officials see."""
        return _LABELS[self]


_LABELS = {
    Outcome.KEPT: "成立",
    Outcome.BROKEN: "不成立",
    Outcome.UNJUDGED: "无从判断",
    Outcome.NOT_APPLICABLE: "不适用",
}


class Acceptance(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Somebody answers for a finding that stays as it is (接受的问题): why, who, since when.

    `until` is the last day on which it holds; None is for good. `organ` says whose report
    it is about, so that it is not called unused where that report was not checked.
    """

    id: str
    reason: str
    by: str
    on: date
    until: date | None = None
    organ: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that does not hold in a report, with all that is needed to act on it.

    `message` is a Chinese sentence with the figures; `difference` is value minus
    expected where both are numbers; `cells` are the addresses it rests on and
    `places` where they (or the sentence) stand; `source` is the legal source and
    `advice` says what to do. `id` names the finding as long as rule, organ, year, cells and
    figures stay the same. `usual` is the rule's own severity where a profile set another;
    `accepted` says that somebody answers for it.
    """

    code: str
    severity: Severity
    message: str
    value: int | Decimal | str | None = None
    expected: int | Decimal | str | None = None
    difference: int | Decimal | None = None
    cells: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    source: str = ""
    advice: str = ""
    id: str = ""
    usual: Severity | None = None
    accepted: Acceptance | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one rule says of one report.

    `outcome` is KEPT, BROKEN (then `findings` is not empty), UNJUDGED (then `missing`
    names the cells without a value) or NOT_APPLICABLE. `reason` says in Chinese why a
    rule could not be judged, or does not apply.
    A rule may be broken in one column and unjudged in another; then it is BROKEN
    and `missing` is filled all the same.
    """

    code: str
    outcome: Outcome
    findings: tuple[Finding, ...] = ()
    missing: tuple[str, ...] = ()
    reason: str = ""


def count_outcomes(verdicts: Iterable[Verdict]) -> dict[Outcome, int]:
    """Return how many rules came to each of the four verdicts."""
    outcomes = [verdict.outcome for verdict in verdicts]
    return {outcome: outcomes.count(outcome) for outcome in Outcome}


def counted_outcomes(counts: dict[Outcome, int]) -> str:
    """Say how many rules came to which verdict.

    >>> counted_outcomes({Outcome.KEPT: 3, Outcome.BROKEN: 0, Outcome.NOT_APPLICABLE: 2})
    '3条规则成立，2条不适用'
    """
    rest = (f"{n}条{one.label}" for one, n in counts.items() if n and one is not Outcome.KEPT)
    return "，".join((f"{counts[Outcome.KEPT]}条规则成立", *rest))
