"""Relations on the sum and on each part: whose error goes into the sum (误差来源)."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from ogi.checks.judge import judge
from ogi.checks.relations import relation_rules
from ogi.checks.witness import Witness
from ogi.findings import Finding, Outcome, Verdict, count_outcomes
from ogi.form import AnnualReport
from ogi.rollup.consolidation import Consolidation
from ogi.rollup.parts import Part


@dataclass(frozen=True, slots=True)
class PartFault:
    """A relation that does not hold in one of the parts."""

    part: Part
    finding: Finding


@dataclass(frozen=True)
class Faults:
    """Relations that do not hold: in the sum, and in its parts.

    A relation is linear: where every part keeps it, so does the sum, and where parts
    break it, their differences add up to that of the sum. `outcomes` is how many of the
    relations came to each verdict on the sum.
    """

    total: tuple[Finding, ...]
    parts: tuple[PartFault, ...]
    outcomes: dict[Outcome, int]

    def behind(self, finding: Finding) -> tuple[PartFault, ...]:
        """Return what parts break of the same relation in the same place."""
        return self._by_place.get((finding.code, finding.cells), ())

    @cached_property
    def _by_place(self) -> Mapping[tuple[str, tuple[str, ...]], tuple[PartFault, ...]]:
        known: dict[tuple[str, tuple[str, ...]], tuple[PartFault, ...]] = defaultdict(tuple)
        for one in self.parts:
            known[one.finding.code, one.finding.cells] += (one,)
        return known


def faults_of(consolidation: Consolidation) -> Faults:
    """Judge the relations of the form on the sum and on each part.

    Of the sum only where every part has a figure: what is lacking is not an error.
    """
    lacking = set(consolidation.incomplete())
    verdicts = [_without(lacking, one) for one in _verdicts(consolidation.report)]
    return Faults(
        tuple(finding for one in verdicts for finding in one.findings),
        tuple(
            PartFault(part, finding)
            for part in consolidation.added
            for one in _verdicts(part.report)
            for finding in one.findings
        ),
        count_outcomes(verdicts),
    )


def _without(lacking: set[str], verdict: Verdict) -> Verdict:
    findings = tuple(one for one in verdict.findings if not lacking & set(one.cells))
    if findings == verdict.findings:
        return verdict
    return replace(
        verdict, findings=findings, outcome=verdict.outcome if findings else Outcome.UNJUDGED
    )


def _verdicts(report: AnnualReport) -> Iterator[Verdict]:
    witness = Witness(report)
    return (judge(rule, witness) for rule in relation_rules())
