"""What writes the findings of many reports, by the suffix of the file."""

from collections.abc import Callable, Sequence

from ogi.writing.findings.audit import Audit
from ogi.writing.findings.csv import findings_csv
from ogi.writing.findings.junit import findings_junit
from ogi.writing.findings.sarif import findings_sarif
from ogi.writing.findings.xlsx import findings_xlsx

WRITERS: dict[str, Callable[[Sequence[Audit]], bytes]] = {
    ".csv": findings_csv,
    ".xlsx": findings_xlsx,
    ".sarif": findings_sarif,
    ".xml": findings_junit,
}
