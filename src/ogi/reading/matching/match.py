"""Match a document against the form."""

import re

from ogi.form import AnnualReport, Cell, edition_for
from ogi.reading.document import Document, TextBlock
from dataclasses import replace
from ogi.reading.matching.normal import is_traditional, simplified
from ogi.reading.matching.lines import lines_of
from ogi.reading.matching.regions import regions_of
from ogi.reading.matching.tables import read_table
from ogi.reading.matching.unglue import unglued


def _texts(blocks):
    for b in blocks:
        if isinstance(b, TextBlock): yield b.text[:200]
        else:
            for c in b.cells[:40]: yield c.text


def _simplified(block):
    if isinstance(block, TextBlock): return replace(block, text=simplified(block.text))
    return replace(block, cells=tuple(replace(c, text=simplified(c.text)) for c in block.cells))


def match(document: Document) -> AnnualReport:
    blocks = unglued(document.blocks)
    if is_traditional("".join(_texts(blocks))):
        blocks = tuple(_simplified(block) for block in blocks)
    lines = lines_of(blocks)
    cells: dict[str, Cell] = {}
    ed = {}
    for key, region in regions_of(lines).items():
        reading = read_table(key, lines[region.start : region.end], None)
        cells.update(reading.cells)
        ed[key] = reading.year
    return AnnualReport(cells=cells, editions=ed)
