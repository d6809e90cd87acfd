"""From the bytes of a PDF to a document."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

import pypdfium2 as pdfium

from ogi.errors import DamagedError, LimitError, NoTextError
from ogi.place import Place
from ogi.reading import pictured
from ogi.reading.document import Block, Document, Page, TableBlock, TableCell, TextBlock
from ogi.reading.limits import Limits
from ogi.reading.pdf.fragments import ruled_fragments
from ogi.reading.pdf.gutters import Item
from ogi.reading.pdf.half_ruled import half_ruled_fragments
from ogi.reading.pdf.joining import Table, goes_on, joined, table_of
from ogi.reading.pdf.layout import Layout, without_number_at_side, without_running_lines
from ogi.reading.pdf.lines import Line, lines_of
from ogi.reading.pdf.ordering import Placed, in_reading_order
from ogi.reading.pdf.paragraphs import PlacedLine, paragraphs_of
from ogi.reading.pdf.sheet import Box, Sheet
from ogi.reading.pdf.source import opened, sheets_of, title_of
from ogi.reading.pdf.unruled import unruled_fragments

Recogniser = Callable[[pdfium.PdfDocument, Sequence[int], Limits], Mapping[int, list[Sheet]]]


def read_pdf(data: bytes, limits: Limits, recognise: Recogniser | None = None) -> Document:
    """Read a PDF: its text, and the pages that have none as `recognise` finds them."""
    with opened(data, limits) as source:
        titles = title_of(source)
        count = len(source)
        pages = list(sheets_of(source, limits.pages))
        without_text = [number for number, sheet in pages if sheet and _is_picture(sheet)]
        recognised: Mapping[int, list[Sheet]] = {}
        if without_text and recognise:
            recognised = recognise(source, without_text[: limits.scans], limits)
    sheets = _numbered(pages, recognised)
    _check(sheets, pictured.NOTHING if recognise else pictured.no_text())
    left_out = len(without_text[limits.scans :]) + count - len(pages)
    return Document(
        format="pdf",
        blocks=blocks_of(sheets, limits),
        pages=tuple(Page(n, s.width, s.height, s.rotation) for n, s in pages if s),
        titles=titles,
        remarks=(
            *_remarks(pages, recognised),
            *([pictured.left_out(count, left_out)] if recognised and left_out else []),
        ),
    )


def blocks_of(sheets: Sequence[Sheet], limits: Limits) -> tuple[Block, ...]:
    """Return the tables and paragraphs on sheets, in reading order."""
    layouts = without_running_lines([_layout(sheet) for sheet in sheets])
    flow = [
        placed for page in layouts for placed in in_reading_order(page, is_last=page is layouts[-1])
    ]
    by_number = {sheet.number: sheet for sheet in sheets}
    blocks = tuple(_blocks(list(_with_unruled_tables(flow)), by_number))
    if sum(len(b.cells) for b in blocks if isinstance(b, TableBlock)) > limits.cells:
        raise LimitError(
            f"表格单元格超过{limits.cells}个，未作读取。拆分后再读，或者放宽单元格上限。"
        )
    return blocks


def _is_picture(sheet: Sheet) -> bool:
    """Tell whether a page has no text that can be used."""
    return sheet.hidden or sheet.silent > len(sheet.glyphs) / 2 or not sheet.glyphs


def _numbered(
    pages: Sequence[tuple[int, Sheet | None]], recognised: Mapping[int, Sequence[Sheet]]
) -> list[Sheet]:
    """Return the sheets in order; where pages were recognised they are counted anew.

    A spread is one page and two sheets.
    """
    if not recognised:
        return [sheet for _, sheet in pages if sheet is not None]
    found: list[Sheet] = []
    for number, sheet in pages:
        for one in recognised.get(number, [sheet] if sheet else []):
            found.append(replace(one, number=len(found) + 1))
    return found


def _check(sheets: Sequence[Sheet], nothing: str) -> None:
    """Raise the ReadingError that says why there is nothing to read."""
    if not sheets:
        raise DamagedError("PDF的各页都已损坏，无法读取。重新下载或重新导出后再读。")
    glyphs = sum(len(sheet.glyphs) for sheet in sheets)
    if not glyphs:
        raise NoTextError(nothing)
    if sum(sheet.silent for sheet in sheets) > glyphs / 2:
        raise NoTextError(pictured.no_characters())


def _remarks(
    pages: Sequence[tuple[int, Sheet | None]], recognised: Mapping[int, Sequence[Sheet]]
) -> Iterator[str]:
    for number, sheet in pages:
        if sheet is None:
            yield f"第{number}页已损坏，未能读取；其余各页照常读取。"
        elif number in recognised:
            continue
        elif not sheet.glyphs and sheet.pictures and not recognised:
            yield pictured.not_read(number)
        elif sheet.silent:
            yield f"第{number}页有{sheet.silent}个字没有字符编码，无法读出。"


def _layout(sheet: Sheet) -> Layout:
    ruled, glyphs, rules = ruled_fragments(sheet)
    half_ruled, glyphs = half_ruled_fragments(sheet.number, rules, glyphs)
    width, height = sheet.extent
    lines = lines_of(without_number_at_side(glyphs, width))
    return Layout(sheet.number, width, height, (*ruled, *half_ruled, *lines))


def _with_unruled_tables(flow: Sequence[Placed]) -> Iterator[Placed]:
    """Put tables without ruling lines in the place of their lines."""
    for (page, column, is_line), group in groupby(
        flow, key=lambda placed: (placed.page, placed.column, isinstance(placed.item, Line))
    ):
        items: list[Item] = [placed.item for placed in group]
        if is_line:
            lines = [item for item in items if isinstance(item, Line)]
            fragments, lines = unruled_fragments(page, lines)
            items = sorted([*fragments, *lines], key=lambda i: (i.box.top, i.box.left))
        for item in items:
            yield Placed(page, column, item)


def _blocks(flow: Sequence[Placed], sheets: dict[int, Sheet]) -> Iterator[Block]:
    """Yield tables and paragraphs in reading order, each with its place."""
    number = 0
    for is_table, group in groupby(_joined_tables(flow), key=lambda one: isinstance(one, Table)):
        if not is_table:
            lines = [one for one in group if isinstance(one, PlacedLine)]
            for part in paragraphs_of(lines):
                place = _place(sheets, part.page, part.box)
                sure = sheets[part.page].recognised_in(part.box)
                yield TextBlock(part.text, place, recognised=sure)
            continue
        for table in group:
            if isinstance(table, Table):
                number += 1
                yield _block(table, number, sheets)


def _joined_tables(flow: Iterable[Placed]) -> Iterator[PlacedLine | Table]:
    """Yield lines and tables, fragments of one table joined."""
    table: Table | None = None
    for page, column, item in flow:
        if isinstance(item, Line):
            if table is not None:
                yield table
                table = None
            yield PlacedLine(page, column, item)
        elif table is not None and goes_on(table, item):
            table = joined(table, item)
        else:
            if table is not None:
                yield table
            table = table_of(item)
    if table is not None:
        yield table


def _block(table: Table, number: int, sheets: dict[int, Sheet]) -> TableBlock:
    cells = tuple(
        TableCell(
            piece.text,
            piece.row,
            piece.column,
            piece.rowspan,
            piece.colspan,
            Place(
                page=sheets[piece.page].page,
                box=sheets[piece.page].seen(piece.box),
                table=number,
                row=piece.row + 1,
                column=piece.column + 1,
            ),
            sheets[piece.page].recognised_in(piece.box),
        )
        for piece in table.pieces
    )
    sheet = sheets[table.page]
    place = Place(page=sheet.page, box=sheet.seen(table.box), table=number)
    return TableBlock(cells, table.rows, len(table.columns) - 1, table.exact, place)


def _place(sheets: dict[int, Sheet], page: int, box: Box) -> Place:
    return Place(page=sheets[page].page, box=sheets[page].seen(box))
