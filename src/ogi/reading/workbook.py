"""XLSX and XLS to blocks: each visible sheet as tables, with the texts set among them."""

from collections.abc import Iterator, Sequence

from ogi.errors import DamagedError
from ogi.expression import expression
from ogi.reading.asides import ZERO
from ogi.reading.biff import read_xls
from ogi.reading.compound import root_stream
from ogi.reading.document import Block, Document, TextBlock
from ogi.reading.encoding import clean
from ogi.reading.grid import LONG, Budget, Grid, Slot, set_apart, single_texts, table_block
from ogi.reading.limits import Limits
from ogi.reading.sheets import Area, Sheet
from ogi.reading.xlsx import read_xlsx

_HEADING = expression(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．\s]|.*年度?报告?$")
_PARAGRAPH = 30  # below a text, a cell with more characters goes on with it
_WIDE = 0.8  # a cell over this share of the width is set across the table


def read_workbook(data: bytes, limits: Limits) -> Document:
    """Read an XLSX or XLS into a document."""
    kind = "xlsx" if data.startswith(b"PK") else "xls"
    sheets = read_xlsx(data, limits) if kind == "xlsx" else _read_xls(data, limits)
    return document_of(sheets, kind, limits)


def document_of(sheets: Sequence[Sheet], kind: str, limits: Limits) -> Document:
    """Return the document that the sheets of a workbook make."""
    budget = Budget(limits)
    blocks: list[Block] = []
    remarks: list[str] = []
    for number, sheet in enumerate(sheets, start=1):
        remarks += _remarks(sheet)
        blocks += _blocks(_grid(sheet, budget), number, sheet.name, budget)
    return Document(kind, tuple(blocks), (), (), tuple(remarks))


def _read_xls(data: bytes, limits: Limits) -> list[Sheet]:
    stream = root_stream(data, ("workbook", "book"))
    if stream is None:
        raise DamagedError("文件已损坏：其中没有工作表。用Excel或者WPS打开后另存为XLSX再读。")
    return read_xls(stream, limits)


def _remarks(sheet: Sheet) -> Iterator[str]:
    if not sheet.is_visible:
        yield f"工作表“{sheet.name}”已隐藏，未作读取。"
    if sheet.hidden:
        yield f"工作表“{sheet.name}”有{sheet.hidden}行（列）已隐藏，未作读取。"
    if sheet.zeros:
        yield f"工作表“{sheet.name}”有{sheet.zeros}格空着，照填报表上所选的“{ZERO}”读作0。"
    if sheet.formulas:
        yield (
            f"工作表“{sheet.name}”有{sheet.formulas}个公式没有算出的结果，按公式原文读入。"
            "用Excel或者WPS打开并保存后再读，可得数值。"
        )


def _grid(sheet: Sheet, budget: Budget) -> Grid:
    """Return the part of a sheet that holds something, blanks within it included."""
    printed = {at: tidy for at, text in sheet.cells.items() if (tidy := _tidy(text))}
    if not printed:
        return Grid([], 0, 0)
    budget.spend(len(printed))
    top, bottom = min(row for row, _ in printed), max(row for row, _ in printed)
    left, right = min(column for _, column in printed), max(column for _, column in printed)
    sheet.check_extent(bottom - top + 1, right - left + 1, budget.limits)
    return _lay_out(printed, sheet.merged, (top, left, bottom, right), budget)


def _lay_out(
    printed: dict[tuple[int, int], str],
    merged: Sequence[Area],
    box: tuple[int, int, int, int],
    budget: Budget,
) -> Grid:
    """Lay the cells within a box out; those a merged cell covers are not cells."""
    top, left, bottom, right = box
    spans: dict[tuple[int, int], tuple[int, int]] = {}
    covered: set[tuple[int, int]] = set()
    for (first_row, first_column), (last_row, last_column) in merged:
        if not (top <= first_row <= bottom and left <= first_column <= right):
            continue
        last = min(last_row, bottom), min(last_column, right)
        budget.spend((last[0] - first_row + 1) * (last[1] - first_column + 1))
        spans[first_row, first_column] = last[0] - first_row + 1, last[1] - first_column + 1
        covered |= {
            (row, column)
            for row in range(first_row, last[0] + 1)
            for column in range(first_column, last[1] + 1)
        }
        covered.discard((first_row, first_column))
    cells = [
        Slot(printed.get(at, ""), row - top, column - left, *spans.get(at, (1, 1)))
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
        if (at := (row, column)) not in covered
    ]
    return Grid(cells, bottom - top + 1, right - left + 1, top, left)


def _tidy(text: str) -> str:
    return "\n".join(filter(None, (line.strip() for line in clean(text).split("\n"))))


def _blocks(grid: Grid, page: int, sheet: str, budget: Budget) -> Iterator[Block]:
    texts = single_texts(grid)
    for part in set_apart(grid, _running_text(grid, texts)):
        if isinstance(part, int):
            yield from (TextBlock(line) for line in (texts[part] or "").split("\n"))
        elif all(text is not None for text in single_texts(part)):
            yield from (TextBlock(line) for cell in part.cells for line in _lines(cell.text))
        else:
            budget.tables += 1
            yield table_block(_trim(part), budget.tables, page, sheet)


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []


def _running_text(grid: Grid, texts: Sequence[str | None]) -> list[bool]:
    """Tell which rows are running text: headings and paragraphs, not rows of a table.

    A row of a table whose values are all blank also holds one text; so a heading counts
    only where it is set across the table, or follows an empty row or running text.
    """
    widths = {cell.row: cell.colspan for cell in grid.cells if cell.text}
    apart: list[bool] = []
    follows = True
    for row, text in enumerate(texts):
        if not text:
            apart.append(False)
            follows = text is not None
            continue
        is_wide = widths[row] >= _WIDE * grid.columns
        is_heading = bool(_HEADING.match(text))
        follows = len(text) > LONG or (
            is_heading if is_wide else follows and (is_heading or len(text) > _PARAGRAPH)
        )
        apart.append(follows)
    return apart


def _trim(grid: Grid) -> Grid:
    """Leave out the empty rows above and below."""
    filled = [cell for cell in grid.cells if cell.text]
    top = min(cell.row for cell in filled)
    bottom = max(cell.row + cell.rowspan for cell in filled)
    if top == 0 and bottom == grid.rows:
        return grid
    cells = [
        cell._replace(row=cell.row - top, rowspan=min(cell.rowspan, bottom - cell.row))
        for cell in grid.cells
        if top <= cell.row < bottom
    ]
    return Grid(cells, bottom - top, grid.columns, grid.top + top, grid.left)
