"""XLSX and XLS to blocks: each visible sheet as tables, with the texts set among them."""

import datetime
import io
import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from ogi.errors import DamagedError, EncryptedError, LimitError, ReadingError
from ogi.reading.document import Block, Document, TextBlock
from ogi.reading.encoding import clean
from ogi.reading.grid import LONG, Budget, Grid, Slot, set_apart, single_texts, table_block
from ogi.reading.limits import Limits
from ogi.reading.sheets import Sheet, look_at_sheets

_HEADING = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．\s]|.*年度?报告?$")
_PARAGRAPH = 30  # below a text, a cell with more characters goes on with it
_WIDE = 0.8  # a cell over this share of the width is set across the table
_SLOTS = 25  # how many slots a sheet may span for each cell that the limits allow

Value = object
Merged = Sequence[tuple[tuple[int, int], tuple[int, int]]]


def read_workbook(data: bytes, limits: Limits) -> Document:
    """Read an XLSX or XLS into a document."""
    is_zip = data.startswith(b"PK")
    looked = look_at_sheets(data, limits) if is_zip else {}
    try:
        return _read(data, "xlsx" if is_zip else "xls", looked, limits)
    except (ReadingError, KeyboardInterrupt, SystemExit):
        raise
    except PasswordError as error:
        raise EncryptedError("文件设有打开密码，不能读取。取消密码后另存再读。") from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise _damaged() from error
    except BaseException as error:
        # A panic of the Rust library behind calamine is no Exception.
        if type(error).__name__ != "PanicException":
            raise
        raise _damaged() from error


def _damaged() -> DamagedError:
    return DamagedError("文件已损坏：工作表无法读取。用Excel或者WPS打开后另存为XLSX再读。")


def _read(data: bytes, kind: str, looked: dict[str, Sheet], limits: Limits) -> Document:
    budget = Budget(limits)
    blocks: list[Block] = []
    remarks: list[str] = []
    with CalamineWorkbook.from_object(io.BytesIO(data)) as workbook:
        for number, about in enumerate(workbook.sheets_metadata, start=1):
            if about.typ != SheetTypeEnum.WorkSheet:
                continue
            if about.visible != SheetVisibleEnum.Visible:
                remarks.append(f"工作表“{about.name}”已隐藏，未作读取。")
                continue
            sheet = looked.get(about.name, Sheet({}))
            if sheet.formulas:
                remarks.append(
                    f"工作表“{about.name}”有{sheet.formulas}个公式没有算出的结果，按公式原文读入。"
                    "用Excel或者WPS打开并保存后再读，可得数值。"
                )
            grid = _grid(workbook.get_sheet_by_name(about.name), sheet.texts, budget)
            blocks += _blocks(grid, number, budget)
    return Document(kind, tuple(blocks), (), (), tuple(remarks))


def _grid(sheet: CalamineSheet, texts: dict[tuple[int, int], str], budget: Budget) -> Grid:
    """Return the part of a sheet that holds something, blanks within it included."""
    if sheet.start is None or sheet.end is None:
        return Grid([], 0, 0)
    if (sheet.end[0] + 1) * (sheet.end[1] + 1) > budget.limits.cells * _SLOTS:
        raise LimitError(
            f"工作表“{sheet.name}”铺开有{sheet.end[0] + 1:,}行{sheet.end[1] + 1:,}列，"
            "超过上限，未作读取。删去远离表格的内容后另存再读，或者放宽单元格上限。"
        )
    printed = {
        (row, column): text
        for row, values in enumerate(sheet.to_python(skip_empty_area=False))
        for column, value in enumerate(values)
        if (text := texts.get((row, column)) or print_value(value))
    }
    budget.spend(len(printed))
    if not printed:
        return Grid([], 0, 0)
    top, bottom = min(row for row, _ in printed), max(row for row, _ in printed)
    left, right = min(column for _, column in printed), max(column for _, column in printed)
    box = (top, left, bottom, right)
    return _lay_out(printed, sheet.merged_cell_ranges or (), box, budget)


def _lay_out(
    printed: dict[tuple[int, int], str],
    merged: Merged,
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
        budget.spend((last[0] - first_row) * (last[1] - first_column))
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
    return Grid(cells, bottom - top + 1, right - left + 1)


def print_value(value: Value) -> str:
    """Return a value of a cell as it is usually shown.

    >>> print_value(22.0), print_value(4068.208), print_value(0.1 + 0.2), print_value(True)
    ('22', '4068.208', '0.3', 'TRUE')
    """
    if isinstance(value, str):
        return "\n".join(filter(None, (line.strip() for line in clean(value).split("\n"))))
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, int):
        return str(value)
    if isinstance(value, float):
        return _print_number(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)


def _print_number(value: float) -> str:
    if not abs(value) < 1e15:
        return str(value)
    number = format(Decimal(repr(round(value, 9))), "f")
    return number.rstrip("0").rstrip(".") if "." in number else number


def _blocks(grid: Grid, page: int, budget: Budget) -> Iterator[Block]:
    texts = single_texts(grid)
    for part in set_apart(grid, _running_text(grid, texts)):
        if isinstance(part, int):
            yield from (TextBlock(line) for line in (texts[part] or "").split("\n"))
        elif all(text is not None for text in single_texts(part)):
            yield from (TextBlock(line) for cell in part.cells for line in _lines(cell.text))
        else:
            budget.tables += 1
            yield table_block(_trim(part), budget.tables, page)


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
    cells = [
        cell._replace(row=cell.row - top, rowspan=min(cell.rowspan, bottom - cell.row))
        for cell in grid.cells
        if top <= cell.row < bottom
    ]
    return Grid(cells, bottom - top, grid.columns)
