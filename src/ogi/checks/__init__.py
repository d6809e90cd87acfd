"""Checks (检查): what does not hold in an annual report."""

from datetime import date

from ogi.checks.control.identity import identified
from ogi.checks.judge import judge
from ogi.checks.narrative.account import (
    APART,
    FATES,
    NOT_A_QUANTITY,
    ToldNumber,
    account,
)
from ogi.checks.register import rule_for, rules
from ogi.checks.rule import CannotSay, Found, NotApplicable, Rule, Scope, rule
from ogi.checks.witness import PREVIOUS, Notes, Witness
from ogi.findings import Verdict
from ogi.form import AnnualReport

__all__ = [
    "APART",
    "FATES",
    "NOT_A_QUANTITY",
    "CannotSay",
    "Found",
    "NotApplicable",
    "Rule",
    "Scope",
    "ToldNumber",
    "Witness",
    "account",
    "check",
    "rule",
    "rule_for",
    "rules",
]


def check(
    report: AnnualReport, previous: AnnualReport | None = None, published: date | None = None
) -> tuple[Verdict, ...]:
    """Return the verdict of every rule on a report.

    Rules that compare two years are judged only when `previous`, the same organ's
    report on the year before, is given. `published` is the day the report was published.
    """
    notes = Notes()
    present = Witness(report, notes, published=published)
    verdicts = [judge(one, present) for one in rules() if one.scope is Scope.REPORT]
    if previous is not None:
        past = Witness(previous, notes, PREVIOUS)
        verdicts += [judge(one, present, past) for one in rules() if one.scope is Scope.YEAR_PAIR]
    return identified(report, sorted(verdicts, key=lambda verdict: verdict.code))
