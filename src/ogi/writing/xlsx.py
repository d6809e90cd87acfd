"""A paper as a workbook: a sheet for each section, tables in cells, cells named by address."""

import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime
from math import ceil
from typing import TYPE_CHECKING, Any

from ogi.expression import expression
from ogi.paper import Align, Block, Grid, GridBox, Heading, Line, Mark, Paper
from ogi.writing.characters import clean
from ogi.writing.placing import breadth, captioned, legend, lines_of, shares, sign

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_LONG_AGO = datetime(2000, 1, 1)  # the same bytes every time
_WIDTH = 112.0  # of a sheet, in digits; a Chinese character is two wide
_TEXT_COLUMNS = 8  # a single wide column is not fitted to the page by every program
_LINE = 18.0  # height of a line of text, in points
_UNSAFE = expression(r"[\[\]:*?/\\']")
_LONGEST_NAME = 31
_NUMBER = expression(r"-?(?:0|[1-9]\d{0,8})(?:\.\d{0,5}[1-9])?")  # what a number shows again
_COUNTED = expression(
    r"(?P<before>至少|已有)?(?P<number>-?(?:0|[1-9]\d{0,8})(?:\.\d{1,6})?)(?P<after>[^\d\".]{0,5}|，缺\d+份[^\d\".]{0,5})"
)  # a figure to add up, and the words it is shown with
_COLOURS = {
    Mark.ERROR: ("#FBECEB", "#A41E19"),
    Mark.WARNING: ("#FDF1DA", "#774B00"),
    Mark.DOUBT: ("#F0EAFB", "#5B34A0"),
    Mark.CHANGED: ("#E7EFF8", "#17508F"),
}
_SET = {Align.LEFT: "left", Align.CENTRE: "center", Align.RIGHT: "right", Align.BOTH: "left"}

Placed = tuple[str, int, int]


def print_xlsx(paper: Paper) -> bytes:
    """Print a paper as XLSX; a box with an address that stands once is named by it."""
    from xlsxwriter import Workbook

    target = io.BytesIO()
    book = Workbook(target, {"in_memory": True})
    book.set_properties({"title": clean(paper.title), "created": _LONG_AGO})
    looks = Looks(book)
    places: list[tuple[str, Placed]] = []
    for number, (name, blocks) in enumerate(_pages(paper)):
        sheet = book.add_worksheet(name)
        row = _set_up(sheet, blocks, paper, looks, with_title=not number)
        for block, with_caption in captioned(blocks):
            if isinstance(block, Grid):
                row = _caption(sheet, row, block, looks) if with_caption else row
                places += _grid(sheet, row, block, looks)
                row += block.rows + 1
            else:
                row = _text(sheet, row, block, _columns(blocks), looks)
    _name_cells(book, places)
    book.close()
    return target.getvalue()


