"""All the lines of a report, as rules search them."""

from collections.abc import Iterator
from itertools import chain

from ogi.form import AnnualReport, Paragraph


def running_text(report: AnnualReport) -> str:
    """Return every paragraph of the sections and every stray line, one a line."""
    return "\n".join(line.text for line in lines(report))


def lines(report: AnnualReport) -> Iterator[Paragraph]:
    """Yield every paragraph of the sections, then the stray lines."""
    sections = report.sections.values()
    return chain(chain.from_iterable(section.paragraphs for section in sections), report.stray)
