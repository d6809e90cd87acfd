"""Match a document with the form: the whole chain."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from ogi.errors import NotAnAnnualReportError
from ogi.form import AnnualReport, Cell, Paragraph, Part, edition_for, editions
from ogi.formats import format_of
from ogi.reading.document import Block, Document, TextBlock
from ogi.reading.matching.again import compare, of_own_year
from ogi.reading.matching.copies import numbered, without_copies
from ogi.reading.matching.lines import Line, lines_of
from ogi.reading.matching.normal import is_traditional, simplified
from ogi.reading.matching.parts import parts_of, starts_of, strong_regions
from ogi.reading.matching.regions import Region, all_regions, largest
from ogi.reading.matching.runs import Run
from ogi.reading.matching.sections import Text, heads_of, text_of
from ogi.reading.matching.tables import TableReading, read_table, told_by
from ogi.reading.matching.title import Title, title_of, year_of
from ogi.reading.matching.unglue import unglued
from ogi.reading.matching.unsure import Texts, recognised_texts, with_unsure
from ogi.reading.matching.vocabulary import equations_of, words

_SAMPLE = 60
_FEWEST_HEADINGS = 3
_NOT_A_REPORT = (
    "文件里没有年度报告的表格，也没有六个部分的标题。核对是不是政府信息公开工作年度报告的正文。"
)


def match(document: Document) -> AnnualReport:
    """Return the annual report that a document holds.

    Raises NotAnAnnualReportError when it has none of the form's tables and sections.
    """
    document = replace(document, blocks=unglued(document.blocks))
    return _match(document, *_lines(document))


def match_all(document: Document) -> tuple[AnnualReport, ...]:
    """Return every annual report that a document holds, in its order.

    Raises NotAnAnnualReportError when there is none.
    """
    document = replace(document, blocks=unglued(document.blocks))
    printed, lines = _lines(document)
    starts = starts_of(lines, document.format)
    if len(starts) == 1:
        return (_match(document, printed, lines),)
    parts = parts_of(document, lines, starts)
    try:
        reports = [_match(part, *_lines(part)) for part in parts]
    except NotAnAnnualReportError:
        return (_match(document, printed, lines),)
    return tuple(numbered(without_copies(reports)))


def _lines(document: Document) -> tuple[list[Line], list[Line]]:
    """Return the lines as printed and, of a report in traditional characters, in simplified."""
    printed = lines_of(document.blocks)
    if not is_traditional("".join(_sample(document.blocks))):
        return printed, printed
    return printed, lines_of(tuple(_in_simplified(block) for block in document.blocks))


def _match(document: Document, printed: list[Line], lines: list[Line]) -> AnnualReport:
    found = all_regions(lines)
    regions = largest(found)
    further = [one for one in strong_regions(found, lines) if one not in regions.values()]
    inside = {**regions, **{f"{one.table}@{one.start}": one for one in further}}
    candidates, heads = heads_of(printed, inside)
    if not regions and len(heads) < _FEWEST_HEADINGS:
        raise NotAnAnnualReportError("".join((_NOT_A_REPORT, *document.remarks)))
    until = min([c.line for c in heads.values()] + [r.start for r in regions.values()])
    title = title_of(printed, until, document.titles)
    wrapped = format_of(document.format).wrapped
    text = text_of(printed, inside, candidates, heads, title.lines, wrapped=wrapped)
    if title.year is None:
        title = replace(title, year=year_of(_first(text)))
    of_own_year(regions, further, lines, title.year)
    tables = _tables(lines, regions, title.year)
    remarks = _compare(tables, lines, further, title.year)
    if texts := recognised_texts(document.blocks):
        tables = {key: _with_unsure(key, reading, texts) for key, reading in tables.items()}
    if title.year and edition_for(title.year) is None:
        first = editions()[0].year
        remarks.append(f"{title.year}年的年报早于{first}年版格式，不按后来的格式检查。")
    document = replace(document, remarks=(*document.remarks, *remarks))
    text = replace(text, parts=_parts(text, tables, regions))
    return _report(document, title, text, tables, _stray(tables))


def _parts(
    text: Text, tables: Mapping[str, TableReading], regions: Mapping[str, Region]
) -> tuple[Part, ...]:
    """Return where each line went; rows that belong to no row of the form are left over."""
    left = {
        regions[key].start + run.line for key, reading in tables.items() for run in reading.left
    }
    return tuple(
        replace(part, kind="left") if number in left else part
        for number, part in enumerate(text.parts)
        if part.text
    )


def _compare(
    tables: dict[str, TableReading],
    lines: Sequence[Line],
    further: Sequence[Region],
    year: int | None,
) -> list[str]:
    """Compare the tables with what prints them again; return what is to be said of it."""
    remarks = []
    for region in further:
        if compared := compare(tables[region.table], lines, region, year):
            tables[region.table] = compared.reading
            remarks.append(compared.remark)
    return remarks


def _tables(
    lines: Sequence[Line], regions: Mapping[str, Region], year: int | None
) -> dict[str, TableReading]:
    """Read the tables; a table cut short takes the edition of the one before it."""
    due = edition_for(year) if year else None
    hint = due.year if due else _told(lines, regions)
    found: dict[str, TableReading] = {}
    for key, region in regions.items():
        found[key] = read_table(key, lines[region.start : region.end], hint)
        hint = found[key].year
    return found


def _told(lines: Sequence[Line], regions: Mapping[str, Region]) -> int | None:
    """Return the edition that one of the tables tells most surely; None where all leave it open."""
    told = [told_by(key, lines[at.start : at.end]) for key, at in regions.items()]
    surest = max(told, default=(0, 0))
    return surest[1] if surest[0] > 0 else None


def _with_unsure(key: str, reading: TableReading, texts: Texts) -> TableReading:
    equations = equations_of(words(reading.year, key))
    return replace(reading, cells=with_unsure(reading.cells, equations, texts))


def _report(
    document: Document,
    title: Title,
    text: Text,
    tables: Mapping[str, TableReading],
    stray: tuple[Paragraph, ...],
) -> AnnualReport:
    cells: dict[str, Cell] = {}
    extras: dict[str, Cell] = {}
    labels: dict[str, Paragraph] = {}
    for reading in tables.values():
        cells.update(reading.cells)
        extras.update(reading.extras)
        labels.update(reading.labels)
    return AnnualReport(
        title=title.text,
        organ=title.organ,
        year=title.year,
        editions={key: reading.year for key, reading in tables.items()},
        cells=cells,
        extras=extras,
        labels=labels,
        sections=text.sections,
        headings=text.headings,
        stray=stray,
        parts=text.parts,
        title_place=title.place,
        remarks=document.remarks,
    )


def _first(text: Text) -> tuple[Paragraph, ...]:
    return tuple(
        paragraph
        for key in ("preamble", "overview")
        if key in text.sections
        for paragraph in text.sections[key].paragraphs
    )


def _stray(tables: Mapping[str, TableReading]) -> tuple[Paragraph, ...]:
    """Return what stands in the tables and in no cell of theirs, as it is printed."""
    return tuple(
        paragraph
        for reading in tables.values()
        for paragraph in (*map(_as_paragraph, reading.left), *reading.beside)
    )


def _as_paragraph(run: Run) -> Paragraph:
    words = [*run.own, *(token.text for token in run.tokens if not token.blank)]
    return Paragraph(" ".join(words), run.place)


def _sample(blocks: Sequence[Block]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, TextBlock):
            yield block.text[:_SAMPLE]
        else:
            yield from (cell.text for cell in block.cells[:_SAMPLE])


def _in_simplified(block: Block) -> Block:
    if isinstance(block, TextBlock):
        return replace(block, text=simplified(block.text))
    cells = tuple(replace(cell, text=simplified(cell.text)) for cell in block.cells)
    return replace(block, cells=cells)
