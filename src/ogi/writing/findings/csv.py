"""Findings as CSV, with the mark by which Excel and WPS know UTF-8."""

import csv
import io
from collections.abc import Sequence
from decimal import Decimal

from ogi.writing.findings.audit import Audit
from ogi.writing.findings.rows import HEAD, Value, rows

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def findings_csv(audits: Sequence[Audit]) -> bytes:
    """Return a row a finding; a text that a spreadsheet would run is made plain text."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEAD)
    for row in rows(audits):
        writer.writerow([_plain(value) for value in row])
    return ("\ufeff" + out.getvalue()).encode("utf-8", "replace")


def _plain(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, int | Decimal):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    return f"'{value}" if value.startswith(_FORMULA) else value
