"""A report against the one of the year before (年度间)."""

from ogi.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
