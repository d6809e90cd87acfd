"""ODF (ODT, ODS; also the flat forms, one XML file) to blocks."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ogi.errors import DamagedError, EncryptedError, ForeignFormatError, NoTextError
from ogi.parts import how_to_install
from ogi.reading.archive import Archive, open_archive, parse_xml
from ogi.reading.document import Block, Document
from ogi.reading.encoding import printed
from ogi.reading.grid import LARGEST_SPAN, Budget, Grid, Slot, without_overhang
from ogi.reading.limits import Limits
from ogi.reading.odf_text import (
    OFFICE,
    TABLE,
    TEXT,
    boxes_of,
    hidden_styles,
    level_of,
    raised_styles,
    text_of,
)
from ogi.reading.opening import Line, blocks_of, lines_of, open_up
from ogi.reading.sheets import Area, Sheet
from ogi.reading.workbook import document_of

_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_PARAGRAPHS = (f"{TEXT}p", f"{TEXT}h")
_ROW_GROUPS = tuple(
    f"{TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group")
)
_PASSED = (f"{TEXT}tracked-changes", f"{OFFICE}forms", f"{OFFICE}annotation")
_CHANGED = "文件带有修订痕迹，已按接受全部修订后的内容读取。"
_LAST_ROW = 1_048_576
_LAST_COLUMN = 16_384

Item = Line | etree._Element


@dataclass(slots=True)
class _Reading:
    budget: Budget
    hidden: frozenset[str]
    raised: frozenset[str]


def read_odf(data: bytes, limits: Limits) -> Document:
    """Read an ODT or ODS into a document."""
    archive = open_archive(data, limits) if data.startswith(b"PK") else None
    root = _content(archive) if archive else parse_xml(data, "content.xml")
    titles = _titles(_meta(archive) if archive else root)
    body = root.find(f"{OFFICE}body")
    text = root.find(f"{OFFICE}body/{OFFICE}text")
    sheets = root.find(f"{OFFICE}body/{OFFICE}spreadsheet")
    if sheets is not None:
        found = list(_sheets(sheets, limits))
        return document_of(found, "ods", limits)
    if text is None:
        if body is not None and len(body):
            raise ForeignFormatError("这份ODF文件不是文字文档，也不是表格，里面没有年度报告。")
        raise DamagedError("文件已损坏：ODF文件里没有正文。用原软件打开后另存再读。")
    reading = _Reading(Budget(limits), hidden_styles(root), raised_styles(root))
    blocks = tuple(blocks_of(_flow(text, reading), lambda table: _table(table, reading)))
    if not blocks and archive and any(n.startswith("pictures/") for n in archive.entries):
        raise NoTextError(
            f"文件中只有图片，没有可读的文字。安装文字识别（{how_to_install('ocr')}）后可以识别，"
            "或者请发布单位提供可复制文字的版本。"
        )
    changed = text.find(f"{TEXT}tracked-changes/{TEXT}changed-region") is not None
    return Document("odt", blocks, (), titles, (_CHANGED,) if changed else ())


def _content(archive: Archive) -> etree._Element:
    manifest = archive.read("META-INF/manifest.xml") or b""
    if b"encryption-data" in manifest or "encrypted-package" in archive.entries:
        raise EncryptedError("文件设有打开密码，不能读取。用原软件打开并取消密码，保存后再读。")
    root = archive.xml("content.xml")
    if root is None:
        raise DamagedError("文件已损坏：ODF文件里没有正文。用原软件打开后另存再读。")
    return root


def _meta(archive: Archive) -> etree._Element | None:
    try:
        return archive.xml("meta.xml")
    except DamagedError:
        return None


def _titles(meta: etree._Element | None) -> tuple[str, ...]:
    title = meta.findtext(f".//{OFFICE}meta/{_TITLE}") if meta is not None else None
    title = printed(" ".join((title or "").split()))
    return (title,) if title else ()


def _flow(parent: etree._Element, reading: _Reading) -> list[Item]:
    """Return the lines and the tables below an element, in their order."""
    items: list[Item] = []
    for child in parent:
        if child.tag in _PARAGRAPHS:
            level = level_of(child)
            lines = text_of(child, reading.hidden, reading.raised).split("\n")
            items += [(line.strip(), level) for line in lines if line.strip()]
            for box in boxes_of(child):
                items += _flow(box, reading)
        elif child.tag == f"{TABLE}table":
            items.append(child)
        elif child.tag not in _PASSED:
            items += _flow(child, reading)
    return items


def _table(table: etree._Element, reading: _Reading) -> Iterator[Block]:
    """Yield a table, or what a table of the layout holds."""
    cells: list[Slot] = []
    opened: list[list[Item] | None] = []
    for row in _rows(table):
        for _ in range(_count(row, "number-rows-repeated", LARGEST_SPAN)):
            items = _row(row, len(opened), cells, reading)
            nested = len(lines_of(items)) < len(items)
            opened.append(items if nested else None)
    columns = max((cell.column + cell.colspan for cell in cells), default=0)
    grid = without_overhang(_cut_below(Grid(cells, len(opened), columns)))
    yield from open_up(grid, opened, reading.budget, lambda inner: _table(inner, reading))


def _cut_below(grid: Grid) -> Grid:
    """Cut what spans more rows than the table has."""
    cells = [cell._replace(rowspan=min(cell.rowspan, grid.rows - cell.row)) for cell in grid.cells]
    return Grid(cells, grid.rows, grid.columns)


def _rows(parent: etree._Element) -> Iterator[etree._Element]:
    """Yield the rows of a table that are shown."""
    for child in parent:
        if child.tag == f"{TABLE}table-row":
            if child.get(f"{TABLE}visibility", "visible") == "visible":
                yield child
        elif child.tag in _ROW_GROUPS:
            yield from _rows(child)


def _row(row: etree._Element, number: int, cells: list[Slot], reading: _Reading) -> list[Item]:
    """Add the cells of a row; return all that stands in the row."""
    everything: list[Item] = []
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        repeated = _count(cell, "number-columns-repeated", LARGEST_SPAN)
        reading.budget.spend(repeated)
        if cell.tag == _CELLS[0]:
            items = _flow(cell, reading)
            everything += items
            text = "\n".join(lines_of(items))
            across = _count(cell, "number-columns-spanned", LARGEST_SPAN)
            down = _count(cell, "number-rows-spanned", LARGEST_SPAN)
            cells += [Slot(text, number, column + n, down, across) for n in range(repeated)]
        column += repeated
    return everything


def _sheets(spreadsheet: etree._Element, limits: Limits) -> Iterator[Sheet]:
    root = spreadsheet.getroottree().getroot()
    hidden, raised = hidden_styles(root), raised_styles(root)
    for table in spreadsheet.iterfind(f"{TABLE}table"):
        sheet = Sheet(table.get(f"{TABLE}name", ""), table.get(f"{TABLE}display") != "false")
        if table.get(f"{TABLE}style-name") in hidden:
            sheet.is_visible = False
        if sheet.is_visible:
            _fill(sheet, table, raised, limits)
        yield sheet


def _fill(sheet: Sheet, table: etree._Element, raised: frozenset[str], limits: Limits) -> None:
    number = 0
    for row in _rows(table):
        repeated = _count(row, "number-rows-repeated", _LAST_ROW)
        found = _sheet_row(row, raised)
        sheet.check(limits, len(found) * repeated)
        for at in range(number, number + (repeated if found else 0)):
            for column, (text, across, down) in found.items():
                sheet.cells[at, column] = text
                if (across, down) != (1, 1):
                    area: Area = ((at, column), (at + down - 1, column + across - 1))
                    sheet.merged.append(area)
        number += repeated


def _sheet_row(row: etree._Element, raised: frozenset[str]) -> dict[int, tuple[str, int, int]]:
    """Return what the cells of a row print, with their spans, by column."""
    found: dict[int, tuple[str, int, int]] = {}
    column = 0
    for cell in row:
        if cell.tag not in _CELLS:
            continue
        if column > _LAST_COLUMN:
            break
        repeated = _count(cell, "number-columns-repeated", LARGEST_SPAN * 20)
        text = "\n".join(text_of(p, raised=raised) for p in cell if p.tag in _PARAGRAPHS)
        if text.strip() and cell.tag == _CELLS[0]:
            spans = (
                _count(cell, "number-columns-spanned", LARGEST_SPAN),
                _count(cell, "number-rows-spanned", LARGEST_SPAN),
            )
            found |= {column + n: (text, *spans) for n in range(repeated)}
        column += repeated
    return found


def _count(element: etree._Element, name: str, most: int) -> int:
    value = element.get(f"{TABLE}{name}", "1")
    return min(max(1, int(value)), most) if value.isdecimal() and len(value) < 10 else 1
