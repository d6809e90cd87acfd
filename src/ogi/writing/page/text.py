"""The running text of a report, with the sentences that findings speak of marked."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ogi.checks import ToldNumber, account
from ogi.form import AnnualReport
from ogi.form.wording import section_name, section_order
from ogi.writing.marks import Mark, Marks
from ogi.writing.quoting import find


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one kind: a number with what became of it, or what stands between numbers."""

    text: str
    fate: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text; one with marks is what they speak of."""

    text: str
    marks: tuple[Mark, ...] = ()
    runs: tuple[Run, ...] = ()

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
    figures = {entry.mark: entry.finding.value for entry in marks.findings}
    numbers: dict[tuple[str, int], list[ToldNumber]] = {}
    for each in account(report):
        numbers.setdefault((each.section, each.paragraph), []).append(each)
    sections = []
    for key in sorted(report.sections, key=section_order):
        paragraphs = []
        for number, paragraph in enumerate(report.sections[key].paragraphs, 1):
            own = marks.by_paragraph.get((key, number), ())
            pieces = with_numbers(
                cut(paragraph.text, [(mark, figures[mark]) for mark in own]),
                numbers.get((key, number), ()),
            )
            paragraphs.append(PageParagraph(f"p-{key}-{number}", pieces))
        if paragraphs:
            sections.append(PageSection(key, section_name(key), tuple(paragraphs)))
    return tuple(sections)


def with_numbers(pieces: Sequence[Piece], numbers: Sequence[ToldNumber]) -> tuple[Piece, ...]:
    """Return the pieces of a paragraph with the numbers in them told apart."""
    made, done = [], 0
    for piece in pieces:
        runs, at, end = [], done, done + len(piece.text)
        for each in numbers:
            if at <= each.start < each.end <= end:
                runs.append(Run(piece.text[at - done : each.start - done]))
                stands = piece.text[each.start - done : each.end - done]
                runs.append(Run(stands, each.fate, each.why))
                at = each.end
        runs.append(Run(piece.text[at - done :]))
        made.append(replace(piece, runs=tuple(run for run in runs if run.text)))
        done = end
    return tuple(made)


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
