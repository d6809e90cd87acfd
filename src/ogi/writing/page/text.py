"""The running text of a report, with the sentences that findings speak of marked."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from ogi.findings import Finding
from ogi.form import AnnualReport
from ogi.writing.marks import Mark, Marks
from ogi.writing.wording import section_name

_SENTENCE = re.compile(r"[^。；！？]*[。；！？]?")
_QUOTED = re.compile(r"“([^“”]{2,})”")


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; one with marks is what they speak of."""

    text: str
    marks: tuple[Mark, ...] = ()

    @property
    def look(self) -> str:
        """The look of the gravest mark."""
        return self.marks[0].look if self.marks else ""


@dataclass(frozen=True, slots=True)
class PageParagraph:
    """A paragraph on the page, in pieces."""

    id: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class PageSection:
    """A section of running text on the page."""

    key: str
    name: str
    paragraphs: tuple[PageParagraph, ...]


def page_sections(report: AnnualReport, marks: Marks) -> tuple[PageSection, ...]:
    """Return the sections that have text, in the order of the report."""
    by_number = {entry.mark: entry.finding for entry in marks.findings}
    sections = []
    for key, section in report.sections.items():
        paragraphs = tuple(
            PageParagraph(
                f"p-{key}-{number}",
                cut(paragraph.text, [(m, by_number.get(m)) for m in marks.at(paragraph.place)]),
            )
            for number, paragraph in enumerate(section.paragraphs, 1)
        )
        if paragraphs:
            sections.append(PageSection(key, section_name(key), paragraphs))
    return tuple(sections)


def cut(text: str, marked: Sequence[tuple[Mark, Finding | None]]) -> tuple[Piece, ...]:
    """Cut a paragraph into pieces, so that each mark stands on its sentence."""
    spans: dict[tuple[int, int], list[Mark]] = {}
    for mark, finding in marked:
        spans.setdefault(_span(text, finding), []).append(mark)
    pieces: list[Piece] = []
    done = 0
    for (start, end), marks in sorted(spans.items()):
        if start < done:  # inside what is marked already
            last = pieces.pop()
            pieces.append(Piece(last.text + text[done:end], (*last.marks, *marks)))
        else:
            pieces += [Piece(text[done:start])] if start > done else []
            pieces.append(Piece(text[start:end], tuple(marks)))
        done = max(done, end)
    return (*pieces, Piece(text[done:])) if done < len(text) else tuple(pieces)


def _span(text: str, finding: Finding | None) -> tuple[int, int]:
    """Return where the sentence of a finding begins and ends; the whole text if unsure."""
    whole = (0, len(text))
    if finding is None:
        return whole
    for quoted in _QUOTED.findall(finding.message):
        if (start := text.find(quoted)) >= 0:
            return start, start + len(quoted)
    wanted = re.compile(rf"(?<![\d.]){re.escape(str(finding.value))}(?![\d.]*\d)")
    return next(_with(wanted, _SENTENCE.finditer(text)), whole)


def _with(wanted: re.Pattern[str], sentences: Iterable[re.Match[str]]) -> Iterator[tuple[int, int]]:
    for sentence in sentences:
        if wanted.search(sentence.group()):
            lead = len(sentence.group()) - len(sentence.group().lstrip())
            yield sentence.start() + lead, sentence.end()
