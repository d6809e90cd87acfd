"""The running text of a report, with the sentences that findings speak of marked."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ogi.findings import Finding
from ogi.form import AnnualReport, Paragraph
from ogi.place import Place
from ogi.writing.marks import Mark, Marks, Spot, spot
from ogi.writing.wording import section_name, section_order

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
    """Return the sections that have text, in the order of the form."""
    findings = {entry.mark: entry.finding for entry in marks.findings}
    shared = Counter(
        spot(paragraph.place)
        for section in report.sections.values()
        for paragraph in section.paragraphs
        if paragraph.place
    )
    sections = []
    for key in sorted(report.sections, key=section_order):
        paragraphs = tuple(
            PageParagraph(f"p-{key}-{number}", _pieces(paragraph, marks, findings, shared))
            for number, paragraph in enumerate(report.sections[key].paragraphs, 1)
        )
        if paragraphs:
            sections.append(PageSection(key, section_name(key), paragraphs))
    return tuple(sections)


def _pieces(
    paragraph: Paragraph,
    marks: Marks,
    findings: Mapping[Mark, Finding],
    shared: Mapping[Spot | Place, int],
) -> tuple[Piece, ...]:
    """Cut a paragraph; where several share one place, only what is found in it is marked."""
    alone = not paragraph.place or shared[spot(paragraph.place)] < 2
    return cut(
        paragraph.text,
        [(mark, findings[mark].value) for mark in marks.on_text(paragraph.place)],
        whole=alone,
    )


def cut(
    text: str, marked: Sequence[tuple[Mark, object]], *, whole: bool = True
) -> tuple[Piece, ...]:
    """Cut a text into pieces, so that each mark, given with its figure, stands on its sentence.

    A mark whose sentence is not found stands behind the whole text, or nowhere.
    """
    spans: dict[tuple[int, int], list[Mark]] = {}
    on_all: list[Mark] = []
    for mark, figure in marked:
        if span := find(text, mark.says, figure):
            spans.setdefault(span, []).append(mark)
        elif whole:
            on_all.append(mark)
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
    pieces += [Piece(text[done:])] if done < len(text) else []
    return (*pieces, Piece("", tuple(on_all))) if on_all else tuple(pieces)


def find(text: str, says: str, figure: object) -> tuple[int, int] | None:
    """Return where a text says what a mark speaks of: its quotation, or its figure's sentence."""
    for quoted in _QUOTED.findall(says):
        if (start := text.find(quoted)) >= 0:
            return start, start + len(quoted)
    if figure is None:
        return None
    wanted = re.compile(rf"(?<![\d.]){re.escape(str(figure))}(?![\d.]*\d)")
    for sentence in _SENTENCE.finditer(text):
        if wanted.search(sentence.group()):
            lead = len(sentence.group()) - len(sentence.group().lstrip())
            return sentence.start() + lead, sentence.end()
    return None
