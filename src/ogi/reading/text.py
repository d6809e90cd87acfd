"""Plain text, pasted text and Markdown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ogi.errors import LimitError
from ogi.expression import expression
from ogi.place import Place
from ogi.reading.document import Block, Document, TableBlock, TableCell, TextBlock
from ogi.reading.encoding import decode
from ogi.reading.limits import Limits
from ogi.reading.separated import cells_of

_RULE = expression(r"\s*+(?:\|\s*+)?:?-{2,}+:?\s*+(?:\|\s*+:?-*+:?\s*+)*+")
_HEADING = expression(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_EMPHASIS = expression(r"(\*\*|__)(.+?)\1")
_BREAK = expression(r"<br\s*/?>", re.IGNORECASE)
_INERT = expression(r"\\([\\`*_\[\]#>.)=+-])|&(lt|amp|#126);")
_MEANT = {"lt": "<", "amp": "&", "#126": "~"}


@dataclass(frozen=True, slots=True)
class _Row:
    cells: tuple[str, ...]
    line: int
    style: str


def read_text(data: bytes, limits: Limits) -> Document:
    """Read text into lines and tables (pipes, tabs, or one indented cell a line)."""
    return _read("text", data, limits)


def read_markdown(data: bytes, limits: Limits) -> Document:
    """Read Markdown as text is read; its pipes and headings are known there too."""
    return _read("markdown", data, limits)


def _read(kind: str, data: bytes, limits: Limits) -> Document:
    text, _ = decode(data)
    escapes = kind == "markdown" and ("\\" in text or "&" in text)
    sheet = cells_of(text) if kind == "text" else None
    found = _blocks(_items(text.splitlines()) if sheet is None else map(_sheet_row, sheet))
    blocks = tuple(map(_meant, found) if escapes else found)
    if sum(len(b.cells) for b in blocks if isinstance(b, TableBlock)) > limits.cells:
        raise LimitError(f"表格单元格超过{limits.cells}个，请拆分后再读，或调高上限")
    return Document(kind, blocks)


def _sheet_row(row: tuple[int, tuple[str, ...]]) -> _Row | TextBlock | None:
    """Return a row of a sheet; where only its first cell is filled, a line of text."""
    line, cells = row
    if not any(cells):
        return None
    if any(cells[1:]):
        return _Row(tuple(_clean(cell) for cell in cells), line, "comma")
    return TextBlock(_clean(cells[0]), Place(line=line))


def _blocks(items: Iterable[_Row | TextBlock | None]) -> Iterator[Block]:
    rows: list[_Row] = []
    tables = 0
    for item in items:
        if isinstance(item, _Row):
            if rows and rows[-1].style != item.style:
                tables += 1
                yield _table(rows, tables)
                rows = []
            rows.append(item)
            continue
        if rows and isinstance(item, TextBlock):
            tables += 1
            yield _table(rows, tables)
            rows = []
        if item is not None:
            yield item
    if rows:
        yield _table(rows, tables + 1)


def _items(lines: list[str]) -> Iterator[_Row | TextBlock | None]:
    """Yield rows of tables and lines of text; None for a blank line."""
    number = 0
    while number < len(lines):
        line = lines[number]
        indented = _indented_cells(lines, number)
        if indented is not None:
            row, number = indented
            yield row
            continue
        number += 1
        if _RULE.fullmatch(line):
            continue
        delimited = _delimited(line, number)
        if delimited is not None:
            yield delimited
        elif line.strip():
            yield _text(line, number)
        else:
            yield None


def _delimited(line: str, number: int) -> _Row | None:
    stripped = line.strip()
    if "|" in stripped:
        inner = stripped.removeprefix("|")
        cells = inner.split("|")
        if inner.endswith("|"):
            cells = cells[:-1]
        return _Row(tuple(_clean(cell) for cell in cells), number, "pipe")
    if "\t" in line.rstrip() and (("\t" in stripped) or line.startswith("\t\t")):
        return _Row(tuple(_clean(cell) for cell in line.split("\t")), number, "tab")
    return None


def _indented_cells(lines: list[str], start: int) -> tuple[_Row, int] | None:
    """Read a row written one cell a line, each line indented by one tab.

    A line that is not indented goes on with the cell above it; an empty line ends the row.
    """
    if not _is_indented(lines[start]):
        return None
    cells: list[str] = []
    number = start
    while number < len(lines):
        line = lines[number]
        if _is_indented(line):
            cells.append(line.strip())
        elif line.strip() and len(line) <= 12 and _continues(lines, number):
            cells[-1] += line.strip()
        else:
            break
        number += 1
    if number - start < 2 and not _near_indented(lines, start, number):
        return None
    return _Row(tuple(_clean(cell) for cell in cells), start + 1, "indented"), number


def _is_indented(line: str) -> bool:
    return line.startswith("\t") and "\t" not in line.strip() and not line.startswith("\t\t")


def _continues(lines: list[str], number: int) -> bool:
    return number + 1 < len(lines) and _is_indented(lines[number + 1])


def _near_indented(lines: list[str], start: int, end: int) -> bool:
    before = next((line for line in reversed(lines[max(0, start - 3) : start]) if line), "")
    after = next((line for line in lines[end : end + 3] if line), "")
    return _is_indented(before) or _is_indented(after)


def _text(line: str, number: int) -> TextBlock:
    heading = _HEADING.fullmatch(line)
    if heading:
        return TextBlock(_clean(heading[2]), Place(line=number), len(heading[1]))
    return TextBlock(_clean(line), Place(line=number))


def _clean(text: str) -> str:
    return _EMPHASIS.sub(r"\2", _BREAK.sub(" ", text)).strip()


def _meant(block: Block) -> Block:
    """Return a block as Markdown means it: escaped signs are signs."""
    if isinstance(block, TextBlock):
        return replace(block, text=_unescaped(block.text))
    cells = tuple(replace(cell, text=_unescaped(cell.text)) for cell in block.cells)
    return replace(block, cells=cells)


def _unescaped(text: str) -> str:
    return _INERT.sub(lambda found: found[1] or _MEANT[found[2]], text)


def _table(rows: list[_Row], number: int) -> TableBlock:
    cells = tuple(
        TableCell(
            text,
            row,
            column,
            place=Place(line=item.line, table=number, row=row + 1, column=column + 1),
        )
        for row, item in enumerate(rows)
        for column, text in enumerate(item.cells)
    )
    width = max(len(item.cells) for item in rows)
    return TableBlock(cells, len(rows), width, exact=False, place=Place(line=rows[0].line))
