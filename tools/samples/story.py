"""A report as a sequence: its title, headings, paragraphs and tables, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from ogi.form import Table, edition
from tools.samples.declaration import Sample
from tools.samples.grid import Line, lines_of


@dataclass(frozen=True)
class Title:
    text: str


@dataclass(frozen=True)
class Head:
    text: str
    level: int = 2


@dataclass(frozen=True)
class Text:
    text: str


@dataclass(frozen=True)
class Grid:
    table: Table
    lines: list[Line]


Item = Title | Head | Text | Grid


def story(sample: Sample) -> Iterator[Item]:
    """Yield what the report says, in the order of the form."""
    tables = {table.key: table for table in sample.tables()}
    if sample.title:
        yield Title(sample.options.get("title_as_printed", sample.title))
    yield from _texts(sample, "preamble")
    for section in edition(sample.editions["proactive"]).sections:
        head = sample.headings.get(section.key, f"{section.number}、{section.title}")
        if head:
            yield Head(head)
        yield from _texts(sample, section.key)
        if section.key in tables:
            yield Grid(tables[section.key], lines_of(sample, tables[section.key]))
            yield from _texts(sample, f"after_{section.key}")


def _texts(sample: Sample, key: str) -> Iterator[Item]:
    for paragraph in sample.text.get(key, ()):
        yield (
            Head(paragraph, 3)
            if paragraph.startswith("（") and len(paragraph) < 20
            else Text(paragraph)
        )
