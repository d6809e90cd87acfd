"""Pictures pasted into a DOCX in place of tables, or of the whole text: recognised in place."""

import io
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from lxml import etree
from PIL import Image

from ogi.errors import ReadingError
from ogi.expression import expression
from ogi.place import Place
from ogi.reading import ocr
from ogi.reading.archive import Archive
from ogi.reading.document import Block, TableBlock, TextBlock
from ogi.reading.leaflets import BROKEN, as_tiff
from ogi.reading.limits import Limits
from ogi.reading.numbering import W

_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_SHOWN = (
    ("{http://schemas.openxmlformats.org/drawingml/2006/main}blip", f"{_RELATIONS}embed"),
    ("{urn:schemas-microsoft-com:vml}imagedata", f"{_RELATIONS}id"),
)
_SIGN = "\ue0f0"  # private use: no document prints it
_MARK = expression(f"{_SIGN}(\\d+){_SIGN}")
_LONGEST, _SHORTEST = 600, 200  # pixels of a picture that may hold a table


def mark_pictures(body: etree._Element, archive: Archive, folder: str) -> list[bytes]:
    """Put a mark behind each paragraph that shows a large picture; return the pictures."""
    targets = _targets(archive, folder)
    found: list[bytes] = []
    for paragraph in list(body.iter(f"{W}p")):
        for name in _names(paragraph, targets):
            data = archive.read(name)
            if data is not None and _is_large(data):
                _add_mark(paragraph, len(found))
                found.append(data)
    return found


def _targets(archive: Archive, folder: str) -> dict[str, str]:
    relations = archive.xml(f"{folder}/_rels/document.xml.rels")
    return {
        relation.get("Id", ""): f"{folder}/{relation.get('Target', '')}"
        for relation in (() if relations is None else relations)
        if relation.get("Type", "").endswith("/image")
    }


def _names(paragraph: etree._Element, targets: dict[str, str]) -> Iterator[str]:
    """Yield the pictures of a paragraph, none of a paragraph within it."""
    for tag, key in _SHOWN:
        for shown in paragraph.iter(tag):
            inner = next(shown.iterancestors(f"{W}p"), None)
            if inner is paragraph and (name := targets.get(shown.get(key, ""))):
                yield name


def _is_large(data: bytes) -> bool:
    try:
        with Image.open(io.BytesIO(data)) as image:
            return max(image.size) >= _LONGEST and min(image.size) >= _SHORTEST
    except BROKEN:
        return False


def _add_mark(paragraph: etree._Element, number: int) -> None:
    marked = etree.Element(f"{W}p")
    text = etree.SubElement(etree.SubElement(marked, f"{W}r"), f"{W}t")
    text.text = f"{_SIGN}{number}{_SIGN}"
    paragraph.addnext(marked)


def recognised(
    blocks: Sequence[Block], pictures: Sequence[bytes], limits: Limits
) -> tuple[list[Block], list[str]]:
    """Put what the pictures say where their marks stand; also return what is to be said.

    Pictures with nothing between them are pages of one document: a table may go on from
    one to the next.
    """
    made: list[Block] = []
    remarks: dict[str, None] = {}
    pages = tables = 0
    for is_marked, some in groupby(blocks, _is_mark):
        if not is_marked:
            made += some
            continue
        shown = [pictures[number] for block in some for number in _numbers(block)]
        try:
            document = ocr.read_picture(as_tiff(shown), limits)
        except ReadingError as error:
            remarks[str(error)] = None
        else:
            made += [_moved(block, pages, tables) for block in document.blocks]
            remarks |= dict.fromkeys(document.remarks)
            tables += sum(isinstance(block, TableBlock) for block in document.blocks)
        pages += len(shown)
    return made, list(remarks)


def _is_mark(block: Block) -> bool:
    return isinstance(block, TextBlock) and bool(_MARK.search(block.text))


def _numbers(block: Block) -> Iterator[int]:
    if isinstance(block, TextBlock):
        yield from (int(number) for number in _MARK.findall(block.text))


def _moved(block: Block, pages: int, tables: int) -> Block:
    """Return a block whose pages and tables are numbered on from those before."""

    def moved(place: Place | None) -> Place | None:
        if place is None or not (pages or tables):
            return place
        page = None if place.page is None else place.page + pages
        table = None if place.table is None else place.table + tables
        return replace(place, page=page, table=table)

    if isinstance(block, TextBlock):
        return replace(block, place=moved(block.place))
    cells = tuple(replace(cell, place=moved(cell.place)) for cell in block.cells)
    return replace(block, cells=cells, place=moved(block.place))
