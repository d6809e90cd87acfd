"""The running text of a report as sentences that know where they stand."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from ogi.checks.narrative.folding import fold, kept, printed_range, printed_span
from ogi.expression import expression
from ogi.form import AnnualReport, Paragraph
from ogi.place import Place

_END = expression(r"[^。！？\n]*[。！？\n]?")
_OPEN = expression(r"[。！？；：…]$")
_NUMBERED = expression(r"^(?:[（]?[一二三四五六七八九十\d]{1,3}[）、.．])")
_INNER = str.maketrans("“”", "‘’")  # a quotation stands within quotation marks
_WRAPPED = 18  # a line this long that ends without a mark goes on in the next


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: folded text, and the paragraphs it runs over.

    `starts` are the offsets, within the flow of its section, at which the paragraphs
    begin; `at` is the sentence's own offset.
    """

    text: str
    section: str
    at: int
    starts: tuple[int, ...]
    paragraphs: tuple[Paragraph, ...]

    def place(self, position: int = 0) -> Place | None:
        """Return where the paragraph stands that holds this position of the sentence."""
        return self.paragraphs[self._index(position)].place

    def quote(self, start: int, end: int) -> str:
        """Return what is printed from `start` to `end` of the folded sentence."""
        first, last = self._index(start), self._index(max(start, end - 1))
        parts = []
        for index in range(first, last + 1):
            offset = self.starts[index] - self.at
            length = len(kept(self.paragraphs[index].text))
            left, right = max(0, start - offset), min(length, end - offset)
            parts.append(printed_span(self.paragraphs[index].text, left, right).strip())
        return re.sub(r"\s+", " ", "".join(parts)).translate(_INNER)

    def printed_at(self, start: int, end: int) -> tuple[int, int, int]:
        """Return the number of a paragraph, and where in it `start` to `end` is printed."""
        index = self._index(start)
        offset = self.starts[index] - self.at
        first, last = printed_range(self.paragraphs[index].text, start - offset, end - offset)
        return index + 1, first, last

    def _index(self, position: int) -> int:
        return max(0, bisect_right(self.starts, self.at + position) - 1)


def sentences(report: AnnualReport) -> Iterator[Sentence]:
    """Yield the sentences of every section, in the order of the report."""
    for key, section in report.sections.items():
        text, starts = _joined(section.paragraphs)
        for match in _END.finditer(text):
            if match.group().strip("\n"):
                yield Sentence(match.group(), key, match.start(), starts, section.paragraphs)


def _joined(paragraphs: tuple[Paragraph, ...]) -> tuple[str, tuple[int, ...]]:
    """Join paragraphs: lines that were wrapped become one, headings stay apart."""
    pieces: list[str] = []
    starts: list[int] = []
    length = 0
    for paragraph in paragraphs:
        folded = fold(paragraph.text)
        starts.append(length)
        piece = folded + ("" if _goes_on(folded) else "\n")
        pieces.append(piece)
        length += len(piece)
    return "".join(pieces), tuple(starts)


def _goes_on(line: str) -> bool:
    """Say whether the next line belongs to the same sentence."""
    if not line:
        return True
    if _OPEN.search(line):
        return line[-1] in "；：…"
    if _NUMBERED.match(line) and len(line) < 30 and not re.search(r"[，。；、]|\d件", line[3:]):
        return False
    return len(line) >= _WRAPPED or line[-1] in "，、（,"
