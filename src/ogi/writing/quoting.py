"""Which paragraph, and which sentence of it, a finding speaks of."""

import re
from collections.abc import Iterator
from decimal import Decimal

from ogi.expression import expression
from ogi.findings import Finding
from ogi.form import AnnualReport, Paragraph
from ogi.place import Place

_SENTENCE = expression(r"[^。；！？]*[。；！？]?")
_QUOTED = expression(r"“([^“”]{4,})”")
_TEXT_RULES = "N"

Spoken = tuple[str, int]


def quotations(says: str) -> list[str]:
    """Return what a message quotes."""
    return _QUOTED.findall(says)


def find(text: str, says: str, figure: object = None) -> tuple[int, int] | None:
    """Return where a text says what a message speaks of: the quotation, or the sentence."""
    for quoted in quotations(says):
        if (start := text.find(quoted)) >= 0:
            return start, start + len(quoted)
    if not isinstance(figure, int | Decimal):
        return None
    wanted = re.compile(rf"(?<![\d.]){re.escape(str(figure))}(?![\d.]*\d)")
    for sentence in _SENTENCE.finditer(text):
        if wanted.search(sentence.group()):
            lead = len(sentence.group()) - len(sentence.group().lstrip())
            return sentence.start() + lead, sentence.end()
    return None


def text_places(finding: Finding, report: AnnualReport) -> tuple[Place, ...]:
    """Return the places of a finding that are not those of its cells."""
    cells = (report.cells.get(one) or report.extras.get(one) for one in finding.cells)
    of_cells = {cell.place for cell in cells if cell}
    return tuple(place for place in finding.places if place not in of_cells)


def spoken(finding: Finding, report: AnnualReport) -> tuple[Spoken, ...]:
    """Return the paragraphs a finding speaks of, as (section, number), by place or by words.

    Several paragraphs share a place where a document is one line; then words decide.
    """
    found: dict[Spoken, None] = {}
    for place in text_places(finding, report):
        here = [(key, text) for key, text in _paragraphs(report) if text.place == place]
        if len(here) > 1:
            here = [one for one in here if find(one[1].text, finding.message, finding.value)][:1]
        found.update((key, None) for key, _ in here)
    if not found and finding.code.startswith(_TEXT_RULES):
        found = dict.fromkeys(_quoting(finding, report))
    return tuple(found)


def _quoting(finding: Finding, report: AnnualReport) -> list[Spoken]:
    """Return the first paragraph that says what the message quotes."""
    for quoted in quotations(finding.message):
        for key, paragraph in _paragraphs(report):
            if quoted in paragraph.text:
                return [key]
    return []


def _paragraphs(report: AnnualReport) -> Iterator[tuple[Spoken, Paragraph]]:
    for key, section in report.sections.items():
        for number, paragraph in enumerate(section.paragraphs, 1):
            yield (key, number), paragraph
