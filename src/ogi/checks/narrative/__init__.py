"""The running text against the tables and against itself (文字与数据)."""

from ogi.checks.rule import Rule

RULES: tuple[Rule, ...] = ()
