"""Findings as CSV."""

from collections.abc import Sequence

from ogi.writing.findings.audit import Audit
from ogi.writing.findings.rows import HEAD, rows
from ogi.writing.plain_table import table_csv


def findings_csv(audits: Sequence[Audit]) -> bytes:
    """Return a row a finding."""
    return table_csv(HEAD, rows(audits))
