"""A table of the form to fill in: cells that take numbers, and what they break, beside them."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from ogi.form import Column, Table
from ogi.paper import Grid, GridBox
from ogi.writing.equations import REST, ZERO, Place, Told, references, sums, told
from ogi.writing.placing import breadth, shares
from ogi.writing.statutory import Shown, grid
from ogi.writing.xlsx import Looks, cell_name

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

ASIDE = "ogi.aside"  # names of areas that are no part of the report
EMPTY, BROKEN = "#FFFBE6", "#FBECEB"

_TOP = 1  # the heading stands above the table
_WIDTH = 100.0
_ASIDE_WIDTH = 58
_LINE = 19.0
_MOST = 999_999_999
_SAYS = {"font_color": "#A41E19", "text_wrap": True}


def table_sheet(
    book: "Workbook", sheet: "Worksheet", table: Table, heading: str, looks: Looks
) -> None:
    """Write a table to fill in, name its cells, and lay what is not to be read beside it."""
    laid = grid(table, lambda address: Shown())
    for column, share in enumerate(shares(laid)):
        sheet.set_column(column, column, max(5.0, share * _WIDTH))
    sheet.merge_range(0, 0, 0, laid.columns - 1, heading, looks(bold=True, font_size=13))
    places: dict[str, Place] = {}
    columns = {table.address(row, one): one for row in table.rows for one in row.columns}
    labels = _labels(table)
    for box in laid.boxes:
        at = _write_box(sheet, box, looks)
        if box.address:
            places[box.address] = at
            sheet.data_validation(*at, *at, _validation(columns[box.address], labels[box.address]))
            book.define_name(box.address, f"={cell_name(sheet.get_name(), *at)}")
    for row, height in _heights(laid):
        sheet.set_row(_TOP + row, height)
    if laid.head:
        sheet.repeat_rows(_TOP, _TOP + laid.head - 1)
    sheet.print_area(0, 0, _TOP + laid.rows - 1, laid.columns - 1)
    _watch(book, sheet, table, laid, places, looks)


def _labels(table: Table) -> dict[str, str]:
    return {
        table.address(row, column): "　".join((row.label, column.label))
        for row in table.rows
        for column in row.columns
    }


def _heights(laid: Grid) -> Iterator[tuple[int, float]]:
    widths = [share * _WIDTH for share in shares(laid)]
    for row in range(laid.rows):
        lines = [
            2.1 * breadth(box.text) / sum(widths[box.column : box.column + box.colspan])
            for box in laid.boxes
            if box.row == row and box.rowspan == 1
        ]
        yield row, _LINE * max(1, *(int(-(-line // 1)) for line in lines), 1)


def _write_box(sheet: "Worksheet", box: GridBox, looks: Looks) -> Place:
    row, column = _TOP + box.row, box.column
    look = looks(border=1, align="center", locked=False) if box.address else looks.of(box)
    if box.rowspan > 1 or box.colspan > 1:
        last = row + box.rowspan - 1, column + box.colspan - 1
        sheet.merge_range(row, column, *last, box.text, look)
    elif box.text:
        sheet.write_string(row, column, box.text, look)
    else:
        sheet.write_blank(row, column, None, look)
    return row, column


def _validation(column: Column, label: str) -> dict[str, Any]:
    """Return what a cell takes: a whole number, a signed change, or an amount."""
    least = -_MOST if column.kind == "change" else 0
    said = {
        "count": f"填{column.unit or '数'}数，不小于0的整数；没有发生填0",
        "change": "填整数；增加写正数，减少写负数，没有增减填0",
        "amount": f"填金额（{column.unit}），可以有小数；没有发生填0",
    }[column.kind]
    return {
        "validate": "decimal" if column.kind == "amount" else "integer",
        "criteria": "between",
        "minimum": least,
        "maximum": _MOST,
        "input_title": column.label[:32],
        "input_message": f"{label}\n{said}"[:255],
        "error_title": column.label[:32],
        "error_message": said,
    }


def _watch(
    book: "Workbook",
    sheet: "Worksheet",
    table: Table,
    laid: Grid,
    places: dict[str, Place],
    looks: Looks,
) -> None:
    """Write the formulas beside or below the table, and colour what they speak of."""
    below = _TOP + laid.rows
    bottom, beside = below + _reckon(sheet, table, laid, places, looks) + 1, laid.columns + 1
    formulas = list(told(table, places))
    at = list(_positions(formulas, bottom, beside, across=table.across))
    says = looks(**_SAYS, align="left")
    for formula, (row, column) in zip(formulas, at, strict=True):
        if table.across:
            sheet.merge_range(row, column, row, laid.columns - 1, "", says)
        sheet.write_formula(row, column, formula.formula, says, "")
    sheet.set_column(beside, beside + 1, 0.1 if table.across else _ASIDE_WIDTH)
    status = (bottom, 0) if table.across or not formulas else (0, beside)
    if status[1] == 0:
        sheet.merge_range(*status, status[0], laid.columns - 1, "", looks(bold=True))
    sheet.write_formula(*status, _status(list(places.values()), at), looks(bold=True), "")
    name = sheet.get_name()
    suffix = table.key
    under = f"{cell_name(name, below, 0)}:{cell_name('', bottom + 20, beside + 1)}"
    right = f"{cell_name(name, 0, beside - 1)}:{cell_name('', bottom - 1, beside + 1)}"
    book.define_name(f"{ASIDE}.{suffix}.below", f"={under}")
    book.define_name(f"{ASIDE}.{suffix}.beside", f"={right}")
    _colour(sheet, places, formulas, at, looks)


def _reckon(
    sheet: "Worksheet", table: Table, laid: Grid, places: dict[str, Place], looks: Looks
) -> int:
    """Write what the totals come to, beside and below the table; return the rows below."""
    reckoned = looks(font_color="#17508F", align="center")
    label = looks(font_color="#17508F", align="right")
    below: dict[int, int] = {}  # row of the totals → row below the table
    names = {places[table.address(row, row.columns[0])][0]: row.label for row in table.rows}
    for one in sums(table, places):
        row, column = one.total
        if one.along:
            sheet.write_formula(row, laid.columns, one.formula, reckoned, "")
            continue
        if row not in below:
            below[row] = _TOP + laid.rows + len(below)
            said = "算得的总计" if table.across else f"算得：{names[row]}"
            sheet.merge_range(below[row], 0, below[row], column - 1, said, label)
        sheet.write_formula(below[row], column, one.formula, reckoned, "")
    if below and not table.across:
        sheet.merge_range(_TOP, laid.columns, _TOP + laid.head - 1, laid.columns, "算得", reckoned)
    return len(below)


def _positions(
    formulas: Sequence[Told], bottom: int, beside: int, *, across: bool
) -> Iterator[Place]:
    """Yield where each formula stands: beside its row, or in the list of the columns."""
    listed = bottom if across else _TOP
    for formula in formulas:
        if formula.row is not None:
            yield formula.row, beside
            continue
        listed += 1
        yield listed, 0 if across else beside + 1


def _status(cells: Sequence[Place], at: Sequence[Place]) -> str:
    """Return the formula that says how many cells are blank and how many relations broken."""
    blank = "+".join(f"COUNTBLANK({one})" for one in references(cells).split(","))
    rest = f'IF({REST}="{ZERO}",({blank})&"格空着，算0","还有"&({blank})&"格未填")'
    said = f'IF({blank}=0,"都已填写",{rest})'
    if not at:
        return f"={said}"
    broken = "+".join(f"SUMPRODUCT(--(LEN({one})>0))" for one in references(at).split(","))
    return f'={said}&IF({broken}=0,"；填了的各格没有不符","；有"&({broken})&"处不符")'


def _colour(
    sheet: "Worksheet",
    places: dict[str, Place],
    formulas: Sequence[Told],
    at: Sequence[Place],
    looks: Looks,
) -> None:
    broken, empty = looks.plain(bg_color=BROKEN), looks.plain(bg_color=EMPTY)
    for formula, place in zip(formulas, at, strict=True):
        criteria = f"=LEN({cell_name('', *place)})>0"
        rule = {"type": "formula", "criteria": criteria, "format": broken}
        ranges = references(formula.cells).split(",")
        sheet.conditional_format(
            ranges[0].partition(":")[0], {**rule, "multi_range": " ".join(ranges)}
        )
    for one in references(list(places.values())).split(","):
        criteria = f'=AND(ISBLANK({one.partition(":")[0]}),{REST}<>"{ZERO}")'
        sheet.conditional_format(one, {"type": "formula", "criteria": criteria, "format": empty})
