"""Spans of years (几年): how many there are said to be, and from which to which."""

from collections.abc import Iterator
from dataclasses import dataclass

from ogi.checks.narrative.claim import Passage
from ogi.checks.narrative.figures import chinese_value
from ogi.checks.narrative.words import entry


@dataclass(frozen=True, slots=True)
class Span:
    """So many years, from the first to the last."""

    passage: Passage
    many: int
    first: int
    last: int
    start: int
    end: int

    @property
    def kept(self) -> bool:
        """Whether there are so many."""
        return self.many == self.last - self.first + 1

    @property
    def quote(self) -> str:
        """The words as printed."""
        return self.passage.sentence.quote(self.start, self.end)


def spans(passage: Passage, year: int | None) -> Iterator[Span]:
    """Yield the spans of years of a sentence; what has no end reaches to the year reported on."""
    text = passage.sentence.text
    for match in entry("times", "span").finditer(text):
        told = match["many"] or match["many2"] or match["many3"]
        first = match["first"] or match["first2"] or match["first3"]
        last = match["last"] or match["last2"] or year
        if last is not None:
            many = int(told) if told.isdigit() else chinese_value(told)
            yield Span(passage, many, int(first), int(last), *match.span())