class Looks:
    """The formats of a workbook, each made once."""

    def __init__(self, book: "Workbook") -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def __call__(self, **properties: Any) -> "Format":
        """Return the format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self._made:
            common = {"font_name": "宋体", "font_size": 11, "valign": "vcenter", "text_wrap": True}
            self._made[key] = self._book.add_format({**common, **properties})
        return self._made[key]

    def plain(self, **properties: Any) -> "Format":
        """Return a format of these properties alone, to lay over that of a cell."""
        return self._book.add_format(properties)

    def of(self, box: GridBox, number: str = "") -> "Format":
        """Return the format of a box of a grid, and of the number in it."""
        properties: dict[str, Any] = {"border": 1, "align": _SET[box.align]}
        if number:
            properties["num_format"] = number
        if "col" in box.scope:
            properties |= {"bold": True, "bg_color": "#F2F1ED"}
        if box.mark in _COLOURS:
            ground, ink = _COLOURS[box.mark]
            properties |= {"bold": True, "bg_color": ground, "font_color": ink}
        return self(**properties)


def _pages(paper: Paper) -> Iterator[tuple[str, list[Block]]]:
    """Yield the sheets with their names: each table and each section begins one."""
    names: Counter[str] = Counter()
    waiting: list[Block] = []
    for block in paper.blocks:
        begins = isinstance(block, Heading) and block.level == 1
        if waiting and (begins or isinstance(waiting[-1], Grid)):
            yield _name(waiting, names), waiting
            waiting = []
        waiting.append(block)
    if waiting or not paper.blocks:
        yield _name(waiting, names), waiting
    said = [legend(paper.blocks), *(f"注{n}：{note}" for n, note in enumerate(paper.notes, 1))]
    if notes := [Line(text) for text in said if text]:
        yield _unique("注", names), [*notes]


def _name(blocks: Sequence[Block], names: Counter[str]) -> str:
    """Call a sheet by its first heading."""
    heading = next((one.text for one in blocks if isinstance(one, Heading)), "")
    caption = next((one.caption for one in blocks if isinstance(one, Grid)), "")
    return _unique(" ".join(_UNSAFE.sub("", clean(heading or caption)).split()) or "正文", names)


def _unique(name: str, names: Counter[str]) -> str:
    name = name[: _LONGEST_NAME - 3]
    names[name.lower()] += 1
    count = names[name.lower()]
    return name if count == 1 else f"{name}{count}"


def _columns(blocks: Sequence[Block]) -> int:
    return max((one.columns for one in blocks if isinstance(one, Grid)), default=_TEXT_COLUMNS)


def _set_up(
    sheet: "Worksheet", blocks: Sequence[Block], paper: Paper, looks: Looks, *, with_title: bool
) -> int:
    """Set the paper and the columns of a sheet, print the title; return the next row."""
    sheet.hide_gridlines(2)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if paper.landscape:
        sheet.set_landscape()
    grid = next((one for one in blocks if isinstance(one, Grid)), None)
    widths = (
        [share * _WIDTH for share in shares(grid)]
        if grid
        else [_WIDTH / _TEXT_COLUMNS] * _TEXT_COLUMNS
    )
    for column, width in enumerate(widths):
        sheet.set_column(column, column, max(4.0, round(width, 1)))
    if not (with_title and paper.title):
        return 0
    look = looks(bold=True, font_size=16, align="center", font_name="方正小标宋简体")
    return _across(sheet, 0, paper.title, len(widths), look, 1.6)


def _text(sheet: "Worksheet", row: int, block: Heading | Line, columns: int, looks: Looks) -> int:
    if isinstance(block, Heading):
        look = looks(bold=True, font_size=12 if block.level > 1 else 13)
        return _across(sheet, row, block.text, columns, look, 1.2)
    look = looks(align=_SET[block.align], bold=block.strong)
    return _across(sheet, row, block.text, columns, look, 1.0)


def _caption(sheet: "Worksheet", row: int, grid: Grid, looks: Looks) -> int:
    return _across(sheet, row, grid.caption, grid.columns, looks(bold=True, align="center"), 1.0)


def _across(
    sheet: "Worksheet", row: int, text: str, columns: int, look: "Format", scale: float
) -> int:
    """Write a text over the width of a sheet, in a row as high as it needs; return the next."""
    lines = sum(
        max(1, ceil(2 * scale * breadth(line) / (_WIDTH * 0.95))) for line in text.split("\n")
    )
    sheet.set_row(row, min(409, lines * scale * _LINE))
    if columns > 1:
        sheet.merge_range(row, 0, row, columns - 1, "", look)
    sheet.write_string(row, 0, clean(text), look)
    return row + 1


def _grid(sheet: "Worksheet", top: int, grid: Grid, looks: Looks) -> Iterator[tuple[str, Placed]]:
    """Write a grid; yield the addresses in it and where they stand."""
    widths = [share * _WIDTH for share in shares(grid)]
    for number, line in enumerate(lines_of(grid)):
        row = top + number
        needed = 1
        for slot in line:
            if slot.begins:
                _box(sheet, top, slot.box, looks, grid)
            width = sum(widths[slot.box.column : slot.box.column + slot.box.colspan])
            if slot.box.rowspan == 1:
                needed = max(needed, ceil(2.1 * breadth(slot.box.text) / width))
            if slot.begins and slot.box.address:
                yield slot.box.address, (sheet.get_name(), row, slot.box.column)
        sheet.set_row(row, max(1.2, needed) * _LINE)
    if grid.head:
        sheet.repeat_rows(top, top + grid.head - 1)
    if grid.sums is not None:
        last = top + grid.rows - 1, grid.columns - 1
        sheet.freeze_panes(top + grid.head, grid.sums + 1)
        sheet.autofilter(top + grid.head - 1, 0, *last)


def _box(sheet: "Worksheet", top: int, box: GridBox, looks: Looks, grid: Grid) -> None:
    row, column = top + box.row, box.column
    text = clean(box.text) + sign(box)
    number = _NUMBER.fullmatch(text) if not box.scope else None
    look = looks.of(box)
    if box.rowspan > 1 or box.colspan > 1:
        last = row + box.rowspan - 1, column + box.colspan - 1
        sheet.merge_range(row, column, *last, "", look)
    counted = _COUNTED.fullmatch(text) if grid.sums is not None and not box.scope else None
    if counted:
        _write_counted(sheet, (row, column), counted, looks.of(box, _format(counted)), grid)
    elif number:
        sheet.write_number(row, column, float(text), look)
    elif text:
        sheet.write_string(row, column, text, look)
    else:
        sheet.write_blank(row, column, None, look)
    if box.hint:
        sheet.write_comment(row, column, clean(box.hint), {"author": ""})


def _format(counted: re.Match[str]) -> str:
    """Return the format that shows a figure with the words and decimals it is printed with."""
    decimals = len(counted["number"].partition(".")[2])
    digits = f"0.{'0' * decimals}" if decimals else "0"
    words = (f'"{counted[side]}"' if counted[side] else "" for side in ("before", "after"))
    return digits.join(words)


def _write_counted(
    sheet: "Worksheet", at: tuple[int, int], counted: re.Match[str], look: "Format", grid: Grid
) -> None:
    """Write a figure that is added up, or the formula that adds those beside it up."""
    row, column = at
    value = float(counted["number"])
    if column != grid.sums:
        sheet.write_number(row, column, value, look)
        return
    from xlsxwriter.utility import xl_range

    beside = xl_range(row, column + 1, row, grid.columns - 1)
    sheet.write_formula(row, column, f"=SUM({beside})", look, value)


def cell_name(sheet: str, row: int, column: int) -> str:
    """Return a cell as a name refers to it: '标题'!$B$3."""
    from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

    cell = xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True)
    return f"{quote_sheetname(sheet)}!{cell}" if sheet else str(cell)


def _name_cells(book: "Workbook", places: Sequence[tuple[str, Placed]]) -> None:
    often = Counter(address for address, _ in places)
    for address, place in places:
        if often[address] == 1:
            book.define_name(address, f"={cell_name(*place)}")
