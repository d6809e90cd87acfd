"""Relations of the form (勾稽关系), as its data files declare them."""

from ogi.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
