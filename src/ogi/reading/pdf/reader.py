"""From the bytes of a PDF to a document."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from ogi.errors import DamagedError, LimitError, NoTextError
from ogi.place import Place
from ogi.reading.document import Block, Document, Page, TableBlock, TableCell, TextBlock
from ogi.reading.limits import Limits
from ogi.reading.pdf.fragments import Fragment, ruled_fragments
from ogi.reading.pdf.half_ruled import half_ruled_fragments
from ogi.reading.pdf.joining import Table, goes_on, joined, table_of
from ogi.reading.pdf.layout import Item, Layout, with_unruled_tables, without_running_lines
from ogi.reading.pdf.lines import Line, lines_of
from ogi.reading.pdf.paragraphs import paragraphs_of
from ogi.reading.pdf.sheet import Box, Sheet
from ogi.reading.pdf.source import opened, sheets_of, title_of

NO_TEXT = (
    'PDF里只有页面图像，没有文字。安装识别组件后可以读取：pip install "ogi[ocr]"；'
    "或者改用有文字的原文件。"
)
NO_CHARACTERS = (
    "PDF里的文字没有对应的字符编码，读出来不是原文。安装识别组件后可以读取："
    'pip install "ogi[ocr]"；或者改用原文件重新导出。'
)


def read_pdf(data: bytes, limits: Limits) -> Document:
    """Read a PDF with a text layer."""
    with opened(data, limits) as source:
        titles = title_of(source)
        pages = list(sheets_of(source))
    sheets = [sheet for _, sheet in pages if sheet is not None]
    _check(sheets)
    layouts = [
        with_unruled_tables(page)
        for page in without_running_lines([_layout(sheet) for sheet in sheets])
    ]
    blocks = tuple(_blocks(layouts, {sheet.number: sheet for sheet in sheets}))
    if sum(len(b.cells) for b in blocks if isinstance(b, TableBlock)) > limits.cells:
        raise LimitError(
            f"表格单元格超过{limits.cells}个，未作读取。拆分后再读，或者放宽单元格上限。"
        )
    return Document(
        format="pdf",
        blocks=blocks,
        pages=tuple(Page(s.number, s.width, s.height, s.rotation) for s in sheets),
        titles=titles,
        remarks=tuple(_remarks(pages)),
    )


def _check(sheets: Sequence[Sheet]) -> None:
    """Raise the ReadingError that says why there is nothing to read."""
    if not sheets:
        raise DamagedError("PDF的各页都已损坏，无法读取。重新下载或重新导出后再读。")
    glyphs = sum(len(sheet.glyphs) for sheet in sheets)
    if not glyphs:
        raise NoTextError(NO_TEXT)
    if sum(sheet.silent for sheet in sheets) > glyphs / 2:
        raise NoTextError(NO_CHARACTERS)


def _remarks(pages: Sequence[tuple[int, Sheet | None]]) -> Iterator[str]:
    for number, sheet in pages:
        if sheet is None:
            yield f"第{number}页已损坏，未能读取；其余各页照常读取。"
        elif not sheet.glyphs and sheet.pictures:
            yield (
                f"第{number}页只有图像，没有文字，未能读取。"
                '安装识别组件后可以读取：pip install "ogi[ocr]"'
            )
        elif sheet.silent:
            yield f"第{number}页有{sheet.silent}个字没有字符编码，无法读出。"


def _layout(sheet: Sheet) -> Layout:
    ruled, glyphs, rules = ruled_fragments(sheet)
    half_ruled, glyphs = half_ruled_fragments(sheet.number, rules, glyphs)
    items: list[Item] = [*ruled, *half_ruled, *lines_of(glyphs)]
    items.sort(key=lambda item: (item.box.top, item.box.left))
    return Layout(sheet.number, *sheet.extent, tuple(items))


def _blocks(layouts: Sequence[Layout], sheets: dict[int, Sheet]) -> Iterator[Block]:
    """Yield tables and paragraphs in reading order, each with its place."""
    number = 0
    flow = _joined_tables([(page.page, item) for page in layouts for item in page.items])
    for is_table, group in groupby(flow, key=lambda entry: isinstance(entry[1], Table)):
        if not is_table:
            lines = [(page, item) for page, item in group if isinstance(item, Line)]
            for part in paragraphs_of(lines):
                yield TextBlock(part.text, _place(sheets, part.page, part.box))
            continue
        for _, table in group:
            if isinstance(table, Table):
                number += 1
                yield _block(table, number, sheets)


def _joined_tables(flow: Sequence[tuple[int, Item]]) -> Iterator[tuple[int, Line | Table]]:
    """Yield lines and tables, fragments of one table joined."""
    table: Table | None = None
    for page, item in flow:
        if isinstance(item, Fragment):
            if table is not None and goes_on(table, item):
                table = joined(table, item)
                continue
            if table is not None:
                yield table.page, table
            table = table_of(item)
            continue
        if table is not None:
            yield table.page, table
            table = None
        yield page, item
    if table is not None:
        yield table.page, table


def _block(table: Table, number: int, sheets: dict[int, Sheet]) -> TableBlock:
    cells = tuple(
        TableCell(
            piece.text,
            piece.row,
            piece.column,
            piece.rowspan,
            piece.colspan,
            Place(
                page=piece.page,
                box=sheets[piece.page].seen(piece.box),
                table=number,
                row=piece.row + 1,
                column=piece.column + 1,
            ),
        )
        for piece in table.pieces
    )
    place = Place(page=table.page, box=sheets[table.page].seen(table.box), table=number)
    return TableBlock(cells, table.rows, len(table.columns) - 1, table.exact, place)


def _place(sheets: dict[int, Sheet], page: int, box: Box) -> Place:
    return Place(page=page, box=sheets[page].seen(box))
