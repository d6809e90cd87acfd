"""The running text of the six sections."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ogi.expression import expression
from ogi.form import Heading, Paragraph, Part, Section
from ogi.reading.matching.headings import (
    Candidate,
    chosen,
    heading_candidates,
    part_about_problems,
    without_contents,
    without_items,
)
from ogi.reading.matching.lines import Line
from ogi.reading.matching.regions import Region, is_running_text

_ENDS = "。！？；：:;!?…”）)》"
_NEW = expression(
    r"\s*(?:[（(]?[一二三四五六七八九十]{1,3}[）)、．.]|[（(]?\d{1,2}[）)、．]|\d{1,2}\.(?!\d)"
    r"|[一二三四五六七八九]是|第[一二三四五六]|附[件：:])"
)
_WRAPPED = 16
_PAGE_NUMBER = expression(r"\s*[-—–－]?\s*\d{1,3}\s*[-—–－]?\s*|\s*第?\s*\d{1,3}\s*[页/].{0,8}")


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a document outside its tables, and where each of its lines went."""

    sections: Mapping[str, Section]
    headings: tuple[Heading, ...]
    parts: tuple[Part, ...] = ()


def heads_of(
    lines: Sequence[Line], regions: Mapping[str, Region]
) -> tuple[list[Candidate], dict[str, Candidate]]:
    """Return every line that looks like a heading, and the one chosen for each section."""
    inside = _inside(lines, regions)
    outside = [c for c in heading_candidates(lines) if c.line not in inside]
    candidates = without_items(without_contents(outside))
    return candidates, chosen(candidates, {key: region.start for key, region in regions.items()})


def text_of(
    lines: Sequence[Line],
    regions: Mapping[str, Region],
    candidates: Sequence[Candidate],
    heads: Mapping[str, Candidate],
    title: range,
    *,
    wrapped: bool,
) -> Text:
    """Collect the sections; `wrapped` joins lines that end before their sentence does.

    The lines of the title belong to no section.
    """
    inside = _inside(lines, regions)
    tables = {n: r.table for r in regions.values() for n in range(r.start, r.end) if n in inside}
    marks = {candidate.line: key for key, candidate in heads.items()}
    _supply_lost(marks, lines, regions, inside)
    headings = tuple(
        _as_chosen(candidate, marks)
        for candidate in candidates
        if candidate.heading.number or marks.get(candidate.line) == candidate.heading.key
    )
    taken = {candidate.line for candidate in heads.values()}
    bodies: dict[str, list[Paragraph]] = {}
    parts: list[Part] = []
    key = "preamble"
    for number, line in enumerate(lines):
        key = marks.get(number, key)
        text = line.whole.strip()
        if not text:
            kind, where = "note", ""
        elif number in title:
            kind, where = "title", ""
        elif number in taken:
            kind, where = "heading", key
        elif number in inside:
            kind, where = "table", tables[number]
        elif _is_page_number(line):
            kind, where = "note", ""
        else:
            kind, where = "section", key
            bodies.setdefault(key, []).append(Paragraph(text, line.place))
        parts.append(Part(kind, where, text, line.place))
    sections = {key: Section(key, tuple(_joined(body, wrapped))) for key, body in bodies.items()}
    for key in heads:
        sections.setdefault(key, Section(key))
    return Text(sections, headings, tuple(parts))


def _as_chosen(candidate: Candidate, marks: Mapping[int, str]) -> Heading:
    """Take the key from a heading that another one was preferred to."""
    heading = candidate.heading
    if marks.get(candidate.line) == heading.key:
        return heading
    return Heading(heading.text, heading.number, heading.title, None, heading.place)


def _inside(lines: Sequence[Line], regions: Mapping[str, Region]) -> set[int]:
    """Return the lines that belong to tables; sentences between their rows do not."""
    found: set[int] = set()
    for region in regions.values():
        for number in range(region.start, region.end):
            if not is_running_text(lines[number]):
                found.add(number)
    return found


def _supply_lost(
    marks: dict[int, str], lines: Sequence[Line], regions: Mapping[str, Region], inside: set[int]
) -> None:
    """Begin sections whose heading is lost where the tables show that they must begin."""
    keys = set(marks.values())
    first = min((region.start for region in regions.values()), default=None)
    if "overview" not in keys and first is not None and "preamble" not in keys:
        start = next((n for n in range(first) if _is_sentence(lines[n])), None)
        later = min((n for n in marks if start is not None and n >= start), default=first)
        if start is not None and start < later:
            marks[start] = "overview"
    last = regions.get("disputes")
    if "problems" not in keys and last is not None:
        after = range(last.end, len(lines))
        part = next((n for n in after if part_about_problems(lines[n])), None)
        start = (
            part
            if part is not None
            else next((n for n in after if _is_sentence(lines[n]) and n not in inside), None)
        )
        others = [n for n, key in marks.items() if key == "other"]
        if start is not None and (not others or start < others[0]):
            marks[start] = "problems"


def _is_sentence(line: Line) -> bool:
    return line.row < 0 and len(line.label) > 20


def _is_page_number(line: Line) -> bool:
    return line.row < 0 and _PAGE_NUMBER.fullmatch(line.whole) is not None


def _joined(body: Sequence[Paragraph], wrapped: bool) -> Iterator[Paragraph]:
    """Join lines that a page broke in the middle of a sentence."""
    if not wrapped:
        yield from body
        return
    current: Paragraph | None = None
    for paragraph in body:
        if current is None:
            current = paragraph
        elif _goes_on(current.text, paragraph.text):
            current = Paragraph(current.text + paragraph.text, current.place)
        else:
            yield current
            current = paragraph
    if current is not None:
        yield current


def _goes_on(above: str, below: str) -> bool:
    line = above.rstrip()
    last = line[-1:]
    if last in "，、,的和及与":
        return not _NEW.match(below) or last in "，、,"
    return bool(line) and last not in _ENDS and len(line) >= _WRAPPED and not _NEW.match(below)
