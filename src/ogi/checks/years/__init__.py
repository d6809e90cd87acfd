"""This year's report against last year's (年度间)."""

from ogi.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
