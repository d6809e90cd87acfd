"""What was found in an input: a report, or why a part of it could not be read."""

from dataclasses import dataclass

from ogi.errors import ReadingError
from ogi.form import AnnualReport


@dataclass(frozen=True, slots=True)
class Found:
    """A report in an input, or the reason why one of its documents could not be read.

    `name` is the name of the input, then the path inside containers joined with “/”
    (2024.zip/甲局.docx); where one document holds several reports, they are numbered
    (汇编.docx#1). Either `report` or `error` is given.
    """

    name: str
    report: AnnualReport | None = None
    error: ReadingError | None = None
