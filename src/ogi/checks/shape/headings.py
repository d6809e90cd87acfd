"""Which of the headings of a report are those of its sections, not captions or items."""

import re
from collections.abc import Iterator

from ogi.checks.values import values
from ogi.form import AnnualReport, Heading


def section_headings(report: AnnualReport) -> tuple[Heading, ...]:
    """Return the headings without captions of tables and items inside a section."""
    return tuple(_section_headings(report))


def _section_headings(report: AnnualReport) -> Iterator[Heading]:
    words = values("headings")
    for heading in report.headings:
        text = re.sub(r"\s", "", heading.text)
        if not re.search(words["captions"], text) and not re.match(words["items"], text):
            yield heading
