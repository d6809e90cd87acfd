"""Halve and double each measure of the PDF reader, and say which document notices.

`python -m benchmarks.measures FOLDER…` reads the PDFs of the samples and of the folders. A
document notices in its figures (a cell is read otherwise), or in its layout (a cell is wider,
a paragraph ends elsewhere). What nothing notices is listed at the end. Measures that are
taken from the file (of a glyph, a stroke) need the file again; the others only its sheets.
"""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from ogi.errors import ReadingError
from ogi.reading.document import Block, Document, TableBlock, TextBlock
from ogi.reading.limits import DEFAULT_LIMITS
from ogi.reading.matching.match import match_all
from ogi.reading.pdf.measures import MODEL, Measures
from ogi.reading.pdf.reader import blocks_of
from ogi.reading.pdf.sheet import Sheet
from ogi.reading.pdf.source import opened, sheets_of

ROOT = Path(__file__).parents[1]
FACTORS = (0.5, 2.0)
_FROM_FILE = ("slant", "descent", "smallest", "largest", "thickest", "shortest")
Blocks = tuple[Block, ...]


def main(folders: list[str]) -> None:
    """Print a line for each measure and factor, then what survives."""
    files = sorted(ROOT.glob("samples/*/source.pdf"))
    files += [file for folder in folders for file in sorted(Path(folder).glob("*.pdf"))]
    data = {_name(file): file.read_bytes() for file in files}
    sheets = {name: _sheets(one) for name, one in data.items()}
    before = {name: blocks_of(one, DEFAULT_LIMITS) for name, one in sheets.items()}
    survivors: list[str] = []
    for one in fields(Measures):
        if one.metadata["unit"] == "guard":
            continue
        value = getattr(MODEL, one.name)
        for factor in FACTORS:
            setattr(MODEL, one.name, type(value)(value * factor))
            held = data if one.name in _FROM_FILE else {}
            noticed = next(_noticed(sheets, held, before), "")
            setattr(MODEL, one.name, value)
            line = f"{one.name} {value} {one.metadata['unit']} x{factor:g}"
            print(f"{line}: {noticed or 'nothing notices'}", flush=True)
            survivors += [] if noticed else [line]
    print(f"\n{len(survivors)} survive:", *survivors, sep="\n")


def _noticed(
    sheets: Mapping[str, list[Sheet]], data: Mapping[str, bytes], before: Mapping[str, Blocks]
) -> Iterator[str]:
    """Yield the documents that notice, those first that notice in their figures."""
    in_layout: list[str] = []
    for name, blocks in before.items():
        now = blocks_of(_sheets(data[name]) if data else sheets[name], DEFAULT_LIMITS)
        if _shape(now) == _shape(blocks):
            continue
        if _figures(now) != _figures(blocks):
            yield f"figures of {name}"
        in_layout.append(name)
    yield from (f"layout of {name}" for name in in_layout)


def _name(file: Path) -> str:
    return file.parent.name if file.stem == "source" else file.stem


def _sheets(data: bytes) -> list[Sheet]:
    with opened(data, DEFAULT_LIMITS) as document:
        return [sheet for _, sheet in sheets_of(document, DEFAULT_LIMITS.pages) if sheet]


def _shape(blocks: Blocks) -> list[object]:
    found: list[object] = []
    for block in blocks:
        if isinstance(block, TableBlock):
            found.append([(c.text, c.row, c.column, c.rowspan, c.colspan) for c in block.cells])
        elif isinstance(block, TextBlock):
            found.append(block.text)
    return found


def _figures(blocks: Blocks) -> list[dict[str, tuple[object, bool]]]:
    try:
        reports = match_all(Document("pdf", blocks))
    except ReadingError:
        return []
    return [{a: (c.value, bool(c.doubts)) for a, c in r.cells.items()} for r in reports]


if __name__ == "__main__":
    main(sys.argv[1:])
