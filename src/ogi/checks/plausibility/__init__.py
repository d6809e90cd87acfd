"""Figures that are hard to believe (合理性)."""

from ogi.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
