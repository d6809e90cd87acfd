"""Plain text whose tables kept a separator: pipes, tabs, or a line for each cell."""

import re
from collections.abc import Callable, Iterator

from tools.samples.declaration import Sample
from tools.samples.grid import Box, Line, width_of
from tools.samples.story import Grid, Head, Text, Title, story


def pipes(sample: Sample) -> bytes:
    """A pipe table as a converter makes it: merged labels leave their row one cell short."""
    return _document(sample, lambda grid: "\n".join(_pipe_rows(sample, grid)))


def plain_markdown(sample: Sample) -> bytes:
    """Markdown with headings and intact pipe tables, merged cells left blank."""
    return _document(sample, lambda grid: "\n".join(_intact_rows(grid)), marks=True)


def tabs(sample: Sample) -> bytes:
    """Tables as pasted from an office program: tabs, and a gap where a page ended."""
    return _document(sample, lambda grid: "\n".join(_tab_rows(sample, grid)))


def one_cell_a_line(sample: Sample) -> bytes:
    """Every cell on its own indented line, a blank one for each merged cell."""
    return _document(sample, lambda grid: "\n\n".join(_cell_lines(grid)) + "\n\n", gap="\n")


def _document(
    sample: Sample, write: Callable[[Grid], str], *, marks: bool = False, gap: str = "\n\n"
) -> bytes:
    parts = []
    for item in story(sample):
        match item:
            case Grid():
                parts.append(write(item))
            case Title(text):
                parts.append(f"# {text}" if marks else text)
            case Head(text, level):
                parts.append(f"{'#' * level} {text}" if marks else text)
            case Text(text):
                parts.append(text)
    text = gap.join(parts) + "\n"
    return _brackets(sample, text).encode()


def _brackets(sample: Sample, text: str) -> str:
    """Turn full-width brackets before a label into narrow ones, as some converters do."""
    if not sample.options.get("narrow_brackets"):
        return text
    return re.sub("(?<!第)（([一二三四五六七])）", r"(\1) ", text)


def continued(lines: list[Line]) -> list[set[int]]:
    """The grid columns of each line that a cell from above still covers."""
    covered: list[set[int]] = [set() for _ in lines]
    for at, line in enumerate(lines):
        for box in line.boxes:
            for below in range(at + 1, min(at + box.rowspan, len(lines))):
                covered[below].update(range(box.column, box.column + box.colspan))
    return covered


def _intact_rows(grid: Grid) -> Iterator[str]:
    width = width_of(grid.lines)
    for at, line in enumerate(grid.lines):
        row = [""] * width
        for box in line.boxes:
            row[box.column] = box.text
        yield _piped(row)
        if at == 0:
            yield _piped(["---"] * width)


def _piped(cells: list[str]) -> str:
    return "| " + " | ".join(cells) + " |"


def _pipe_rows(sample: Sample, grid: Grid) -> Iterator[str]:
    width = width_of(grid.lines)
    covered = continued(grid.lines)
    early = sample.options.get("early_rows", [])
    bare = sample.options.get("rows_without_group", [])
    for at, line in enumerate(grid.lines):
        cells = _compressed(line.boxes, covered[at], narrow=bool(grid.table.band))
        if line.row in early:
            cells = [text for text in cells if text][: len(cells)]
        if line.row in bare:
            cells = [*cells[2:3], "", *cells[3:]]
        yield _piped(cells + [""] * (width - len(cells)))
        if at == 0:
            yield _piped(["-" * 3] * width)


def _compressed(boxes: tuple[Box, ...], covered: set[int], *, narrow: bool) -> list[str]:
    """Texts left to right; a label across three columns leaves one cell, across two none."""
    cells: dict[int, list[str]] = {column: [""] for column in covered}
    for box in boxes:
        is_label = narrow and box.column < 3
        blanks = max(0, 2 * box.colspan - 5) if is_label else box.colspan - 1
        cells[box.column] = [box.text] + [""] * blanks
    return [text for column in sorted(cells) for text in cells[column]]


def _tab_rows(sample: Sample, grid: Grid) -> Iterator[str]:
    covered = continued(grid.lines)
    rest = ""
    for at, line in enumerate(grid.lines):
        cells = _compressed(line.boxes, covered[at], narrow=bool(grid.table.band))
        if rest:
            cells[1], rest = rest, ""
        if keep := sample.options.get("split_group", {}).get(line.row):
            group, label, *values = cells[1:]
            cells, rest = [cells[0], f"{group[:keep]} {label}", *values], group[keep:]
        if line.row in sample.short:
            cells = [cell for i, cell in enumerate(cells) if cell or i == 0]
        if line.row in sample.options.get("gap_before", ()):
            yield "\n"
        yield "\t".join(cells)


def _cell_lines(grid: Grid) -> Iterator[str]:
    for line, covered in zip(grid.lines, continued(grid.lines), strict=True):
        cells = dict.fromkeys(covered, "") | {box.column: box.text for box in line.boxes}
        texts = [cells[column] for column in sorted(cells)]
        yield "\n".join(f"\t{_padded(text, i)}" for i, text in enumerate(texts))


def _padded(text: str, at: int) -> str:
    if not text.isdecimal():
        return text
    return f"　　{text}" if at % 3 == 1 else f" {text}" if at % 3 else f"{text} "
