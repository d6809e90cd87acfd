"""The headings of the six sections, in all the ways they are printed."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from msgspec import field

from ogi.data import Struct, from_data, load, some_from_data
from ogi.expression import expression
from ogi.form import Heading, SectionKey, editions
from ogi.reading.folding import folded
from ogi.reading.matching.lines import Line
from ogi.reading.matching.normal import normal

_LONGEST = 42
_LONGEST_WITH_REMARK = 200
_ALIKE = 0.85
_FEWEST_OF_CONTENTS = 3
_NUMBER = expression(
    r"[l|#\s]*(?P<number>(?:第?[一二三四五六七八九十]{1,3}(?:部分)?|\d{1,2})\s*[、.．,，:：]|"
    r"第[一二三四五六七八九十]部分)\s*(?P<title>.+)",
    re.DOTALL,
)
_PART = expression(r"\s*[（(][一二三四五六七八九十][）)]\s*(?P<title>.+)", re.DOTALL)
_REMARK = expression(r"[（(].*", re.DOTALL)
_NUMERALS = "〇一二三四五六七八九十"
_SENTENCE = expression(r"[。；！？]")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may head a section; `likeness` compares it with the form's wording."""

    line: int
    heading: Heading
    likeness: float


def heading_candidates(lines: Sequence[Line]) -> list[Candidate]:
    """Return every line that looks like a heading of the top level."""
    return [found for number, line in enumerate(lines) if (found := _candidate(number, line))]


def without_items(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave out items of a section that are named like a section, and numbered otherwise.

    Beside headings numbered 一、二、 an item 「1.依申请公开…」 is none; 「2、主动公开…」 is one.
    """
    numbers = {s.key: _NUMERALS.index(s.number) for s in editions()[-1].sections}
    if not any(c.heading.key and _is_top(c.heading.number or "1") for c in candidates):
        return list(candidates)
    return [
        c
        for c in candidates
        if not (c.heading.number and c.heading.key and not _is_top(c.heading.number))
        or int(re.findall(r"\d+", c.heading.number)[0]) == numbers[c.heading.key]
    ]


def without_contents(candidates: Sequence[Candidate]) -> list[Candidate]:
    """Leave a list of contents out: headings directly below each other, printed again later."""
    kept: list[Candidate] = []
    runs = _runs(candidates)
    last = {c.heading.key: number for number, run in enumerate(runs) for c in run}
    for number, run in enumerate(runs):
        again = all(last[c.heading.key] > number for c in run)
        if len(run) < _FEWEST_OF_CONTENTS or not again:
            kept += run
    return kept


def _runs(candidates: Sequence[Candidate]) -> list[list[Candidate]]:
    """Return the candidates that stand on lines directly below each other, together."""
    runs: list[list[Candidate]] = []
    for candidate in candidates:
        if runs and runs[-1][-1].line == candidate.line - 1:
            runs[-1].append(candidate)
        else:
            runs.append([candidate])
    return runs


def heads_a_section(line: Line) -> bool:
    """Tell whether a line of text is the numbered heading of one of the six sections."""
    found = _candidate(0, line) if line.row < 0 else None
    return found is not None and found.heading.key is not None and bool(found.heading.number)


def _candidate(number: int, line: Line) -> Candidate | None:
    if not line.pieces or len(line.pieces) > 2 or line.values:
        return None
    text = (line.printed or line.label).strip()
    parsed = _parsed(text) if len(text) <= _LONGEST_WITH_REMARK else None
    if parsed is None:
        return None
    printed, title, key, likeness = parsed
    return Candidate(number, Heading(text, printed, title, key, line.place), likeness)


@some_from_data(20_000)
def _parsed(text: str) -> tuple[str, str, str | None, float] | None:
    """Return number, title, section and likeness of a heading; None if it is none."""
    shortened = _REMARK.sub("", text)
    if not shortened or len(shortened) > _LONGEST or _SENTENCE.search(shortened[:-1]):
        return None
    match = _NUMBER.fullmatch(folded(text))
    printed, title = (match["number"].strip(), match["title"]) if match else ("", text)
    plain = normal(_REMARK.sub("", title))
    key = section_named(plain)
    if key is None:
        return (printed, title.strip(), None, 0.0) if match and _is_top(printed) else None
    likeness = _likeness(plain, key)
    return (printed, title.strip(), key, likeness) if match or likeness >= _ALIKE else None


def _is_top(number: str) -> bool:
    return not number[0].isdecimal()


def part_about_problems(line: Line) -> bool:
    """Tell whether a line is a heading of the second level that speaks of problems."""
    match = _PART.fullmatch(folded(line.label).strip())
    return bool(
        match and len(match["title"]) <= 12 and section_named(normal(match["title"])) == "problems"
    )


def section_named(plain: str) -> str | None:
    """Return the key of the section that a normalised heading names."""
    for key, words in _vocabulary().items():
        if any(word in plain for word in words.any):
            if any(word in plain for word in words.never):
                continue
            return key
    return None


def chosen(candidates: Sequence[Candidate], starts: Mapping[str, int]) -> dict[str, Candidate]:
    """Choose one heading a section: the nearest above its table, else the likest in order.

    Some reports number their narrative and their tables apart, so that the same words
    head two places; `starts` says at which line each table begins.
    """
    best: dict[str, Candidate] = {}
    for key in (section.key for section in editions()[-1].sections):
        mine = [c for c in candidates if c.heading.key == key]
        if not mine:
            continue
        above = [c for c in mine if key in starts and c.line <= starts[key]]
        best[key] = above[-1] if above else max(mine, key=lambda c: (c.likeness, -c.line))
    return dict(_in_order(best))


def _in_order(best: Mapping[str, Candidate]) -> Iterator[tuple[str, Candidate]]:
    """Drop a text section's heading that stands before the section it must follow."""
    for key, candidate in best.items():
        if key == "overview" or not _before_all(key, candidate, best):
            yield key, candidate


def _before_all(key: str, candidate: Candidate, best: Mapping[str, Candidate]) -> bool:
    later = {"problems": "applications", "other": "applications"}.get(key)
    return bool(later and later in best and candidate.line < best[later].line)


def _likeness(plain: str, key: str) -> float:
    titles = _titles(key)
    if plain in titles:
        return 1.0
    from rapidfuzz import fuzz

    return max(fuzz.ratio(plain, title) for title in titles) / 100


@from_data
def _titles(key: str) -> tuple[str, ...]:
    found = {
        normal(section.title) for e in editions() for section in e.sections if section.key == key
    }
    return tuple(found)


class Words(Struct):
    """The words of a section's heading: one of `any`, and none of those of `never`."""

    any: tuple[str, ...]
    never: tuple[str, ...] = field(name="not")


@from_data
def _vocabulary() -> dict[SectionKey, Words]:
    return load("reading/matching/headings.yaml", dict[SectionKey, Words])
