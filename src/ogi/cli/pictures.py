"""Documents as they look: for the page of a check, and with what was read drawn on them."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING

from ogi.form import AnnualReport
from ogi.reading import TableBlock, TextBlock, read_document
from ogi.writing.sources import SourceCell, SourceTable, SourceText, SourceView

if TYPE_CHECKING:
    from ogi.reading import Limits

_MOST_PAGES = 30


def source_view(data: bytes, report: AnnualReport, limits: "Limits") -> SourceView:
    """Return a document to be shown beside its report: pictures of a PDF, else its blocks."""
    name, form = Path(report.source.name).name, report.source.format
    digest = hashlib.sha256(data).hexdigest()
    blocks: tuple[SourceText | SourceTable, ...] = ()
    if form != "pdf":
        document = read_document(data, limits=limits)
        blocks = tuple(_block(block) for block in document.blocks)
    return SourceView(name, form, len(data), digest, (), blocks)


def _block(block: TextBlock | TableBlock) -> SourceText | SourceTable:
    if isinstance(block, TextBlock):
        return SourceText(block.text, block.place, block.level)
    rows = tuple(
        tuple(SourceCell(cell.text, cell.rowspan, cell.colspan, cell.place) for cell in row)
        for row in block.by_row()
    )
    return SourceTable(rows, block.place)
