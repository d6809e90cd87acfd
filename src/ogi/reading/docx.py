"""DOCX to blocks: paragraphs and tables of the main text, in their order."""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from ogi.errors import DamagedError, NoTextError
from ogi.parts import how_to_install
from ogi.reading.archive import Archive, open_archive
from ogi.reading.document import Block, Document, TableBlock
from ogi.reading.encoding import printed
from ogi.reading.grid import LARGEST_SPAN, Budget, Grid, Slot, without_overhang
from ogi.reading.limits import Limits
from ogi.reading.numbering import W, int_of, read_numbering
from ogi.reading.opening import Line, blocks_of, lines_of, open_up
from ogi.reading.paragraphs import MC, Paragraphs
from ogi.reading.styles import read_styles

_VAL = f"{W}val"
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MAIN = "word/document.xml"
_PASSED = (f"{W}sectPr", f"{W}sdtPr", f"{W}sdtEndPr", f"{W}tcPr", f"{W}tblPr", f"{W}tblGrid")
_GONE = (f"{W}del", f"{W}moveFrom")
_EMBEDDED = "文件中嵌入了另一份文件，其内容未读入。用Word打开后另存再读。"
_ONLY_PICTURES = (
    "文件中只有图片，没有可读的文字。安装文字识别（{how}）后可以识别，"
    "或者请发布单位提供可复制文字的版本。"
)
_TABLES_IN_PICTURES = (
    "文件中没有表格，有图片，表格可能是图片。"
    "安装文字识别（{how}）后可以识别图片，或者请发布单位提供可复制文字的版本。"
)
_RECOGNISED = "文件中的图片已用文字识别读入。"
_CHANGED = "文件带有修订痕迹，已按接受全部修订后的内容读取。"

Item = Line | etree._Element


@dataclass(slots=True)
class _Reading:
    paragraphs: Paragraphs
    budget: Budget


@dataclass(slots=True)
class _Merge:
    """A cell that cells below may continue: its number, and the row they must stand in."""

    cell: int
    next_row: int


def read_docx(data: bytes, limits: Limits) -> Document:
    """Read a DOCX into a document."""
    archive = open_archive(data, limits)
    main = _main_part(archive)
    root = archive.xml(main)
    body = root.find(f"{W}body") if root is not None else None
    if body is None:
        raise DamagedError("文件已损坏：DOCX中没有正文。用原软件打开后另存再读。")
    folder = main.rpartition("/")[0]
    paragraphs = Paragraphs(
        read_styles(archive.xml(f"{folder}/styles.xml")),
        read_numbering(archive.xml(f"{folder}/numbering.xml")),
    )
    reading = _Reading(paragraphs, Budget(limits))
    blocks = tuple(blocks_of(_flow(body, reading, False), lambda t: _table(t, reading)))
    has_pictures = any("/media/" in name for name in archive.entries)
    if has_pictures and not any(isinstance(block, TableBlock) for block in blocks):
        blocks = _with_pictures(blocks, body, archive, folder, reading)
    return Document("docx", blocks, (), _titles(archive), tuple(paragraphs.remarks))


def _with_pictures(
    blocks: tuple[Block, ...],
    body: etree._Element,
    archive: Archive,
    folder: str,
    reading: _Reading,
) -> tuple[Block, ...]:
    """Read the pictures of a text that has no tables: they may be the tables, or all of it."""
    from ogi.reading import ocr, pictured
    from ogi.reading.pasted import mark_pictures, recognised

    if not ocr.is_installed():
        if not blocks:
            raise NoTextError(_ONLY_PICTURES.format(how=how_to_install("ocr")))
        remark = _TABLES_IN_PICTURES.format(how=how_to_install("ocr"))
        reading.paragraphs.remarks[remark] = None
        return blocks
    pictures = mark_pictures(body, archive, folder)
    if blocks and not pictures:
        return blocks
    marked = tuple(blocks_of(_flow(body, reading, False), lambda t: _table(t, reading)))
    made, remarks = recognised(marked, pictures, reading.budget.limits)
    if not made:
        raise NoTextError(pictured.NOTHING)
    reading.paragraphs.remarks |= dict.fromkeys((_RECOGNISED, *remarks))
    return tuple(made)


