"""The shape of a report against the form (格式)."""

from ogi.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
