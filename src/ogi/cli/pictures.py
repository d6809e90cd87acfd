"""Documents as they look: for the page of a check, and with what was read drawn on them."""

import hashlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from ogi.cli.output import make_folder, write_out
from ogi.form import AnnualReport
from ogi.formats import format_of
from ogi.reading import TableBlock, TextBlock, read_document
from ogi.writing.marks import all_cells
from ogi.writing.sources import PagePicture, SourceCell, SourceTable, SourceText, SourceView

if TYPE_CHECKING:
    from PIL.Image import Image

    from ogi.reading import Limits

_MOST_PLAIN_PAGES = 12  # pages without a cell that are shown all the same
_SCALE = 1.6  # pixels a point: legible at the width of the page, small enough to mail
_COLOURS = 32


def draw_pages(data: bytes, report: AnnualReport, target: Path, limits: "Limits") -> None:
    """Write the pages, with the cells found drawn on them: target-001.png and so on."""
    from ogi.reading.draw import draw

    make_folder(target.parent)
    for number, picture in draw(data, report, limits=limits):
        drawn = BytesIO()
        picture.save(drawn, "PNG")
        write_out(target.with_name(f"{target.stem}-{number:03}.png"), drawn.getvalue())


def source_view(data: bytes, report: AnnualReport, limits: "Limits") -> SourceView:
    """Return a document to be shown beside its report: pictures of its pages, else its blocks."""
    name, form = Path(report.source.name).name, report.source.format
    digest = hashlib.sha256(data).hexdigest()
    if format_of(form).drawn:
        pages, left_out = _pages(data, report, limits)
        return SourceView(name, form, len(data), digest, pages, (), left_out)
    blocks = tuple(_block(block) for block in read_document(data, limits=limits).blocks)
    return SourceView(name, form, len(data), digest, (), blocks)


def _pages(
    data: bytes, report: AnnualReport, limits: "Limits"
) -> tuple[tuple[PagePicture, ...], int]:
    """Return the pictures of the pages, and how many plain ones are left out."""
    from ogi.reading.draw import pages_of

    wanted = set(_pages_with_places(report))
    pages: list[PagePicture] = []
    plain = left_out = 0
    for number, pixels, picture in pages_of(data, limits, _SCALE):
        plain += number not in wanted
        if number not in wanted and plain > _MOST_PLAIN_PAGES:
            left_out += 1
            continue
        kind, packed = _packed(picture)
        size = (round(picture.width / pixels, 1), round(picture.height / pixels, 1))
        pages.append(PagePicture(number, *size, packed, kind))
    return tuple(pages), left_out


def _pages_with_places(report: AnnualReport) -> Iterator[int]:
    places = [cell.place for cell in all_cells(report).values()]
    places += (text.place for part in report.sections.values() for text in part.paragraphs)
    yield from (place.page for place in places if place and place.page is not None)


def _packed(picture: "Image") -> tuple[str, bytes]:
    """Return a picture as PNG of few colours or as JPEG, whichever is smaller."""
    drawn, photographed = BytesIO(), BytesIO()
    picture.quantize(_COLOURS).save(drawn, "PNG", optimize=True)
    picture.save(photographed, "JPEG", quality=70)
    if drawn.tell() <= photographed.tell():
        return "image/png", drawn.getvalue()
    return "image/jpeg", photographed.getvalue()


def _block(block: TextBlock | TableBlock) -> SourceText | SourceTable:
    if isinstance(block, TextBlock):
        return SourceText(block.text, block.place, block.level)
    rows = tuple(
        tuple(SourceCell(cell.text, cell.rowspan, cell.colspan, cell.place) for cell in row)
        for row in block.by_row()
    )
    return SourceTable(rows, block.place)
