"""Relations of the form (勾稽关系): declared in the form's files, one rule a code."""

from ogi.checks.relations.declared import relation_rules

__all__ = ["relation_rules"]
