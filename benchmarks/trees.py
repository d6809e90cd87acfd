"""A directory tree of reports in mixed formats, as many as wanted."""

import random
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

from benchmarks.made import drawn
from tools.samples.declaration import Sample, load
from tools.samples.grid import Line, width_of
from tools.samples.layouts import LAYOUTS
from tools.samples.story import Grid, story

YEARS = (2021, 2022, 2023, 2024)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def make_tree(folder: Path, count: int) -> None:
    """Write so many reports: of each organ four years, in five formats by turns."""
    folder.mkdir(parents=True)
    for year in YEARS:
        (folder / str(year)).mkdir()
    with ProcessPoolExecutor(2) as pool:
        list(pool.map(partial(_make, folder), range(count), chunksize=50))


def _make(folder: Path, number: int) -> None:
    organ, at = divmod(number, len(YEARS))
    suffix = list(FORMATS)[(organ + at) % len(FORMATS)]
    sample = _of_year(drawn(_model(), random.Random(number), organ), YEARS[at])
    path = folder / str(YEARS[at]) / f"{organ:06}.{suffix}"
    path.write_bytes(FORMATS[suffix](sample))


@cache
def _model() -> Sample:
    return load("model")


def _of_year(sample: Sample, year: int) -> Sample:
    def dated(text: str) -> str:
        return text.replace(f"{sample.year}年", f"{year}年")

    texts = {key: [dated(text) for text in lines] for key, lines in sample.text.items()}
    return replace(sample, title=dated(sample.title), text=texts)


def plain_docx(sample: Sample) -> bytes:
    """A DOCX written tag by tag: python-docx takes a second for one."""
    body = "".join(
        _word_table(item) if isinstance(item, Grid) else _word_text(item.text)
        for item in story(sample)
    )
    document = f'<w:document xmlns:w="{W}"><w:body>{body}<w:sectPr/></w:body></w:document>'
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", document)
    return stream.getvalue()


def _word_table(grid: Grid) -> str:
    below: dict[int, tuple[int, int]] = {}  # column -> rows still covered from above, columns
    rows = (
        f"<w:tr>{''.join(_word_cells(line, below, width_of(grid.lines)))}</w:tr>"
        for line in grid.lines
    )
    return f"<w:tbl><w:tblPr/>{''.join(rows)}</w:tbl>"


def _word_cells(line: Line, below: dict[int, tuple[int, int]], width: int) -> Iterator[str]:
    boxes = {box.column: box for box in line.boxes}
    column = 0
    while column < width:
        if column in below:
            rows, columns = below.pop(column)
            yield _word_cell("", columns, "<w:vMerge/>")
            if rows > 1:
                below[column] = rows - 1, columns
        elif column in boxes:
            box, columns = boxes[column], boxes[column].colspan
            merge = '<w:vMerge w:val="restart"/>' if box.rowspan > 1 else ""
            yield _word_cell(box.text, columns, merge)
            if box.rowspan > 1:
                below[column] = box.rowspan - 1, columns
        else:
            columns = 1
        column += columns


def _word_cell(text: str, columns: int, merge: str) -> str:
    span = f'<w:gridSpan w:val="{columns}"/>'
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{_word_text(text)}</w:tc>"


def _word_text(text: str) -> str:
    return f"<w:p><w:r><w:t>{escape(text)}</w:t></w:r></w:p>"


FORMATS = {
    "txt": LAYOUTS["tabs"],
    "md": LAYOUTS["markdown"],
    "html": LAYOUTS["plain_html"],
    "docx": plain_docx,
    "xlsx": LAYOUTS["xlsx"],
}