def _main_part(archive: Archive) -> str:
    """Return the name of the part with the main text."""
    relations = archive.xml("_rels/.rels")
    if relations is not None:
        for relation in relations.iter(_RELATIONSHIP):
            target = relation.get("Target", "").lstrip("/")
            if relation.get("Type", "").endswith("/officeDocument") and target.startswith("word/"):
                return str(target)
    return _MAIN


def _titles(archive: Archive) -> tuple[str, ...]:
    core = archive.xml("docProps/core.xml")
    title = core.findtext(f".//{_TITLE}") if core is not None else None
    title = printed(" ".join((title or "").split()))
    return (title,) if title else ()


def _flow(parent: etree._Element, reading: _Reading, in_cell: bool) -> list[Item]:
    """Return the lines and the tables below an element, in their order."""
    items: list[Item] = []
    for child in parent:
        tag = child.tag
        if tag == f"{W}p":
            lines, boxes = reading.paragraphs.read(child, in_cell)
            items += lines
            for box in boxes:
                items += _flow(box, reading, in_cell)
        elif tag == f"{W}tbl":
            items.append(child)
        elif tag in _GONE:
            reading.paragraphs.remarks[_CHANGED] = None
        elif tag == f"{W}altChunk":
            reading.paragraphs.remarks[_EMBEDDED] = None
        elif tag == f"{MC}AlternateContent":
            items += _flow(child[0], reading, in_cell) if len(child) else []
        elif tag not in _PASSED:
            items += _flow(child, reading, in_cell)
    return items


def _table(table: etree._Element, reading: _Reading) -> Iterator[Block]:
    """Yield a table, or what a table of the layout holds."""
    cells: list[Slot] = []
    opened: list[list[Item] | None] = []
    merges: dict[int, _Merge] = {}
    for row in _rows(table, reading):
        items = _row(row, len(opened), cells, merges, reading)
        nested = len(lines_of(items)) < len(items)
        opened.append(items if nested else None)
    columns = max((cell.column + cell.colspan for cell in cells), default=0)
    grid = without_overhang(Grid(cells, len(opened), columns))
    yield from open_up(grid, opened, reading.budget, lambda t: _table(t, reading))


def _rows(parent: etree._Element, reading: _Reading) -> Iterator[etree._Element]:
    """Yield the rows of a table, also those in content controls, without deleted ones."""
    for child in parent:
        if child.tag == f"{W}tr":
            if child.find(f"{W}trPr/{W}del") is not None:
                reading.paragraphs.remarks[_CHANGED] = None
            elif child.find(f"{W}trPr/{W}hidden") is None:
                yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _rows(child, reading)


def _cells(parent: etree._Element) -> Iterator[tuple[etree._Element, dict[str, str]]]:
    """Yield the cells of a row, each with its span and how it is merged."""
    for child in parent:
        if child.tag == f"{W}tc":
            properties = child.find(f"{W}tcPr")
            known = {
                str(property_.tag): property_.get(_VAL, "continue")
                for property_ in (() if properties is None else properties)
            }
            if f"{W}cellDel" not in known:
                yield child, known
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml"):
            yield from _cells(child)


def _row(
    row: etree._Element,
    number: int,
    cells: list[Slot],
    merges: dict[int, _Merge],
    reading: _Reading,
) -> list[Item]:
    """Add the cells of a row; return all that stands in the row."""
    before = row.find(f"{W}trPr/{W}gridBefore")
    column = 0 if before is None else min(int_of(before.get(_VAL)), LARGEST_SPAN)
    everything: list[Item] = []
    for cell, known in _cells(row):
        span = min(max(1, int_of(known.get(f"{W}gridSpan"), 1)), LARGEST_SPAN)
        reading.budget.spend(span)
        items = _flow(cell, reading, True)
        merge = known.get(f"{W}vMerge")
        above = merges.get(column)
        last = cells[-1] if cells and cells[-1].row == number else None
        if known.get(f"{W}hMerge", "restart") != "restart" and last is not None:
            cells[-1] = last._replace(colspan=last.colspan + span)
        elif merge not in (None, "restart") and above is not None and above.next_row == number:
            start = cells[above.cell]
            cells[above.cell] = start._replace(rowspan=start.rowspan + 1)
            above.next_row = number + 1
        else:
            everything += items
            merges.pop(column, None)
            if merge is not None:
                merges[column] = _Merge(len(cells), number + 1)
            cells.append(Slot("\n".join(lines_of(items)), number, column, 1, span))
        column += span
    return everything
