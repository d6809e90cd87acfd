"""Match a document against the form."""

import re

from ogi.form import AnnualReport, Cell, edition_for
from ogi.reading.document import Document
from ogi.reading.matching.lines import lines_of
from ogi.reading.matching.regions import regions_of
from ogi.reading.matching.tables import read_table
from ogi.reading.matching.unglue import unglued


def match(document: Document) -> AnnualReport:
    blocks = unglued(document.blocks)
    lines = lines_of(blocks)
    cells: dict[str, Cell] = {}
    ed = {}
    for key, region in regions_of(lines).items():
        reading = read_table(key, lines[region.start : region.end], None)
        cells.update(reading.cells)
        ed[key] = reading.year
    return AnnualReport(cells=cells, editions=ed)
